import { expect, test } from '@playwright/test';

/** Breaks the window for as long as it remembers a need about parrots. */
const breakOnParrots = `
  const real = window.matchMedia.bind(window);
  window.matchMedia = (query) => {
    if (query.includes('1099px') && (localStorage.getItem('lodestack.state') ?? '').includes('parrot'))
      throw new Error('No parrots.');
    return real(query);
  };
`;

test('a window that its remembered need breaks can be started anew', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('What should the system do?').fill('Translate what the parrot says');
  await page.waitForFunction(() => (localStorage.getItem('lodestack.state') ?? '').includes('parrot'));
  await page.addInitScript({ content: breakOnParrots });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('No parrots.');
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('alert')).toContainText('No parrots.');
  await page.getByRole('button', { name: 'Start with an empty need' }).click();
  await expect(page.getByLabel('What should the system do?')).toHaveValue('');
  await expect(page.locator('body')).toHaveAttribute('data-ready', 'map');
});
