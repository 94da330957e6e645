import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { Result } from '../../src/core/base/result.ts';
import type { FileToSave, OpenedDocument, Platform, PlatformFailure } from '../../src/platform/port.ts';
import { platformContract } from '../contract/platform.contract.ts';
import type { PlatformHarness } from '../contract/platformHarness.ts';
import { type PlatformPage, servePlatformPage } from '../support/browserPlatformPage.ts';
import { fileBytes, putFile } from './filesWorld.ts';

declare global {
  interface Window {
    platform: Platform;
  }
}

let site: PlatformPage;
test.beforeAll(async () => {
  site = await servePlatformPage();
});
test.afterAll(() => site.close());

/** Whether the browser asks for a place (Chromium) or downloads (every other). */
type SavingWay = 'picker' | 'download';

/** Chromium's own pickers are windows of the system that no test can press, so the page gets ones that answer. */
const installPicker = (page: Page) =>
  page.addInitScript(() => {
    const saved: { name: string; bytes: number[] }[] = [];
    const privateFile = async (create: boolean): Promise<FileSystemFileHandle> => {
      const name = sessionStorage.getItem('document');
      if (name === null) throw new DOMException('The user aborted a request.', 'AbortError');
      return (await navigator.storage.getDirectory()).getFileHandle(name, { create });
    };
    Object.assign(window, {
      pickerAnswer: 'accept',
      pickerSaved: saved,
      showOpenFilePicker: async () => [await privateFile(false)],
      showDirectoryPicker: async () => {
        if ((window as unknown as { pickerAnswer: string }).pickerAnswer === 'cancel') {
          throw new DOMException('The user aborted a request.', 'AbortError');
        }
        return (await navigator.storage.getDirectory()).getDirectoryHandle('pictures', { create: true });
      },
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        // Documents go to real files of the browser's own; everything else to a list.
        if (suggestedName.endsWith('.lodestack.json')) return privateFile(true);
        if ((window as unknown as { pickerAnswer: string }).pickerAnswer === 'cancel') {
          throw new DOMException('The user aborted a request.', 'AbortError');
        }
        const chunks: Blob[] = [];
        return {
          name: suggestedName,
          createWritable: async () => ({
            write: async (chunk: Blob) => chunks.push(chunk),
            close: async () => {
              const bytes = [...new Uint8Array(await new Blob(chunks).arrayBuffer())];
              saved.push({ name: suggestedName, bytes });
            },
            abort: async () => undefined,
          }),
        };
      },
    });
  });

const removePicker = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: undefined,
      showOpenFilePicker: undefined,
      showDirectoryPicker: undefined,
    });
  });

/** An opened document, with its bytes as they cross over. */
type Crossed = Result<Omit<OpenedDocument, 'bytes'> & { readonly bytes: readonly number[] }, PlatformFailure>;

const uncrossed = (crossed: Crossed): Result<OpenedDocument, PlatformFailure> =>
  crossed.ok ? { ok: true, value: { ...crossed.value, bytes: new Uint8Array(crossed.value.bytes) } } : crossed;

