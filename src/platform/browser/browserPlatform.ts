import { failure, type Result, success } from '../../core/base/result.ts';
import { externalUrl } from '../externalUrl.ts';
import { cancelled, refusedAddress, stateTooLarge } from '../failures.ts';
import { largestState } from '../ipcContract.ts';
import type { FileToSave, OpenedFile, Platform, PlatformFailure, SavedFile } from '../port.ts';

/** The part of the File System Access API that is used here; Chromium has it, TypeScript's DOM library has not. */
interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: readonly { description: string; accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

const stateKey = 'lodestack.state';

/** Largest file that is opened, in bytes, so that a wrong choice does not fill the memory. */
const largestOpened = 64 * 1024 * 1024;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const hasSavePicker = (window: object): window is SavePicker =>
  'showSaveFilePicker' in window && typeof window.showSaveFilePicker === 'function';

const endingOf = (name: string): string => (/\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '').toLowerCase();

const saveFailure = (name: string, error: unknown): PlatformFailure => {
  switch (nameOf(error)) {
    case 'AbortError':
      return cancelled;
    case 'QuotaExceededError':
      return {
        kind: 'no-space',
        message: `There is not enough space to write ${name}.`,
        remedy: 'Free some space or choose another place.',
      };
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
      return { kind: 'denied', message: `${name} may not be written there.`, remedy: 'Choose another place.' };
    default:
      return {
        kind: 'failed',
        message: `${name} could not be written: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: 'Try again, or choose another place.',
      };
  }
};

/** Asks for a place and writes there. The browser writes beside the target and swaps on close, so it is all or nothing. */
async function saveByPicker(picker: SavePicker, file: FileToSave): Promise<Result<SavedFile, PlatformFailure>> {
  try {
    const ending = endingOf(file.name);
    const handle = await picker.showSaveFilePicker({
      suggestedName: file.name,
      types: ending === '' ? [] : [{ description: file.mediaType, accept: { [file.mediaType]: [ending] } }],
    });
    const stream = await handle.createWritable();
    try {
      await stream.write(new Blob([file.bytes.slice()]));
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
    await stream.close();
    return success({ where: handle.name });
  } catch (error) {
    return failure(saveFailure(file.name, error));
  }
}

/** Hands the file to the browser's own downloads. */
function saveByDownload(document: Document, file: FileToSave): Result<SavedFile, PlatformFailure> {
  const address = URL.createObjectURL(new Blob([file.bytes.slice()], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return success({ where: file.name });
}

/** Lets the user choose one file. Resolves with undefined when they choose none. */
const chooseFile = (document: Document, endings: readonly string[]): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.hidden = true;
    const finish = (): void => {
      input.remove();
      resolve(input.files?.[0]);
    };
    input.addEventListener('change', finish, { once: true });
    input.addEventListener('cancel', finish, { once: true });
    document.body.append(input);
    input.click();
  });

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

/** The platform of an ordinary browser window. `window` is passed in, so that tests can bring one of their own. */
export function createBrowserPlatform(window: Window & typeof globalThis): Platform {
  const { document } = window;
  return {
    name: 'browser',
    saveAs: async (file) => (hasSavePicker(window) ? saveByPicker(window, file) : saveByDownload(document, file)),
    open: (endings) => openFile(document, endings),
    copyText: async (text) => {
      try {
        await window.navigator.clipboard.writeText(text);
        return success(undefined);
      } catch {
        return failure({
          kind: 'denied',
          message: 'The browser did not let the text onto the clipboard.',
          remedy: 'Click into the window and try again, or allow the clipboard for this address.',
        });
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
