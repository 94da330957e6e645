import { readFile } from 'node:fs/promises';
import { expect, test } from './lodestackPage.ts';

const faces = 'Find faces in our photo archive';

/** The saved decision as it might have been three years ago: over an older catalogue, with another order and a closed service. */
function aged(json: string): string {
  const decision = JSON.parse(json);
  const [first, second] = decision.recommendations;
  const old = {
    ...first.lifecycle,
    status: 'closed-to-new',
    date: '2024-01-31',
    asOf: '2024-02-01',
  };
  return JSON.stringify({
    ...decision,
    catalogAsOf: '2024-02-01',
    recommendations: [
      { ...second, rank: 1, verdict: 'recommended' },
      { ...first, rank: 2, verdict: 'suitable', score: first.score - 8, lifecycle: old },
    ],
    pipeline: [],
    record: { file: '0003-faces.md', title: 'Faces', date: '2024-02-01' },
  });
}

test('a decision is written down, and reviewed years later', async ({ lodestack, page }) => {
  await lodestack.saveByDownload();
  await lodestack.open();
  await lodestack.describe(faces);
  await expect(lodestack.state('rekognition')).toHaveAttribute('data-state', 'recommended');

  // What comes in above the button moves it, from under the pointer too.
  await expect(lodestack.result.getByRole('heading', { name: 'Ways to build it' })).toBeVisible();
  await lodestack.result.getByRole('button', { name: 'Write down' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the decision' });
  await dialog.getByRole('radio', { name: 'JSON' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save JSON' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.json$/);
  const json = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(json)).toMatchObject({ format: 'lodestack-decision', version: 1 });

  await test.step('something else is no decision, and is told so', async () => {
    await lodestack.drop('notes.json', '{"a": 1}');
    await expect(page.getByText("notes.json can't be reviewed")).toBeVisible();
  });

  await test.step('the old one says what changed, with lifecycles and both days', async () => {
    await lodestack.drop('old-faces.json', aged(json));
    const review = lodestack.result.getByRole('region', { name: 'Review of an old decision' });
    await expect(review.getByText('Another choice now')).toBeVisible();
    await expect(review.getByText('1 Feb 2024')).toBeVisible();
    await expect(
      review.getByText('Closed to new customers since 2024-01-31, now open to all customers.'),
    ).toBeVisible();
    await expect(review.locator('.review-move--up')).toHaveCount(1);
  });

  await test.step('a service is looked at, and the review is still there', async () => {
    await lodestack.result.getByRole('button', { name: 'Amazon Rekognition' }).first().click();
    await expect(lodestack.result.getByRole('heading', { name: 'Amazon Rekognition' })).toBeVisible();
    await lodestack.result.getByRole('button', { name: 'Back to the review' }).click();
    await expect(lodestack.result.getByText('Another choice now')).toBeVisible();
  });

  await test.step('decided anew, the record says what it supersedes and shows its picture', async () => {
    await lodestack.describe('');
    await lodestack.result.getByRole('button', { name: 'Decide anew' }).click();
    await expect(lodestack.state('rekognition')).toHaveAttribute('data-state', 'recommended');
    await lodestack.result.getByRole('button', { name: 'Write down' }).click();
    await expect(dialog.getByText('Supersedes Faces')).toBeVisible();
    await expect(dialog.getByLabel('Preview of the file')).toContainText(
      'Supersedes [ADR-0003: Faces](<0003-faces.md>)',
    );
    const files: string[] = [];
    page.on('download', async (file) => files.push(file.suggestedFilename()));
    await dialog.getByRole('button', { name: 'Save picture and record' }).click();
    await expect.poll(() => files.map((name) => name.split('.').at(-1))).toEqual(['svg', 'md']);
  });
});
