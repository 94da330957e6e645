import { expect, supportCalls, test } from './lodestackPage.ts';

test.use({ viewport: { width: 900, height: 600 } });

test('a small window shows one panel at a time', async ({ lodestack, page }) => {
  await lodestack.open();
  await expect(page.locator('#need')).toBeVisible();
  await expect(page.locator('#inspector')).toHaveCount(0);
  await lodestack.describe(supportCalls);
  await page.getByRole('button', { name: 'Show the result' }).click();
  await expect(page.locator('#inspector')).toContainText('services fit');
  await expect(page.locator('#need')).toHaveCount(0);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(sideways).toBe(false);
  await page.getByRole('button', { name: 'Hide the result' }).click();
  await expect(page.locator('#inspector')).toHaveCount(0);
});

test('the bar of the sketch uses its room, and a menu holds what has none', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await lodestack.node('transcribe').focus();
  await page.keyboard.press('ControlOrMeta+a');
  const bar = page.getByRole('toolbar', { name: 'Edit the sketch' });
  const tidy = bar.getByRole('button', { name: 'Tidy selection' });
  await expect(tidy).toHaveText('Tidy');
  const room = () =>
    bar.evaluate((element) => {
      const tools = [...element.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
      const ends = Math.max(...tools.map(({ right }) => right));
      const gaps = tools.slice(1).map(({ left }, place) => left - (tools[place]?.right ?? 0));
      return { beyond: ends - element.getBoundingClientRect().right, widest: Math.max(...gaps) };
    });
  const more = bar.getByRole('button', { name: 'More' });
  for (const width of [780, 900, 1000, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    await expect(more).toBeVisible();
    await expect.poll(async () => (await room()).beyond).toBeLessThanOrEqual(0);
    // The widest tool but one would fill a wider gap than that between the two ends of the bar.
    await expect.poll(async () => (await room()).widest).toBeLessThan(60);
  }
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Let the data flow down' }).click();
  await page.setViewportSize({ width: 1600, height: 640 });
  await expect(more).toHaveCount(0);
  await expect(bar.getByRole('radio', { name: 'Down' })).toBeChecked();
});
