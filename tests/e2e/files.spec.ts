import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileText, installPickers, pick, putFile } from './filesWorld.ts';
import { expect, type LodestackPage, supportCalls, test } from './lodestackPage.ts';

const command = process.platform === 'darwin' ? 'Meta' : 'Control';
const fixture = readFileSync(
  resolve(import.meta.dirname, join('..', 'fixtures', 'documents', 'version-3.lodestack.json')),
  'utf8',
);

/** Draws the architecture of a need and adds a note by hand. */
const drawSomething = async (lodestack: LodestackPage, note: string): Promise<void> => {
  await lodestack.page.getByRole('button', { name: 'Add a note' }).click();
  await lodestack.page.keyboard.type(note);
  await lodestack.page.keyboard.press('Enter');
};

const name = (lodestack: LodestackPage) => lodestack.page.getByTestId('document-name');
const mark = (lodestack: LodestackPage) => lodestack.page.getByRole('img', { name: 'Not saved' });
const menu = async (lodestack: LodestackPage, item: string): Promise<void> => {
  await lodestack.page.getByRole('button', { name: /^File:/ }).click();
  await lodestack.page.getByRole('menuitem', { name: item, exact: true }).click();
};

test('a sketch is saved, changed, saved again to the same file, closed and opened', async ({ lodestack }) => {
  const { page } = lodestack;
  await installPickers(page);
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await page.keyboard.press(`${command}+2`);
  await expect(page.getByRole('button', { name: 'Add a note' })).toBeVisible();
  await expect(mark(lodestack)).toBeHidden();
  await drawSomething(lodestack, 'Ask legal');
  await expect(mark(lodestack)).toBeVisible();

  await pick(page, undefined);
  await page.keyboard.press(`${command}+s`);
  await expect(mark(lodestack)).toBeVisible();
  await pick(page, 'calls.lodestack.json');
  await page.keyboard.press(`${command}+s`);
  await expect(mark(lodestack)).toBeHidden();
  await expect(name(lodestack)).toHaveText('calls');
  await expect(page).toHaveTitle('calls – Lodestack');
  expect(await fileText(page, 'calls.lodestack.json')).toContain('Ask legal');

  // Undo past the save is a change, redo is none.
  await page.keyboard.press(`${command}+z`);
  await expect(mark(lodestack)).toBeVisible();
  await page.keyboard.press(`${command}+Shift+z`);
  await expect(mark(lodestack)).toBeHidden();

  await pick(page, undefined);
  await drawSomething(lodestack, 'Ask security');
  await page.keyboard.press(`${command}+s`);
  await expect(mark(lodestack)).toBeHidden();
  expect(await fileText(page, 'calls.lodestack.json')).toContain('Ask security');

  await menu(lodestack, 'New empty sketch');
  await expect(name(lodestack)).toHaveText('Untitled');
  await menu(lodestack, 'calls');
  await expect(name(lodestack)).toHaveText('calls');
  await expect(page.getByRole('button', { name: /Ask security/ }).first()).toBeAttached();
});

test('what another program wrote is not overwritten, and the user decides', async ({ lodestack }) => {
  const { page } = lodestack;
  await installPickers(page);
  await lodestack.open();
  await putFile(page, 'plan.lodestack.json', fixture);
  await pick(page, 'plan.lodestack.json');
  await page.keyboard.press(`${command}+o`);
  await expect(name(lodestack)).toHaveText('plan');
  await drawSomething(lodestack, 'Mine');
  const theirs = fixture.replace(/("title": ")/, '$1Theirs ');
  await putFile(page, 'plan.lodestack.json', theirs);
  await page.keyboard.press(`${command}+s`);
  const dialog = page.getByRole('dialog', { name: /changed elsewhere/ });
  await expect(dialog).toBeVisible();
  expect(await fileText(page, 'plan.lodestack.json')).toBe(theirs);
  await pick(page, 'mine.lodestack.json');
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(name(lodestack)).toHaveText('mine');
  expect(await fileText(page, 'plan.lodestack.json')).toBe(theirs);
  expect(await fileText(page, 'mine.lodestack.json')).toContain('Mine');
});

test('a damaged file opens as a copy, a newer one not at all, and both stay as they are', async ({ lodestack }) => {
  const { page } = lodestack;
  await installPickers(page);
  await lodestack.open();
  const cut = fixture.slice(0, Math.floor(fixture.length * 0.7));
  await putFile(page, 'cut.lodestack.json', cut);
  await pick(page, 'cut.lodestack.json');
  await page.keyboard.press(`${command}+o`);
  await page.getByRole('button', { name: 'Open what could be read' }).click();
  await expect(mark(lodestack)).toBeVisible();
  expect(await fileText(page, 'cut.lodestack.json')).toBe(cut);

  const newer = fixture.replace('"version": 3', '"version": 9');
  await putFile(page, 'newer.lodestack.json', newer);
  await pick(page, 'newer.lodestack.json');
  await page.keyboard.press(`${command}+o`);
  // What is not saved is asked about first.
  await page.getByRole('button', { name: 'Don’t save' }).click();
  const dialog = page.getByRole('dialog', { name: 'newer.lodestack.json could not be opened' });
  await expect(dialog).toContainText('newer Lodestack');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(mark(lodestack)).toBeVisible();
  expect(await fileText(page, 'newer.lodestack.json')).toBe(newer);
});

test('a sketch that is dropped on the window is opened', async ({ lodestack }) => {
  const { page } = lodestack;
  await lodestack.open();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.lodestack.json', { type: 'application/json' }));
    const main = document.querySelector('main');
    main?.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    main?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, fixture);
  await expect(name(lodestack)).not.toHaveText('Untitled');
  await expect(mark(lodestack)).toBeHidden();
});

test('a second window is told that the file is open in the first', async ({ lodestack, context }) => {
  const { page } = lodestack;
  await installPickers(page);
  await lodestack.open();
  await putFile(page, 'shared.lodestack.json', fixture);
  await pick(page, 'shared.lodestack.json');
  await page.keyboard.press(`${command}+o`);
  await expect(name(lodestack)).toHaveText('shared');

  const second = await context.newPage();
  await installPickers(second);
  await second.goto('/');
  await pick(second, 'shared.lodestack.json');
  // The second window comes up as the first was left.
  await expect(second.locator('.scene-canvas')).toBeVisible();
  await second.keyboard.press(`${command}+o`);
  await expect(second.getByText('is open in another window, too')).toBeVisible();
});
