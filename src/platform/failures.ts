import { largestDocument } from './ipcContract.ts';
import type { PlatformFailure } from './port.ts';

/** The failures that every adapter words alike. */
export const cancelled: PlatformFailure = {
  kind: 'cancelled',
  message: 'Nothing was chosen.',
  remedy: 'Choose a place to go on.',
};

/** An address that may not leave the app (`externalUrl`). */
export const refusedAddress = (url: string): PlatformFailure => ({
  kind: 'denied',
  message: `This address is not opened: ${url.length > 100 ? `${url.slice(0, 100)}…` : url}`,
  remedy: 'Only web pages and mail addresses leave the app.',
});

/** A state that is larger than the contract allows, or than the browser keeps. */
export const stateTooLarge: PlatformFailure = {
  kind: 'no-space',
  message: 'There is not enough space to remember the state of the window.',
  remedy: 'Go on working; only the last state is not remembered. Free some space to change that.',
};

/** Another program has written a file meanwhile. */
export const changedOutside = (where: string): PlatformFailure => ({
  kind: 'changed',
  message: `${where} was changed by another program since it was opened here.`,
  remedy: 'Nothing was overwritten. Load it again, save under another name, or overwrite it.',
});

/** A token that stands for nothing (any more). */
export const notHeld: PlatformFailure = {
  kind: 'not-found',
  message: 'This file is not known any more.',
  remedy: 'Open it again, or save under a name.',
};

/** More than a document may be: it is not read, so that no file can use up the memory. */
export const documentTooLarge = (where: string): PlatformFailure => ({
  kind: 'failed',
  message: `${where} is too large to be a sketch: it is larger than ${largestDocument / 1024 / 1024} MB.`,
  remedy: 'It was not read and stays as it is. Choose another file.',
});

/** A folder, a device, or the like. */
export const noFile = (where: string): PlatformFailure => ({
  kind: 'failed',
  message: `${where} is no file.`,
  remedy: 'Choose a file.',
});

/** The words of an error within a sentence: without the full stop that some end with. */
export const saidBy = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().replace(/\.+$/, '');

/** One of several files was not written; those before it were, and stay. */
export const onlySome = (failed: PlatformFailure, written: number, folder: string): PlatformFailure =>
  written === 0
    ? failed
    : {
        ...failed,
        message: `${failed.message} The ${written} before it ${written === 1 ? 'is' : 'are'} in ${folder}.`,
      };
