import type { Page } from '@playwright/test';
import { expect, supportCalls, test } from './lodestackPage.ts';

/** The button over a part of the sketch, by the beginning of its name. */
const part = (page: Page, name: RegExp) => page.locator('.scene-canvas').getByRole('button', { name }).first();

async function middleOf(page: Page, name: RegExp) {
  const box = await part(page, name).boundingBox();
  if (!box) throw new Error(`There is no ${name} on the canvas.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, ...{ bottom: box.y + box.height, top: box.y } };
}

const zoom = async (page: Page) =>
  Number.parseInt((await page.locator('.zoom-controls__level').textContent()) ?? '', 10);

test('a sketch is moved, connected and selected by pointer, and undone', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await page.keyboard.press('Control+2');
  await expect(part(page, /^Amazon Translate/)).toBeVisible();
  // What is added comes in from afar; the picture must stand still before it is taken hold of.
  await page.waitForTimeout(400);

  await test.step('a drag moves a part by as much as the pointer went, and Escape gives it up', async () => {
    const before = await middleOf(page, /^Amazon Translate/);
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.keyboard.down('Control');
    await page.mouse.move(before.x - 130, before.y + 120, { steps: 6 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.keyboard.up('Control');
    expect((await middleOf(page, /^Amazon Translate/)).y).toBeCloseTo(before.y, 0);
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.keyboard.down('Control');
    await page.mouse.move(before.x - 130, before.y + 120, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up('Control');
    await expect.poll(async () => (await middleOf(page, /^Amazon Translate/)).y).toBeCloseTo(before.y + 120, -1);
    await expect(part(page, /^Amazon Translate/)).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('a drag from a border connects', async () => {
    const edges = Number(await page.locator('.scene-canvas').getAttribute('data-edges'));
    const from = await middleOf(page, /^Amazon Translate/);
    const to = await middleOf(page, /^Amazon Transcribe/);
    await page.mouse.move(from.x, from.bottom + 5);
    await page.mouse.down();
    await page.mouse.move(from.x, from.bottom + 40, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', String(edges + 1));
    await page.keyboard.press('Control+z');
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', String(edges));
  });

  await test.step('a box selects what it touches, a click on the ground nothing', async () => {
    const canvas = await page.locator('.scene-canvas').boundingBox();
    if (!canvas) throw new Error('There is no canvas.');
    await page.mouse.move(canvas.x + 20, canvas.y + 5);
    await page.mouse.down();
    await page.mouse.move(canvas.x + canvas.width - 40, canvas.y + canvas.height - 80, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.locator('.scene-canvas [aria-pressed="true"]').count()).toBeGreaterThan(4);
    await page.mouse.click(canvas.x + 20, canvas.y + 5);
    await expect(page.locator('.scene-canvas [aria-pressed="true"]')).toHaveCount(0);
  });
});

test('the wheel pans and zooms about the pointer', async ({ lodestack, page }) => {
  await lodestack.open();
  const before = await middleOf(page, /^Amazon Polly|^Polly/);
  const first = await zoom(page);
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down('Control');
  for (let step = 0; step < 5; step += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(() => zoom(page)).toBeGreaterThan(2 * first);
  const after = await middleOf(page, /^Amazon Polly|^Polly/);
  // The pointer stands on whole px, which the zoom makes larger.
  expect(Math.abs(after.x - before.x)).toBeLessThan(5);
  expect(Math.abs(after.y - before.y)).toBeLessThan(5);
  await page.mouse.wheel(60, 40);
  await expect.poll(async () => (await middleOf(page, /^Amazon Polly|^Polly/)).x).toBeCloseTo(after.x - 60, 0);
  await expect(page.getByRole('img', { name: /^Small map/ })).toBeVisible();
});

test('a sketch is connected by keyboard', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await page.keyboard.press('Control+2');
  await expect(part(page, /^Amazon Translate/)).toBeVisible();
  const edges = Number(await page.locator('.scene-canvas').getAttribute('data-edges'));
  await part(page, /^Amazon Comprehend/).focus();
  await page.keyboard.press('c');
  await expect(page.getByText(/^Connecting from Amazon Comprehend/)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', String(edges + 1));
  const before = await page.locator('.scene-canvas *:focus').getAttribute('data-target');
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.locator('.scene-canvas *:focus')).not.toHaveAttribute('data-target', before ?? '');
});
