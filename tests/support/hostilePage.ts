/** Hostile texts in the real page: shown, exported, opened and pasted again. Shared by the modest run and the long one. */
import { expect, type Page, test } from '@playwright/test';
import { copySelection } from '../../src/core/diagram/clipboard.ts';
import { readDocument } from '../../src/core/document/readDocument.ts';
import { writeDocument } from '../../src/core/document/writeDocument.ts';
import { installPickers, pick, putFile } from '../e2e/filesWorld.ts';
import type { LodestackPage } from '../e2e/lodestackPage.ts';
import { hostileDecisionFile, hostileDocument } from './hostileDocument.ts';
import { harmlessSvg } from './strictSvg.ts';

const command = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Listens for what must never happen: `pwned()` called anywhere, anything asked of a stranger. Gives what was heard. */
async function listenForHarm(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  const context = page.context();
  await context.exposeFunction('heard', (what: string) => void heard.push(what));
  await context.addInitScript(() => {
    const tell = (what: string): void => {
      void Reflect.get(window, 'heard')?.(what);
    };
    Object.assign(window, { pwned: () => tell(`executed in ${location.href}`) });
    for (const name of ['alert', 'confirm', 'prompt'] as const) Object.assign(window, { [name]: () => tell(name) });
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && url.hostname !== '127.0.0.1')
      heard.push(`asked ${request.url()}`);
  });
  context.on('page', (opened) => {
    void opened.opener().then((opener) => {
      if (opener) heard.push(`opened ${opened.url()}`);
    });
  });
  return heard;
}

/** The sketch is large, and the machine may be busy. */
const slow = { timeout: 60_000 };

/** A text that a field of a form can hold: whole signs only. */
const typed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\u0000', '\ufffd');

/** What stands in a file that was saved, as text: as a list of bytes, a large one takes minutes to come here. */
const textOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(
    async (file) => (await (await (await navigator.storage.getDirectory()).getFileHandle(file)).getFile()).text(),
    name,
  );

/** Opens a document that holds the payloads in every field. */
async function openHostile(lodestack: LodestackPage, payloads: readonly string[]): Promise<string> {
  const { page } = lodestack;
  const text = writeDocument(hostileDocument(payloads), 'lodestack 0.1.0');
  await putFile(page, 'hostile.lodestack.json', text);
  await pick(page, 'hostile.lodestack.json');
  await page.keyboard.press(`${command}+o`);
  await expect(page.getByTestId('document-name')).toHaveText('hostile', slow);
  await expect(page.locator('.scene-canvas')).toHaveAttribute(
    'data-edges',
    String(payloads.length < 2 ? 0 : payloads.length),
  );
  return text;
}

/** Selects parts one after the other, so that the panel beside shows all that they say. */
async function showParts(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await page.locator(`[data-target="${id}"]`).first().focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Comments' })).toBeVisible();
    await page.keyboard.press('Space');
  }
}

