import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './lodestackPage.ts';

const forecast = 'Forecast how much of each product every shop will sell next week';

test('why, why not and what would change it, down to the facts; one press makes another entry the answer', async ({
  lodestack,
  page,
}) => {
  await page.goto('/');
  await lodestack.describe(forecast);
  const { result } = lodestack;
  await expect(result.getByRole('list', { name: 'Ranking' })).toContainText('DeepAR');

  await result.getByRole('button', { name: 'What would change it' }).click();
  await expect(result.locator('.what-if__sentence')).toContainText('Holds');
  await expect(result.getByRole('table', { name: /weights from 0 to 1/ })).toHaveCount(1);
  await expect(result.getByText(/It stands in/)).toContainText('of all mixes');

  await result.getByRole('button', { name: /SageMaker Canvas.*Recommended/ }).click();
  await result.getByRole('button', { name: /^Forecast time series/ }).click();
  await expect(result.locator('.ground').filter({ hasText: 'Our judgement' }).first()).toBeVisible();
  await expect(result.locator('.ground').filter({ hasText: 'Fact' }).getByRole('button').first()).toBeVisible();

  await result.getByRole('button', { name: 'All results' }).click();
  await result.getByRole('button', { name: /DeepAR Forecasting.*Suitable/ }).click();
  await expect(result.getByRole('heading', { name: 'Why not' })).toBeVisible();
  await result.getByRole('button', { name: 'Apply this change' }).click();
  await expect(result.locator('.entry__badges')).toContainText('Recommended');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(result.locator('.entry__badges')).toContainText('Suitable');
});

test('two candidates side by side, differences first, by keyboard too', async ({ lodestack, page }) => {
  await page.goto('/');
  await lodestack.describe(forecast);
  const { result } = lodestack;
  await result.getByRole('button', { name: 'Compare SageMaker Canvas' }).click();
  await result.getByRole('button', { name: 'Compare DeepAR Forecasting' }).click();
  await expect(result.locator('.compare-tray')).toContainText('2 of 4');
  await page.keyboard.press('Control+3');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader', { name: /DeepAR/ })).toBeVisible();
  await expect(table.getByRole('rowheader').first()).toContainText('points apart');
  await expect(table).toContainText('Choose SageMaker Canvas when');
  const rows = await table.getByRole('row').count();
  await page.getByRole('switch', { name: 'Only differences' }).press('Space');
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(rows);
  const { violations } = await new AxeBuilder({ page }).include('#canvas').include('#inspector').analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([]);
  await page.getByRole('button', { name: 'Take DeepAR Forecasting out of the comparison' }).click();
  await expect(page.getByRole('heading', { name: 'One more, to compare with' })).toBeVisible();
});

test('the promise in ten seconds: why, who lost, what would turn it; a guess says that it is one', async ({
  lodestack,
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 640 });
  await page.goto('/');
  await lodestack.describe(forecast);
  await page.getByRole('button', { name: /^Show the result: \d+ fit/ }).click();
  const short = lodestack.result.getByRole('list', { name: 'In short' });
  await expect(short.getByRole('listitem')).toHaveText([/^Why: /, /^Why not others: /, /^What would turn it: /]);
  await short.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await lodestack.result.getByRole('button', { name: /ruled out$/ }).click();
  await expect(lodestack.result.getByRole('heading', { name: 'Ruled out' })).toBeFocused();

  await page.getByRole('button', { name: 'Show the need' }).click();
  await lodestack.describe('Mine bitcoin on my fridge');
  await page.getByRole('button', { name: 'Show the result: a guess' }).click();
  await expect(lodestack.result.getByRole('note')).toContainText('A guess');
  await expect(lodestack.result).not.toContainText('Recommended');
  await lodestack.result.getByRole('button', { name: 'Yes, that is meant' }).click();
  await expect(lodestack.result.getByRole('list', { name: 'Ranking' })).toContainText('Recommended');
});
