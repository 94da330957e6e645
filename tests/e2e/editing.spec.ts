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

test('a name that is typed can be read however far away the page is', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('comprehend')).toBeAttached();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('-');
  await lodestack.node('comprehend').focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: /^Name of/ });
  await expect(field).toBeFocused();
  const size = await field.evaluate((element) => {
    const scale = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth;
    return Number.parseFloat(getComputedStyle(element).fontSize) * scale;
  });
  expect(size).toBeGreaterThan(11.9);
  expect(size).toBeLessThan(14);
});
