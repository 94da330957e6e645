import { expect, supportCalls, test } from './lodestackPage.ts';

test('the last state is there again', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await page.getByRole('radiogroup', { name: 'Answers come' }).getByRole('radio', { name: 'In batches' }).click();
  await lodestack.show('Sketch');
  const html = page.locator('html');
  for (const choice of ['Dark', 'Reduced motion']) {
    await page.getByRole('button', { name: /^Appearance/ }).click();
    await page.getByRole('menuitemradio', { name: choice }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  await expect(page.getByLabel('What should the system do?')).toHaveValue(supportCalls);
  await expect(page.locator('.describe__mark').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'In batches' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Sketch' })).toBeChecked();
  await expect(page.locator('.scene-node').first()).toBeVisible();
});

for (const [what, state] of [
  ['no JSON', '{"version":1,'],
  ['a need of another shape', '{"version":1,"need":{"tasks":[{"task":"no-such-task"}]},"view":"draft"}'],
  ['a list', '[1,2,3]'],
  ['prototype keys', '{"version":1,"need":{},"__proto__":{"view":"x"},"draftPositions":{"__proto__":{"x":1,"y":2}}}'],
] as const) {
  test(`a remembered state that is ${what} is left out`, async ({ lodestack, page }) => {
    await page.addInitScript((text) => localStorage.setItem('lodestack.state', text), state);
    await page.goto('/');
    await expect(page.getByLabel('What should the system do?')).toHaveValue('');
    await expect(lodestack.result).toContainText('Nothing asked yet');
  });
}
