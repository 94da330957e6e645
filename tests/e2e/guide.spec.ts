import { expect, test } from './lodestackPage.ts';

/** The guide, as someone uses it who has no words for the need: by keyboard, and back to the words. */
test.describe('the guide', () => {
  test('narrows the map question by question, by keyboard alone, to a winner', async ({ lodestack, page }) => {
    await lodestack.open();
    await page.getByRole('radio', { name: 'Guide' }).focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('#need');
    await expect(panel.getByRole('heading', { name: 'What should the system do?' })).toBeVisible();
    await expect(panel.getByText('Why this is asked:')).toBeVisible();
    const left = panel.getByRole('status');
    const before = await left.innerText();

    await page.keyboard.press('2');
    const second = panel.getByRole('heading', { level: 2 });
    await expect(second).toBeFocused();
    await expect(left).not.toHaveText(before);
    await expect(lodestack.state('transcribe')).not.toHaveClass(/dimmed/);

    await page.keyboard.press('ArrowDown');
    await expect(panel.getByRole('button', { name: /Turn recordings into text/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: /Transcribe/ })).toBeFocused();
    await expect(panel.getByText('No other answer would change what comes first.')).toBeVisible();

    await page.keyboard.press('Backspace');
    await expect(panel.getByRole('button', { name: /Turn live speech into text/ })).toBeVisible();
  });

  test('loses nothing between guide and words, and starts over with a way back', async ({ lodestack, page }) => {
    await lodestack.open();
    await lodestack.describe('translate our product texts');
    await page.getByRole('radio', { name: 'Guide' }).click();
    const panel = page.locator('#need');
    await expect(panel.getByText(/^Known already: Translate/)).toBeVisible();

    const messages = page.getByRole('region', { name: 'Messages' });
    await panel.getByRole('button', { name: 'Start over' }).click();
    await messages.getByRole('button', { name: 'Dismiss' }).click();
    await panel.getByRole('button', { name: /Train a model of our own/ }).click();
    await panel.getByRole('button', { name: /library to write it in/ }).click();
    await page.getByRole('radio', { name: 'Describe' }).click();
    await expect(page.getByRole('row', { name: /Write deep-learning code/ })).toBeVisible();
    await page.getByRole('radio', { name: 'Guide' }).click();
    await expect(panel.getByRole('list', { name: 'Answered so far' }).getByRole('listitem')).toHaveCount(2);

    await panel.getByRole('button', { name: /What should the system do\?.*Change/ }).click();
    await expect(panel.getByRole('heading', { name: 'What should the system do?' })).toBeFocused();
    await panel.getByRole('button', { name: 'Start over' }).click();
    await messages.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('list', { name: 'Answered so far' })).toBeVisible();
  });
});
