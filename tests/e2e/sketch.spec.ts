import type { Locator, Page } from '@playwright/test';
import { expect, supportCalls, test } from './lodestackPage.ts';

async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('The part has no place on the screen.');
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

test('a whole job by mouse: draft, add, connect, rename, mend, undo, update', async ({ lodestack, page }) => {
  test.setTimeout(120_000);
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  const undo = page.getByRole('toolbar', { name: 'Edit the sketch' }).getByRole('button', { name: /^Undo/ });
  await expect(lodestack.node('comprehend')).toBeAttached();
  await lodestack.drawn();
  await expect(undo).toBeDisabled();

  await test.step('a connection that ends on the ground offers what could follow', async () => {
    // From the side where no line begins.
    const { x, y, height } = await middleOf(lodestack.node('comprehend'));
    await drag(page, { x, y: y + height / 2 }, { x, y: y + height / 2 + 160 });
    const list = page.getByRole('dialog', { name: /Add what follows Amazon Comprehend/ });
    await expect(list.getByRole('option').first()).toBeVisible();
    await page.keyboard.type('quick');
    await list.getByRole('option', { name: /Quick/ }).first().click();
    await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
    await expect(page.locator('.scene-node')).toHaveCount(await page.locator('.scene-node').count());
  });

  await test.step('a double click renames', async () => {
    const { x, y } = await middleOf(lodestack.node('transcribe'));
    await page.mouse.dblclick(x, y);
    await page.keyboard.type('Hear the calls');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Hear the calls/ })).toBeAttached();
  });

  await test.step('a part is dragged from the palette', async () => {
    await page.getByRole('radio', { name: 'Parts' }).click();
    await page.getByLabel('Find a part').first().fill('forecast');
    const canvas = await middleOf(page.locator('.scene-canvas'));
    await page
      .getByRole('button', { name: 'Add Amazon Forecast' })
      .locator('.part__content')
      .dragTo(page.locator('.scene-canvas'), { targetPosition: { x: canvas.width / 2, y: canvas.height - 120 } });
    await expect(page.getByRole('button', { name: /^Amazon Forecast/ }).last()).toBeAttached();
  });

  await test.step('the closed service is found, and replaced by one click', async () => {
    await page.keyboard.press('Escape');
    await page.locator('.scene-canvas').click({ position: { x: 40, y: 6 } });
    const problems = page.getByRole('list', { name: 'Checks of the picture' });
    await expect(problems).toContainText('Closed to new customers');
    await problems.getByRole('button', { name: /^Replace by / }).click();
    await expect(problems).not.toContainText('Closed to new customers');
  });

  await test.step('another need: the draft says what has changed, and takes it in', async () => {
    await page.getByRole('radio', { name: 'Describe' }).click();
    await lodestack.describe('We record support calls in Spanish and want to hear a summary in English');
    await expect(page.getByText('The need has changed since this was drafted')).toBeVisible();
    await page.getByRole('button', { name: 'Update the draft' }).click();
    await expect(lodestack.node('polly')).toBeAttached();
    await expect(page.getByRole('button', { name: /^Hear the calls/ })).toBeAttached();
  });

  await test.step('and everything can be undone', async () => {
    await page.locator('#canvas').focus();
    for (let step = 0; step < 20 && (await undo.isEnabled()); step += 1) await undo.click();
    await expect(lodestack.node('comprehend')).toBeAttached();
    await expect(page.getByRole('button', { name: /^Hear the calls/ })).toHaveCount(0);
  });
});

test('a whole job by keyboard alone, from an empty page', async ({ lodestack, page }) => {
  test.setTimeout(120_000);
  await lodestack.open();
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Start with an empty page' }).press('Enter');
  const canvas = page.locator('#canvas');
  const named = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

  await test.step('parts are found by typing', async () => {
    for (const word of ['Amazon S3', 'Amazon Transcribe']) {
      await canvas.focus();
      await page.keyboard.press('/');
      await page.keyboard.type(word);
      await expect(page.getByRole('option').first()).toContainText(word);
      await page.keyboard.press('Enter');
      await expect(named(word).and(page.locator('[data-target]'))).toBeFocused();
    }
  });

  await test.step('C draws a line to the part that the arrows find', async () => {
    const [store, speech] = await Promise.all(
      ['Amazon S3', 'Amazon Transcribe'].map((name) => middleOf(named(name).and(page.locator('[data-target]')))),
    );
    if (!store || !speech) throw new Error('A part is missing.');
    const across = Math.abs(store.x - speech.x) > Math.abs(store.y - speech.y);
    const way = across ? (store.x < speech.x ? 'Left' : 'Right') : store.y < speech.y ? 'Up' : 'Down';
    await page.keyboard.press('c');
    await page.keyboard.press(`Arrow${way}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', '1');
  });

  await test.step('Enter renames, Alt and an arrow move', async () => {
    const part = named('Amazon Transcribe').and(page.locator('[data-target]'));
    await part.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Speech to text');
    await page.keyboard.press('Enter');
    const renamed = named('Speech to text').and(page.locator('[data-target]'));
    await expect(renamed).toBeFocused();
    const before = await renamed.boundingBox();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(async () => (await renamed.boundingBox())?.y ?? 0).toBeGreaterThan((before?.y ?? 0) + 10);
  });

  await test.step('Delete removes, with the line; undo brings both back', async () => {
    await named('Speech to text').and(page.locator('[data-target]')).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', '0');
    await page.keyboard.press('Control+z');
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', '1');
  });

  await test.step('copy and paste, tidy up', async () => {
    await canvas.focus();
    await page.keyboard.press('t');
    await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
  });
});

test('copies go through the clipboard as text', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await lodestack.node('translate').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+c');
  const before = await page.locator('.scene-node[data-kind="node"]').count();
  await page.keyboard.press('Control+v');
  await expect(page.locator('.scene-node[data-kind="node"]')).toHaveCount(before + 1);
});