/** The platform of a page, called from here. Bytes go over as numbers. */
const remotePlatform = (page: () => Page): Platform => ({
  name: 'browser',
  saveAs: (file: FileToSave) =>
    page().evaluate(
      ({ name, mediaType, bytes }) => window.platform.saveAs({ name, mediaType, bytes: new Uint8Array(bytes) }),
      { ...file, bytes: [...file.bytes] },
    ),
  saveAllAs: (files) =>
    page().evaluate(
      (given) => window.platform.saveAllAs(given.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }))),
      files.map((file) => ({ ...file, bytes: [...file.bytes] })),
    ),
  open: async (endings) => {
    const result = await page().evaluate(async (wanted) => {
      const answer = await window.platform.open(wanted);
      return answer.ok ? { ok: true as const, value: { ...answer.value, bytes: [...answer.value.bytes] } } : answer;
    }, endings);
    return result.ok ? { ok: true, value: { ...result.value, bytes: new Uint8Array(result.value.bytes) } } : result;
  },
  openDocument: async () =>
    uncrossed(
      await page().evaluate(async () => {
        const answer = await window.platform.openDocument();
        return answer.ok ? { ok: true as const, value: { ...answer.value, bytes: [...answer.value.bytes] } } : answer;
      }),
    ),
  reopenDocument: async (token) =>
    uncrossed(
      await page().evaluate(async (value) => {
        const answer = await window.platform.reopenDocument(value);
        return answer.ok ? { ok: true as const, value: { ...answer.value, bytes: [...answer.value.bytes] } } : answer;
      }, token),
    ),
  recentDocuments: () => page().evaluate(() => window.platform.recentDocuments()),
  saveDocument: (token, bytes, mode) =>
    page().evaluate((given) => window.platform.saveDocument(given.token, new Uint8Array(given.bytes), given.mode), {
      token,
      bytes: [...bytes],
      mode,
    }),
  saveDocumentAs: (name, bytes) =>
    page().evaluate((given) => window.platform.saveDocumentAs(given.name, new Uint8Array(given.bytes)), {
      name,
      bytes: [...bytes],
    }),
  documentChanged: (token) => page().evaluate((value) => window.platform.documentChanged(value), token),
  closeDocument: (token) => page().evaluate((value) => window.platform.closeDocument(value), token),
  forgetDocument: (token) => page().evaluate((value) => window.platform.forgetDocument(value), token),
  keepBackup: (backup) => page().evaluate((value) => window.platform.keepBackup(value), backup),
  dropBackup: (id) => page().evaluate((value) => window.platform.dropBackup(value), id),
  leftBackups: () => page().evaluate(() => window.platform.leftBackups()),
  copyText: (text) => page().evaluate((value) => window.platform.copyText(value), text),
  copyPicture: (png) => page().evaluate((bytes) => window.platform.copyPicture(new Uint8Array(bytes)), [...png]),
  openExternal: (url) => page().evaluate((value) => window.platform.openExternal(value), url),
  readState: () => page().evaluate(() => window.platform.readState()),
  writeState: (state) => page().evaluate((value) => window.platform.writeState(value), state),
  onMenu: () => () => undefined,
});

