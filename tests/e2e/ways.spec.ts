import { expect, supportCalls, test } from './lodestackPage.ts';

test('another way to build it is a press away, the map follows, and undo brings the first back', async ({
  lodestack,
}) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  const ways = lodestack.result.getByRole('region', { name: 'Ways to build it' });
  const first = ways.getByRole('button').first();
  const second = ways.getByRole('button').nth(1);
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(second).toContainText('One service fewer');
  const recommended = lodestack.result
    .getByRole('list', { name: 'Ranking' })
    .locator('.ranked--recommended .ranked__name');
  await expect(recommended.and(lodestack.page.getByText('Amazon Translate', { exact: true }))).toHaveCount(1);

  await second.focus();
  await lodestack.page.keyboard.press('Enter');
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await expect(recommended.and(lodestack.page.getByText('Amazon Translate', { exact: true }))).toHaveCount(0);
  await expect(recommended.and(lodestack.page.getByText('Amazon Bedrock', { exact: true }))).toHaveCount(1);

  await lodestack.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(recommended.and(lodestack.page.getByText('Amazon Translate', { exact: true }))).toHaveCount(1);
});
