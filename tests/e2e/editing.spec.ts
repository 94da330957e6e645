import { expect, supportCalls, test } from './lodestackPage.ts';

test('what is typed into the palette stays there: no key of it edits the page', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('comprehend')).toBeAttached();
  const parts = page.locator('.scene-node');
  const count = await parts.count();
  await lodestack.node('comprehend').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Find a part' });
  await expect(field).toBeFocused();
  // The list marks its first line after each letter, and hands the next key on to it.
  for (const letter of 'text/t') {
    await page.keyboard.press(letter);
    await expect(
      page
        .getByRole('option')
        .or(page.getByText(/Nothing is called/))
        .first(),
    ).toBeVisible();
  }
  await expect(field).toHaveValue('text/t');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(field).toHaveValue('text');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(parts).toHaveCount(count);
  await expect(
    page.getByRole('toolbar', { name: 'Edit the sketch' }).getByRole('button', { name: /^Undo/ }),
  ).toBeDisabled();
});
