import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { failure, type Result, success } from '../core/base/result.ts';
import { externalUrl } from '../platform/externalUrl.ts';
import { cancelled, refusedAddress } from '../platform/failures.ts';
import type { Calls } from '../platform/ipcContract.ts';
import { carefulWrite } from '../platform/node/carefulWrite.ts';
import { sweepLeftOvers } from '../platform/node/temporaryFile.ts';
import type { FileToSave, OpenedFile, PlatformFailure, SavedFile } from '../platform/port.ts';
import { createBackups } from './backups.ts';
import { createDocumentFiles, type PathQuestions } from './documentFiles.ts';
import { createRecentFiles } from './recentFiles.ts';
import { saveAll } from './saveAll.ts';
import type { StateFile } from './stateFile.ts';
import { unreadable } from './unreadable.ts';

/** What the calls need of the desktop: dialogs, clipboard, the system's browser. Electron gives them, tests fake them. */
export interface Desktop extends PathQuestions {
  /** The folder for several files. */
  askForFolder(): Promise<string | undefined>;
  writeClipboard(text: string): Promise<void>;
  writePicture(png: Uint8Array<ArrayBuffer>): Promise<void>;
  openAddress(url: string): Promise<void>;
}

/** Largest file that is opened, in bytes, so that a wrong choice does not fill the memory. */
const largestOpened = 64 * 1024 * 1024;

async function save(desktop: Desktop, file: FileToSave): Promise<Result<SavedFile, PlatformFailure>> {
  const path = await desktop.askWhereToSave(file.name);
  if (path === undefined) return failure(cancelled);
  const written = await carefulWrite(path, file.bytes);
  if (!written.ok) {
    const { kind, message, remedy } = written.error;
    return failure({ kind: kind === 'is-directory' ? 'failed' : kind, message, remedy });
  }
  // What an earlier save, killed half-way, left beside it.
  await sweepLeftOvers(dirname(written.value.path), Date.now());
  return success({ where: path });
}

async function open(desktop: Desktop, endings: readonly string[]): Promise<Result<OpenedFile, PlatformFailure>> {
  const path = await desktop.askWhatToOpen(endings);
  if (path === undefined) return failure(cancelled);
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > largestOpened) {
      return failure({
        kind: 'failed',
        message: `${path} is no file that can be opened here${found.isFile() ? `: it is larger than ${largestOpened / 1024 / 1024} MB` : ''}.`,
        remedy: 'Choose another file.',
      });
    }
    return success({ where: path, name: basename(path), bytes: new Uint8Array(await readFile(path)) });
  } catch (error) {
    return failure(unreadable(path, error));
  }
}

/** Where the app keeps what is its own: a file of recent paths, and a folder of backups. */
export interface OwnPlaces {
  readonly recentFile: string;
  readonly backupFolder: string;
}

/** What the main process does for the window. Only a path that the user chose in a dialog is ever read or written. */
export function createCalls(desktop: Desktop, state: StateFile, { recentFile, backupFolder }: OwnPlaces): Calls {
  return {
    ...createDocumentFiles(desktop, createRecentFiles(recentFile)),
    ...createBackups(backupFolder),
    saveAs: (file) => save(desktop, file),
    saveAllAs: async (files) => saveAll(await desktop.askForFolder(), files),
    open: (endings) => open(desktop, endings),
    copyText: async (text) => {
      await desktop.writeClipboard(text);
      return success(undefined);
    },
    copyPicture: async (png) => {
      await desktop.writePicture(png);
      return success(undefined);
    },
    openExternal: async (url) => {
      const address = externalUrl(url);
      if (address === undefined) return failure(refusedAddress(url));
      await desktop.openAddress(address);
      return success(undefined);
    },
    readState: () => state.read(),
    writeState: (text) => state.write(text),
  };
}
