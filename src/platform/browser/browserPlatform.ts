import { failure, type Result, success } from '../../core/base/result.ts';
import { externalUrl } from '../externalUrl.ts';
import { cancelled, refusedAddress, stateTooLarge } from '../failures.ts';
import { largestState } from '../ipcContract.ts';
import type { FileToSave, OpenedFile, Platform, PlatformFailure, SavedFile } from '../port.ts';
import { createBackupStore } from './backupStore.ts';
import { chooseFile, download } from './chooseFile.ts';
import { openDatabase } from './database.ts';
import { createDocumentHandles } from './documentHandles.ts';
import { hasSavePicker, nameOf, type SavePicker, saveFailure, writeTo } from './fileHandles.ts';
import { hasFolderPicker, saveInFolder } from './saveInFolder.ts';

const endingOf = (name: string): string => (/\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '').toLowerCase();

const stateKey = 'lodestack.state';

/** Largest file that is opened, in bytes, so that a wrong choice does not fill the memory. */
const largestOpened = 64 * 1024 * 1024;

/** Asks for a place and writes there. */
async function saveByPicker(picker: SavePicker, file: FileToSave): Promise<Result<SavedFile, PlatformFailure>> {
  try {
    const ending = endingOf(file.name);
    const handle = await picker.showSaveFilePicker({
      suggestedName: file.name,
      types: ending === '' ? [] : [{ description: file.mediaType, accept: { [file.mediaType]: [ending] } }],
    });
    await writeTo(handle, file.bytes);
    return success({ where: handle.name });
  } catch (error) {
    return failure(saveFailure(file.name, error));
  }
}

async function openFile(document: Document, endings: readonly string[]): Promise<Result<OpenedFile, PlatformFailure>> {
  const file = await chooseFile(document, endings);
  if (file === undefined) return failure(cancelled);
  if (file.size > largestOpened) {
    return failure({
      kind: 'failed',
      message: `${file.name} is larger than ${largestOpened / 1024 / 1024} MB.`,
      remedy: 'Choose a smaller file.',
    });
  }
  try {
    return success({ where: file.name, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return failure({
      kind: 'not-found',
      message: `${file.name} could not be read; it may have been moved or changed.`,
      remedy: 'Choose it again.',
    });
  }
}

const storageFailure = (error: unknown): PlatformFailure =>
  nameOf(error) === 'QuotaExceededError'
    ? stateTooLarge
    : {
        kind: 'unavailable',
        message: 'This browser does not let the window remember its state.',
        remedy: 'Go on working; allow site data for this address to have the state remembered.',
      };

const clipboardFailure = (thing: 'text' | 'picture'): PlatformFailure => ({
  kind: 'denied',
  message: `The browser did not let the ${thing} onto the clipboard.`,
  remedy: 'Click into the window and try again, or allow the clipboard for this address.',
});

/** The platform of an ordinary browser window. `window` is passed in, so that tests can bring one of their own. */
export function createBrowserPlatform(window: Window & typeof globalThis): Platform {
  const { document } = window;
  const database = openDatabase(window.indexedDB);
  return {
    name: 'browser',
    saveAs: async (file) => {
      if (hasSavePicker(window)) return saveByPicker(window, file);
      download(document, file);
      return success({ where: file.name });
    },
    saveAllAs: async (files) => {
      if (hasFolderPicker(window)) return saveInFolder(window, files);
      for (const file of files) download(document, file);
      return success({ where: files.map(({ name }) => name).join(', ') });
    },
    ...createDocumentHandles(window, database),
    ...createBackupStore(window.navigator.locks, database),
    open: (endings) => openFile(document, endings),
    copyText: async (text) => {
      try {
        await window.navigator.clipboard.writeText(text);
        return success(undefined);
      } catch {
        return failure(clipboardFailure('text'));
      }
    },
    copyPicture: async (png) => {
      try {
        const item = new window.ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) });
        await window.navigator.clipboard.write([item]);
        return success(undefined);
      } catch {
        return failure(clipboardFailure('picture'));
      }
    },
    openExternal: async (url) => {
      const address = externalUrl(url);
      if (address === undefined) return failure(refusedAddress(url));
      window.open(address, '_blank', 'noopener,noreferrer');
      return success(undefined);
    },
    readState: async () => {
      try {
        return success(window.localStorage.getItem(stateKey) ?? undefined);
      } catch (error) {
        return failure(storageFailure(error));
      }
    },
    writeState: async (state) => {
      if (state.length > largestState) return failure(stateTooLarge);
      try {
        window.localStorage.setItem(stateKey, state);
        return success(undefined);
      } catch (error) {
        return failure(storageFailure(error));
      }
    },
    // A browser has no menu that a page may fill; the window's own shortcuts do the same.
    onMenu: () => () => undefined,
  };
}
