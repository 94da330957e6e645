import { expect, test } from './lodestackPage.ts';

test('what was left open is asked, an answer changes the result, and what is denied is struck through', async ({
  lodestack,
  page,
}) => {
  await lodestack.open();
  await lodestack.describe('Sort incoming complaints into our own categories, no translation');
  const first = lodestack.result.locator('.ranked__name').first();
  await expect(first).toHaveText('Amazon Comprehend');
  await expect(page.locator('.describe__mark--denied')).toHaveText('translation');
  await lodestack.result.getByRole('button', { name: /^None/ }).click();
  await expect(first).toHaveText('Amazon Bedrock');
});