/** Pastes a copy of all payloads, takes it back, and pastes foreign texts, as words and as HTML. */
async function pasteHostile(page: Page, payloads: readonly string[], foreign: readonly string[]): Promise<void> {
  const canvas = page.locator('.scene-canvas');
  const paste = (plain: string, html: string): Promise<void> =>
    page.evaluate(
      ([text, markup]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        clipboardData.setData('text/html', markup);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [plain, html] as const,
    );
  const [whole] = Object.values(hostileDocument(payloads).pages);
  if (!whole) throw new Error('no page');
  const edges = Number(await canvas.getAttribute('data-edges'));
  await page.locator('#canvas').focus();
  await paste(copySelection(whole, [...Object.keys(whole.nodes), ...Object.keys(whole.groups)]), '');
  await expect(canvas).toHaveAttribute('data-edges', String(edges + (payloads.length < 2 ? 0 : payloads.length)));
  await page.keyboard.press(`${command}+z`);
  await expect(canvas).toHaveAttribute('data-edges', String(edges));
  for (const payload of foreign) await paste(payload, payload);
}

/** Saves, and finds every hostile text in the file as it was. */
async function saveHostile(page: Page, opened: string): Promise<void> {
  await pick(page, 'again.lodestack.json');
  await page.keyboard.press(`${command}+Shift+s`);
  await expect(page.getByTestId('document-name')).toHaveText('again', slow);
  const [before, after] = [opened, await textOf(page, 'again.lodestack.json')].map(readDocument);
  if (!before?.ok || !after?.ok) throw new Error('A saved document does not open');
  const [was] = Object.values(before.value.document.pages);
  const [now] = Object.values(after.value.document.pages);
  // One by one: what differs between two documents of this size takes minutes to be told.
  for (const table of ['nodes', 'groups', 'edges'] as const)
    for (const [id, record] of Object.entries(was?.[table] ?? {})) {
      const saved: Readonly<Record<string, unknown>> = { ...now?.[table][id] };
      for (const [field, value] of Object.entries(record))
        if (JSON.stringify(saved[field]) !== JSON.stringify(value))
          throw new Error(`${id} says another "${field}": ${JSON.stringify(saved[field])?.slice(0, 200)}`);
    }
  expect(after.value.document.need).toEqual(before.value.document.need);
}

/** How an exported SVG may hold its text. */
const textWays = ['Text, font embedded', 'Shapes'] as const;

/** Exports the sketch as SVG; reads it strictly, and shows it as a page of its own and inside HTML, without any policy. */
async function exportHostile(
  lodestack: LodestackPage,
  ways: readonly (typeof textWays)[number][] = textWays,
): Promise<void> {
  const { page } = lodestack;
  for (const [number, way] of ways.entries()) {
    const file = `${number}.svg`;
    await page.keyboard.press(`${command}+e`);
    const dialog = page.getByRole('dialog', { name: 'Export the picture' });
    await dialog.getByRole('radio', { name: way }).click();
    await expect(dialog.getByRole('img', { name: /^Preview of/ })).toBeVisible(slow);
    await pick(page, file);
    await dialog.getByRole('button', { name: 'Save SVG' }).click();
    await expect(dialog).toBeHidden();
    const svg = await textOf(page, file);
    harmlessSvg(svg);
    await showAlone(page, svg);
  }
}

async function showAlone(page: Page, svg: string): Promise<void> {
  const other = await page.context().newPage();
  try {
    const shown = [
      ['image/svg+xml', svg],
      ['text/html', `<!doctype html><meta charset="utf-8"><title>x</title>${svg}`],
    ] as const;
    for (const [contentType, body] of shown) {
      await other.route('**/shown', (route) => route.fulfill({ contentType, body }));
      await other.goto(new URL('/shown', page.url()).href);
      await expect(other.locator('svg').first()).toBeAttached();
      expect(
        await other.locator('script, iframe, object, embed, foreignObject, link, base, [onload], [onerror]').count(),
      ).toBe(0);
      await other.unroute('**/shown');
    }
  } finally {
    await other.close();
  }
}

/** Types hostile sentences, and reviews an old decision that is made of them. */
async function decideHostile(lodestack: LodestackPage, payloads: readonly string[], atOnce: number): Promise<void> {
  const { page } = lodestack;
  const sentence = page.getByLabel('What should the system do?');
  for (let first = 0; first < payloads.length; first += atOnce) {
    const texts = payloads.slice(first, first + atOnce).map((payload) => payload.slice(0, 3_500 / atOnce));
    const words = typed(`Transcribe calls ${texts.join(' ')}`);
    await sentence.fill(words);
    await lodestack.drop(`${texts[0]?.replaceAll('/', '') ?? ''}.json`, hostileDecisionFile(texts.join(' ')));
    await expect(page.getByRole('region', { name: 'Review of an old decision' })).toBeVisible();
    await page
      .getByRole('region', { name: 'Review of an old decision' })
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
  }
}

/** A file with a hostile name that can't be opened: the name is told. */
async function refuseHostile(lodestack: LodestackPage, names: readonly string[]): Promise<void> {
  const { page } = lodestack;
  for (const name of names) {
    await lodestack.drop(`${name}.lodestack.json`, 'no document');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('could not be opened');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

/** How much of a hostile sketch is gone through: parts that are looked at, foreign texts that are pasted, ways to export. */
interface SketchTour {
  readonly parts: readonly string[];
  readonly foreign: readonly string[];
  readonly ways?: readonly (typeof textWays)[number][];
}

/** A sketch with the payloads in every field is opened, shown, pasted, saved and exported; nothing of it ever runs or asks. */
export async function sketchStaysText(
  lodestack: LodestackPage,
  payloads: readonly string[],
  { parts, foreign, ways }: SketchTour,
): Promise<void> {
  const { page } = lodestack;
  const heard = await listenForHarm(page);
  await installPickers(page);
  await lodestack.open();
  const opened = await test.step('opened', () => openHostile(lodestack, payloads));
  await test.step('shown', () => showParts(page, parts));
  await test.step('pasted', () => pasteHostile(page, payloads, foreign));
  await test.step('saved', () => saveHostile(page, opened));
  await test.step('exported', () => exportHostile(lodestack, ways));
  expect(heard).toEqual([]);
}

/** The payloads are typed as needs, so many at once, and reviewed as old decisions; files of such names are refused. */
export async function decisionStaysText(
  lodestack: LodestackPage,
  payloads: readonly string[],
  atOnce: number,
  names: readonly string[],
): Promise<void> {
  const heard = await listenForHarm(lodestack.page);
  await lodestack.open();
  await decideHostile(lodestack, payloads, atOnce);
  await refuseHostile(lodestack, names);
  expect(heard).toEqual([]);
}
