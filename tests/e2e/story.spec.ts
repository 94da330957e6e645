import { readFile } from 'node:fs/promises';
import { expect, supportCalls, test } from './lodestackPage.ts';

test('from a sentence to an exported picture', async ({ lodestack, page }) => {
  test.setTimeout(90_000);
  await lodestack.saveByDownload();
  await lodestack.open();
  await expect(lodestack.result).toContainText('Nothing asked yet');

  await test.step('a sentence lights the map, with the words that did it', async () => {
    await lodestack.describe(supportCalls);
    for (const id of ['transcribe', 'translate', 'comprehend']) {
      await expect(lodestack.state(id)).toHaveAttribute('data-state', 'recommended');
    }
    await expect(lodestack.state('polly')).toHaveAttribute('data-state', 'not-relevant');
    await expect(page.locator('.describe__mark').first()).toBeVisible();
    await expect(lodestack.result.locator('.pipeline')).toContainText(
      /Amazon Transcribe.*Amazon Translate.*Amazon Comprehend/,
    );
    await expect(page.getByTestId('announcement')).toContainText('fit');
  });

  await test.step('a service says why, and on what that rests', async () => {
    await lodestack.choose('transcribe');
    await expect(lodestack.result.getByRole('heading', { name: 'Amazon Transcribe' })).toBeVisible();
    await expect(lodestack.result.getByRole('heading', { name: 'Why' })).toBeVisible();
    await expect(lodestack.result.getByRole('button', { name: /^Source: / }).first()).toBeVisible();
  });

  await test.step('a chip that is removed stays removed while the sentence goes on', async () => {
    await page.getByRole('button', { name: 'Remove Translate' }).click();
    await expect(lodestack.state('translate')).not.toHaveAttribute('data-state', 'recommended');
    await page.getByLabel('What should the system do?').press('End');
    await page.getByLabel('What should the system do?').pressSequentially(' most');
    await expect(page.getByRole('button', { name: 'Remove Translate' })).toHaveCount(0);
    await lodestack.describe('');
    await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'plain');
    await lodestack.describe(supportCalls);
    await expect(lodestack.state('translate')).toHaveAttribute('data-state', 'recommended');
  });

  await test.step('the draft can be dragged, and tidied up', async () => {
    await lodestack.show('Sketch');
    const node = page.locator('.scene-node', { has: page.getByRole('button', { name: /Your application/ }) }).first();
    await expect(node).toBeVisible();
    await lodestack.drawn();
    const before = await node.boundingBox();
    if (!before) throw new Error('The node has no place.');
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    await page.mouse.move(before.x + 60, before.y + 160, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await node.boundingBox())?.y).toBeGreaterThan(before.y + 60);
    await page.getByRole('button', { name: 'Tidy up' }).click();
    await expect.poll(async () => (await node.boundingBox())?.y).toBeLessThan(before.y + 60);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(async () => (await node.boundingBox())?.y).toBeGreaterThan(before.y + 60);
  });

  await test.step('it is exported as SVG and as PNG', async () => {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export the picture' });
    await expect(dialog.getByRole('img')).toBeVisible();
    const svg = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /Save SVG/ }).click();
    const picture = await readFile(await (await svg).path(), 'utf8');
    expect(picture).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(picture).toContain('Amazon Translate');
    expect(picture).not.toContain('foreignObject');
    await expect(page.getByText(/Saved/)).toBeVisible();

    await page.keyboard.press('Control+e');
    await dialog.getByRole('radio', { name: 'PNG' }).click();
    await dialog.getByRole('radio', { name: '3×' }).click();
    const said = await dialog.getByText(/\d+ × \d+ pixels/).textContent();
    const png = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /Save PNG/ }).click();
    const bytes = await readFile(await (await png).path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(`${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)} pixels`).toBe(said);
  });

  await test.step('a part of it is copied for a slide', async () => {
    await page.context().grantPermissions(['clipboard-write']);
    await lodestack.node('translate').click();
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export the picture' });
    await dialog.getByRole('radio', { name: '2×' }).click();
    await dialog.getByRole('radio', { name: 'What is selected' }).click();
    await expect(dialog.getByText(/^[34]\d\d × [34]\d\d pixels/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Copy as PNG' }).click();
    await expect(page.getByText(/Copied as a PNG/)).toBeVisible();
  });
});

test('what is ruled out says why not, and leads to what to use instead', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe('Forecast how much of each product every shop will sell next week');
  await expect(lodestack.state('forecast')).toHaveAttribute('data-state', 'ruled-out');
  await lodestack.choose('forecast');
  await expect(lodestack.result.getByRole('heading', { name: 'Why not' })).toBeVisible();
  await lodestack.result.getByRole('button', { name: 'SageMaker Canvas' }).first().click();
  await expect(lodestack.result.getByRole('heading', { level: 2 })).toContainText('SageMaker Canvas');
  await expect(page.locator('.minimap')).toBeVisible();
});

test('a constraint rules out, a preference ranks, and clearing can be undone', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe('Turn recordings into text');
  await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'recommended');
  await page.getByRole('radiogroup', { name: 'It runs' }).getByRole('radio', { name: 'Edge' }).click();
  await expect(lodestack.state('transcribe')).not.toHaveAttribute('data-state', 'recommended');
  await expect(lodestack.result).toContainText('Nothing fits');
  await expect(lodestack.result).toContainText('Let it run in the cloud.');
  await page.getByRole('button', { name: 'Clear the need' }).click();
  await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'plain');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lodestack.result).toContainText('Let it run in the cloud.');
});

test("the sheet's stack alone leaves the rest of the map out", async ({ lodestack, page }) => {
  await lodestack.open();
  await expect(lodestack.node('bedrock')).toHaveCount(1);
  await page.getByText('The sheet’s stack alone').click();
  await expect(lodestack.node('bedrock')).toHaveCount(0);
  await expect(lodestack.node('rekognition')).toHaveCount(1);
});