const makeHarness = async (context: BrowserContext, way: SavingWay): Promise<PlatformHarness> => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let page = await context.newPage();
  const pages = [page];
  const load = async (): Promise<void> => {
    await (way === 'picker' ? installPicker(page) : removePicker(page));
    await page.addInitScript(() => {
      // What goes to the system is seen where the page hands it over; nothing is fetched.
      Object.assign(window, { handedOver: [] as string[] });
      window.open = (url, target, features) => {
        (window as unknown as { handedOver: string[] }).handedOver.push(`${url} ${target} ${features}`);
        return null;
      };
    });
    await page.goto(site.address);
    await page.waitForFunction(() => window.platform !== undefined);
  };
  await load();
  let download: Promise<{ name: string; bytes: Uint8Array }> | undefined;
  const downloads = new Map<string, typeof download>();
  page.on('download', (event) => {
    const name = event.suggestedFilename();
    download = (async () => ({ name, bytes: new Uint8Array(await readFile(await event.path())) }))();
    downloads.set(name, download);
  });
  return {
    platform: remotePlatform(() => page),
    answerSave: async (answer) => {
      await page.evaluate((value) => Object.assign(window, { pickerAnswer: value }), answer);
    },
    lastSaved: async () => {
      if (way === 'download') {
        await expect.poll(() => download !== undefined).toBe(true);
        return download;
      }
      const saved = await page.evaluate(() =>
        (window as unknown as { pickerSaved: { name: string; bytes: number[] }[] }).pickerSaved.at(-1),
      );
      return saved && { name: saved.name, bytes: new Uint8Array(saved.bytes) };
    },
    saved: async (name) => {
      if (way === 'download') {
        await expect.poll(() => downloads.has(name)).toBe(true);
        return (await downloads.get(name))?.bytes;
      }
      const bytes = await page.evaluate(async (wanted) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('pictures', { create: true });
        const handle = await folder.getFileHandle(wanted).catch(() => undefined);
        return handle && [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
      }, name);
      return bytes && new Uint8Array(bytes);
    },
    answerOpen: async (file) => {
      if (file === undefined) {
        // The system's chooser cannot be pressed; the input is told what it is told by a press on Cancel.
        await page.evaluate(() => {
          HTMLInputElement.prototype.click = function () {
            setTimeout(() => this.dispatchEvent(new Event('cancel')), 0);
          };
        });
        return;
      }
      page.once('filechooser', (chooser) =>
        chooser.setFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.bytes) }),
      );
    },
    // The policy of the page lets nobody read the clipboard, so the text is pasted as a user would.
    answerDocument: async (name) => {
      for (const one of pages) {
        if (one.isClosed()) continue;
        await one.evaluate((value) => {
          if (value === undefined) sessionStorage.removeItem('document');
          else sessionStorage.setItem('document', value);
        }, name);
      }
    },
    putDocument: (name, bytes) => putFile(page, name, [...bytes]),
    removeDocument: (name) =>
      page.evaluate(async (value) => (await navigator.storage.getDirectory()).removeEntry(value), name),
    documentBytes: async (name) => {
      const bytes = await fileBytes(page, name);
      return bytes && new Uint8Array(bytes);
    },
    another: async () => {
      const first = page;
      const second = await context.newPage();
      pages.push(second);
      page = second;
      await load();
      page = first;
      return remotePlatform(() => second);
    },
    clipboard: async () => {
      await page.evaluate(() => document.body.append(document.createElement('textarea')));
      await page.locator('textarea').press('ControlOrMeta+V');
      return page.locator('textarea').inputValue();
    },
    copiedPictureWidth: async () => {
      await page.evaluate(() => {
        document.addEventListener('paste', ({ clipboardData }) => {
          const file = clipboardData?.files[0];
          if (file) void createImageBitmap(file).then(({ width }) => Object.assign(window, { pastedWidth: width }));
        });
      });
      await page.keyboard.press('ControlOrMeta+V');
      const width = () => page.evaluate(() => (window as unknown as { pastedWidth?: number }).pastedWidth);
      await expect.poll(width).toBeDefined();
      return width();
    },
    opened: async () => {
      const handed = await page.evaluate(() => (window as unknown as { handedOver: string[] }).handedOver);
      for (const line of handed) expect(line).toMatch(/ _blank noopener,noreferrer$/);
      return handed.map((line) => line.split(' ')[0] ?? '');
    },
    restart: async () => {
      await page.close();
      page = await context.newPage();
      pages.push(page);
      await load();
      return remotePlatform(() => page);
    },
    fillStateStore: () =>
      page.evaluate(() => {
        let chunk = 'x'.repeat(1024 * 1024);
        for (let index = 0; chunk.length > 0; index += 1) {
          try {
            localStorage.setItem(`filler ${index}`, chunk);
          } catch {
            chunk = chunk.slice(0, Math.floor(chunk.length / 2));
          }
        }
      }),
    chooseFromMenu: undefined,
  };
};

const run = async (browser: Browser, way: SavingWay, name: string): Promise<void> => {
  const context = await browser.newContext({ acceptDownloads: true });
  try {
    await platformContract.find((one) => one.name === name)?.run(await makeHarness(context, way));
  } finally {
    await context.close();
  }
};

for (const way of ['picker', 'download'] as const) {
  test.describe(`the platform of the browser, saving by ${way}`, () => {
    for (const { name } of platformContract) {
      // A download cannot be cancelled from here: the browser asks, if at all, after it was told.
      if (way === 'download' && name.includes('cancels a save')) continue;
      if (way === 'download' && !/sav/.test(name)) continue;
      // Without handles no file is held: tests/e2e/files.spec.ts has what is left.
      if (way === 'download' && name.startsWith('documents:')) continue;
      test(name, ({ browser }) => run(browser, way, name));
    }
  });
}
