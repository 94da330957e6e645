import { expect, supportCalls, test } from './lodestackPage.ts';

test('what is typed into the palette stays there, and what is typed as a name can be read', async ({
  lodestack,
  page,
}) => {
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
    await expect(page.getByRole('option').first()).toBeVisible();
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

  // What a product of others is called finds the service that runs it; what nothing is called can be placed all the same.
  for (const [typed, offered, placed] of [
    ['kafka', 'Amazon MSK', 'Amazon MSK'],
    ['Payroll mainframe', 'Any AWS service: “Payroll mainframe”', 'Payroll mainframe'],
  ] as const) {
    await lodestack.node('comprehend').focus();
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await field.fill(typed);
    await expect(page.getByRole('option').first()).toContainText(offered);
    await field.press('Enter');
    await expect(field).toHaveCount(0);
    await expect(page.locator(`.scene-node__target[aria-label^="${placed}"]`)).toBeAttached();
  }
  await lodestack.node('comprehend').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('group', { name: 'Used lately' }).getByRole('option')).toContainText(['Amazon MSK']);
  await page.keyboard.press('Escape');

  // However far away the page is, a name that is typed can be read.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('-');
  await lodestack.node('comprehend').focus();
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: /^Name of/ });
  await expect(name).toBeFocused();
  const size = () =>
    name.evaluate((element) => {
      const scale = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth;
      return Math.round(Number.parseFloat(getComputedStyle(element).fontSize) * scale);
    });
  // Once the view has come to rest.
  await expect.poll(size).toBe(12);
});
