import { expect, test } from './lodestackPage.ts';

/** Starting from a template: found by what it does, opened with its need and its decision, and taken back. */
test.describe('templates', () => {
  test('one is found by keyboard, opens with its need and its decision, and is undone', async ({ lodestack, page }) => {
    await lodestack.open();
    await lodestack.describe('translate our product texts');
    await expect(page.getByRole('row', { name: /^Translate/ })).toBeVisible();
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Start from a template' }).click();
    const gallery = page.getByRole('dialog', { name: 'Start from a template' });
    await expect(gallery.getByRole('option').first()).toBeVisible();
    await expect(gallery.locator('.template-card__picture img').first()).toBeVisible();

    await page.keyboard.type('nudity');
    await expect(gallery.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(gallery).toBeHidden();
    await expect(lodestack.node('rekognition')).toBeAttached();
    await expect(lodestack.node('step-functions--people')).toBeAttached();
    await expect(page.getByLabel('What should the system do?')).toHaveValue(/nudity/);
    await expect(page.getByRole('row', { name: /^Moderate images and video/ })).toBeVisible();

    // The keys go on on the picture.
    await expect(page.locator('[data-target]:focus')).toHaveCount(1);

    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByLabel('What should the system do?')).toHaveValue('translate our product texts');
    await expect(lodestack.node('step-functions--people')).toBeHidden();
  });

  test('what was drawn and not saved is kept when a template takes its place', async ({ lodestack, page }) => {
    await lodestack.open();
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Start with an empty page' }).click();
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.keyboard.type('Ask legal');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start from a template' }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.type('nudity');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(lodestack.node('step-functions--people')).toBeAttached();
    await page.getByRole('button', { name: /^File:/ }).click();
    await page.getByRole('menuitem', { name: 'Not saved (1)…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open Untitled' }).click();
    await expect(page.getByRole('button', { name: /Ask legal/ }).first()).toBeAttached();
    await expect(page.getByRole('img', { name: 'Not saved' })).toBeVisible();
  });
});
