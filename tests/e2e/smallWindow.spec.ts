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
