/** What is done by key and not seen is told: views, panels, what was found, what was given up. */
import { expect, supportCalls, test } from './lodestackPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('views, panels and what is found are told to who cannot see them', async ({ lodestack, page }) => {
  const said = page.getByTestId('said');
  const panel = lodestack.result;
  await lodestack.open();
  await lodestack.describe(supportCalls);

  await test.step('a view that a key shows, and a panel that it hides', async () => {
    await page.keyboard.press('ControlOrMeta+3');
    await expect(said).toHaveText('Comparison');
    await page.keyboard.press('ControlOrMeta+2');
    await expect(said).toHaveText('Sketch');
    await expect(lodestack.node('comprehend')).toBeAttached();
    await page.keyboard.press('ControlOrMeta+]');
    await expect(said).toHaveText('The result is hidden');
    await page.keyboard.press('ControlOrMeta+]');
    await expect(said).toHaveText('The result is shown');
  });

  await test.step('what is given up', async () => {
    await lodestack.node('comprehend').focus();
    await page.keyboard.press('c');
    await expect(page.locator('.scene-canvas__hint')).toContainText('Connecting from');
    await page.keyboard.press('Escape');
    await expect(said).toHaveText('Given up');
  });

  await test.step('what is found while a part is selected comes to the front', async () => {
    await page.keyboard.press('Space');
    await expect(panel.getByLabel('Name')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('kendra');
    await expect(page.getByRole('option', { name: /Kendra/ }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: 'Amazon Kendra' })).toBeVisible();
    await expect(said).toHaveText('The result shows Amazon Kendra');
  });
});

test('a digit too many at the end of the guide does not zoom the map', async ({ lodestack, page }) => {
  await lodestack.open();
  const zoom = page.locator('.zoom-controls__level');
  await page.getByRole('radio', { name: 'Guide' }).click();
  await page.getByRole('button', { name: /^Hear or speak/ }).press('Enter');
  const end = page.getByRole('button', { name: 'Draft it as a sketch' });
  for (let asked = 0; asked < 8 && !(await end.isVisible()); asked += 1) {
    const question = await page.locator('.guide h2').textContent();
    await page.keyboard.press('0');
    await expect(page.locator('.guide h2')).not.toHaveText(question ?? '');
  }
  await expect(end).toBeVisible();
  const before = await zoom.textContent();
  await page.keyboard.press('1');
  // Without motion the view would be another one in the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(zoom).toHaveText(before ?? '');
});
