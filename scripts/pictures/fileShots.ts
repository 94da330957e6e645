import type { Page } from '@playwright/test';
import { fileText, pick, putFile } from '../../tests/e2e/filesWorld.ts';
import { demand, describe, draft, note, supportCalls, withFullDisk, withPickers } from './hand.ts';
import type { Shot } from './shot.ts';

/** Draws and saves as `calls`. */
const drawAndSave = async (page: Page): Promise<void> => {
  await draft(page, supportCalls);
  await pick(page, 'calls.lodestack.json');
  await page.keyboard.press('Control+s');
  await page.getByTestId('document-name').getByText('calls', { exact: true }).waitFor();
};

/** Another window of the same browser, with the map in it. */
const openAnother = async (page: Page, before?: (page: Page) => Promise<unknown>): Promise<Page> => {
  const other = await page.context().newPage();
  await before?.(other);
  await other.goto(page.url());
  await other.locator('.scene-node').first().waitFor();
  return other;
};

/** Windows that draw something and are gone before they saved it; then the page starts anew. */
const crash = async (page: Page, needs: readonly string[]): Promise<void> => {
  // All at once: a window that opens later would take over what an earlier one left.
  const others: (readonly [Page, string])[] = [];
  for (const need of needs) others.push([await openAnother(page), need]);
  for (const [other, need] of others) {
    await other.bringToFront();
    await draft(other, need);
    await note(other, 'Ask legal');
    // Longer than it takes until it is kept.
    await other.waitForTimeout(1_500);
  }
  for (const [other] of others) await other.close();
  await page.reload();
  await page.getByText('was not saved last time').waitFor();
};

/** Files: saved, changed elsewhere, damaged, recovered, and exported. */
export const fileShots: readonly Shot[] = [
  {
    name: 'file-menu',
    before: withPickers,
    prepare: async (page) => {
      await drawAndSave(page);
      await note(page, 'Ask legal');
      await page.getByRole('button', { name: /^File:/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'file-changed',
    before: withPickers,
    prepare: async (page) => {
      await drawAndSave(page);
      await note(page, 'Ask legal');
      await putFile(page, 'calls.lodestack.json', '{}');
      await page.keyboard.press('Control+s');
      await page.getByRole('dialog', { name: /changed elsewhere/ }).waitFor();
    },
  },
  {
    name: 'file-unsaved',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await note(page, 'Ask legal');
      await page.getByRole('button', { name: /^File:/ }).click();
      await page.getByRole('menuitem', { name: 'New empty sketch' }).click();
      await page.getByRole('dialog', { name: 'Save the changes first?' }).waitFor();
    },
  },
  {
    name: 'file-damaged',
    before: withPickers,
    prepare: async (page) => {
      await drawAndSave(page);
      const text = (await fileText(page, 'calls.lodestack.json')) ?? '';
      await putFile(page, 'calls.lodestack.json', text.slice(0, text.length * 0.8));
      await page.keyboard.press('Control+o');
      await page.getByRole('dialog', { name: /could not be opened/ }).waitFor();
    },
  },
  {
    name: 'file-elsewhere',
    before: withPickers,
    prepare: async (page) => {
      await drawAndSave(await openAnother(page, withPickers));
      await page.bringToFront();
      await pick(page, 'calls.lodestack.json');
      await page.keyboard.press('Control+o');
      await page.getByText('is open in another window, too').waitFor();
    },
  },
  {
    name: 'file-save-failed',
    before: withFullDisk,
    prepare: async (page) => {
      await draft(page, supportCalls);
      await note(page, 'Ask legal');
      await page.keyboard.press('Control+s');
      await page.locator('.notice--danger').waitFor();
    },
  },
  { name: 'file-recovered', prepare: (page) => crash(page, [supportCalls]) },
  {
    name: 'file-recovered-list',
    prepare: async (page) => {
      await crash(page, [demand, 'Moderate photos that users upload', supportCalls]);
      await page.getByRole('button', { name: 'Show them' }).click();
      await page.getByRole('dialog', { name: 'Sketches that are not saved' }).waitFor();
    },
  },
  { name: 'export', prepare: (page) => openExport(page) },
  {
    name: 'export-decision',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByRole('button', { name: 'Write down' }).click();
      await page.getByLabel('Preview of the file').waitFor();
    },
  },
  {
    name: 'export-failed',
    before: withFullDisk,
    prepare: async (page) => {
      await openExport(page);
      await page.getByRole('button', { name: /^Save/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
];

async function openExport(page: Page): Promise<void> {
  await describe(page, supportCalls);
  await page.keyboard.press('Control+e');
  await page.getByRole('dialog').getByRole('img').waitFor();
}
