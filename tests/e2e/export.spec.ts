import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, supportCalls, test } from './lodestackPage.ts';

/** Folders are chosen in a window of the system that no test can press: the page gets one of the browser's own. */
const chooseFolder = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('pictures', { create: true }),
    });
  });

const inFolder = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('pictures', { create: true });
    const files: Record<string, string> = {};
    for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
      files[name] = await (await handle.getFile()).text();
    return files;
  });

/** What a paste in another program would get. */
const pastedText = async (page: Page): Promise<string> => {
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }));
  });
  await page.locator('#pasted').press('ControlOrMeta+V');
  const text = await page.locator('#pasted').inputValue();
  await page.evaluate(() => document.querySelector('#pasted')?.remove());
  return text;
};

/** The policy of the page lets nobody read the clipboard, so it is pasted as a user would. */
const pastedWidth = async (page: Page): Promise<number> => {
  const width = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const area = Object.assign(document.createElement('textarea'), { id: 'pasted' });
        area.addEventListener('paste', ({ clipboardData }) => {
          const file = clipboardData?.files[0];
          area.remove();
          resolve(file ? createImageBitmap(file).then((bitmap) => bitmap.width) : 0);
        });
        document.body.append(area);
      }),
  );
  await page.locator('#pasted').press('ControlOrMeta+V');
  return width;
};

test('a picture has the words that are wanted, and every page becomes a file', async ({ lodestack, page }) => {
  await lodestack.saveByDownload();
  await chooseFolder(page);
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('translate')).toBeAttached();
  const dialog = page.getByRole('dialog', { name: 'Export the picture' });
  const size = dialog.getByText(/scales without loss/);

  await test.step('with another title, and without legend and subtitle', async () => {
    await page.keyboard.press('Control+e');
    await expect(dialog.getByRole('img')).toBeVisible();
    const whole = await size.textContent();
    await dialog.getByLabel('Title of the picture').fill('Calls for the board');
    await dialog.getByText('Subtitle').click();
    await dialog.getByText('Legend').click();
    await expect(size).not.toHaveText(whole ?? '');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save SVG …' }).click();
    const svg = await readFile(await (await download).path(), 'utf8');
    expect(svg).toContain('>Calls for the board</text>');
    expect(svg).not.toContain('Catalogue as of');
    expect(svg).not.toContain('id="legend"');
    expect(svg).toContain('Amazon Translate');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the look is remembered, the title belongs to the page', async () => {
    await page.keyboard.press('Control+e');
    await expect(dialog.getByRole('switch', { name: 'Legend' })).not.toBeChecked();
    await expect(dialog.getByLabel('Title of the picture')).not.toHaveValue('Calls for the board');
    await dialog.getByText('Legend').click();
    await page.keyboard.press('Escape');
  });

  await test.step('all pages are files of one folder, by their names', async () => {
    await page.getByRole('button', { name: /^What can be done with the page/ }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(page.getByRole('button', { name: /\(copy\)$/ }).first()).toBeVisible();
    await page.keyboard.press('Control+e');
    await dialog.getByRole('radio', { name: 'All pages' }).click();
    await expect(dialog.getByText(/^2 files: /)).toBeVisible();
    await dialog.getByRole('button', { name: 'Save SVGs …' }).click();
    await expect(page.getByText('Saved 2 pictures: pictures')).toBeVisible();
    const files = await inFolder(page);
    const names = Object.keys(files).sort();
    expect(names).toHaveLength(2);
    expect(names.filter((name) => name.endsWith('-copy.svg'))).toHaveLength(1);
    for (const name of names) {
      expect(name).toMatch(/^we-record-support-calls-[a-z-]+\.svg$/);
      expect(files[name]).toContain('Amazon Translate');
    }
  });

  await test.step('for draw.io they are pages of one file', async () => {
    await page.keyboard.press('Control+e');
    await dialog.getByRole('radio', { name: 'draw.io' }).click();
    await dialog.getByRole('radio', { name: 'All pages' }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save draw.io …' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^we-record-support-calls-[a-z-]+\.drawio$/);
    const xml = await readFile(await file.path(), 'utf8');
    expect(xml.match(/<diagram /g)).toHaveLength(2);
    expect(xml.match(/Amazon Translate/g)).toHaveLength(2);
  });
});

test('a picture is copied from the page by key and by menu', async ({ lodestack, page }) => {
  await page.context().grantPermissions(['clipboard-write']);
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('translate')).toBeAttached();
  await lodestack.drawn();
  await lodestack.node('translate').click();
  await page.keyboard.press('Control+Shift+C');
  await expect(page.getByText(/^Copied as a PNG/)).toBeVisible();
  // A part of 144 px and its margins, at 2x.
  expect(await pastedWidth(page)).toBe(2 * (144 + 2 * 16));

  await lodestack.node('translate').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy as SVG' }).click();
  await expect(page.getByText(/^Copied as SVG text/)).toBeVisible();
  const svg = await pastedText(page);
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('Amazon Translate');
  expect(svg).not.toContain('Amazon Transcribe<');
});

test('by keyboard alone: the choice of what is exported keeps the focus, and so does a button that is at work', async ({
  lodestack,
  page,
}) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('translate')).toBeAttached();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  const choice = (name: string) => dialog.getByRole('radio', { name, exact: true });
  await expect(dialog.getByRole('img')).toBeVisible();
  await choice('Sketch').focus();
  for (const [key, name, title] of [
    ['ArrowRight', 'Decision', 'Export the decision'],
    ['ArrowLeft', 'Sketch', 'Export the picture'],
    ['ArrowLeft', 'Stack map', 'Export the picture'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(choice(name)).toBeFocused();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
  }
  await page.keyboard.press('ArrowRight');

  // The question of where to save is never answered: the button stays at work.
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: () => new Promise(() => undefined) }));
  await expect(dialog.getByRole('img')).toBeVisible();
  const save = dialog.getByRole('button', { name: /^(Save|Painting)/ });
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await expect(save).toBeFocused();
});
