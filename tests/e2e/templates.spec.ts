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
    await expect(lodestack.node('reviewers')).toBeAttached();
    await expect(page.getByLabel('What should the system do?')).toHaveValue(/nudity/);
    await expect(page.getByRole('row', { name: /^Moderate images and video/ })).toBeVisible();

    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByLabel('What should the system do?')).toHaveValue('translate our product texts');
    await expect(lodestack.node('reviewers')).toBeHidden();
  });
});
