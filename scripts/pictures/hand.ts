/** What a hand does in the window to bring it into the state that a picture shows. */
import type { Page } from '@playwright/test';
import { installPickers } from '../../tests/e2e/filesWorld.ts';

/** The need that most pictures show. */
export const supportCalls = 'We record support calls in Spanish and want to know in English what people complain about';
/** A need whose purpose-built service is closed to new customers. */
export const demand = 'Forecast how much of each product every shop will sell next week';
/** What becomes of the calls after they were drafted. */
export const callsInShort = 'We record support calls in Spanish and want to hear a summary in English';

export const describe = async (page: Page, sentence: string): Promise<void> => {
  await page.getByLabel('What should the system do?').fill(sentence);
  await page.locator('.need-chips').waitFor();
};

/** Clicks a node of the map at its corner: in its middle there may be a capability. */
export const choose = async (page: Page, id: string): Promise<void> => {
  await page.locator(`[data-target="${id}"]`).click({ position: { x: 6, y: 5 } });
  // Off the map, so that it shows what is selected and not what is pointed at.
  await page.mouse.move(300, 24);
};

/** Describes a need and shows its draft, ready to be edited. */
export const draft = async (page: Page, sentence: string): Promise<void> => {
  await describe(page, sentence);
  await page.keyboard.press('Control+2');
  await page.getByRole('toolbar', { name: 'Edit the sketch' }).waitFor();
  await page.locator('[data-target]').first().waitFor();
};

export const startEmptyPage = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Start with an empty page' }).click();
};

/** The middle of a part in the window, and its size there, in CSS pixels. */
export const middleOf = async (page: Page, id: string) => {
  const box = await page.locator(`[data-target="${id}"]`).boundingBox();
  if (!box) throw new Error(`${id} is not in the window.`);
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Presses at a place of the window, moves by that many CSS pixels and lets go. */
export const drag = async (page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 });
  await page.mouse.up();
};

/** Pastes copied parts, as another window would have put them on the clipboard, onto the canvas: in a field they would be text. */
export const paste = async (page: Page, clip: object): Promise<void> => {
  await page.locator('#canvas').focus();
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      return data;
    },
    JSON.stringify({ format: 'lodestack-clip', version: 1, ...clip }),
  );
  await page.evaluate(
    (clipboardData) =>
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true })),
    transfer,
  );
};

/** Writes a note on the page. */
export const note = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
};

/** Pickers of files that answer, over the browser's own private files. */
export const withPickers = async (page: Page): Promise<void> => {
  // tsx puts a helper of its own into functions, which the page does not have.
  await page.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
  await installPickers(page);
};

/** A disk without space, as a picker of the browser tells it. */
export const withFullDisk = (page: Page): Promise<unknown> =>
  page.addInitScript({
    content: `window.showSaveFilePicker = () => Promise.reject(new DOMException('No space', 'QuotaExceededError'))`,
  });
