/** Several files in one folder, where the browser lets the user choose one. */
import { failure, type Result, success } from '../../core/base/result.ts';
import { onlySome } from '../failures.ts';
import { freeName } from '../freeName.ts';
import type { FileToSave, PlatformFailure, SavedFile } from '../port.ts';
import { nameOf, saveFailure, writeTo } from './fileHandles.ts';

/** A browser that can ask for a folder, which not every browser can. */
interface FolderPicker {
  showDirectoryPicker(options: { readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser can; the others download one file after the other. */
export const hasFolderPicker = (window: object): window is FolderPicker =>
  'showDirectoryPicker' in window && typeof window.showDirectoryPicker === 'function';

async function isTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    // A folder may have the name, too.
    if (nameOf(error) === 'TypeMismatchError') return true;
    if (nameOf(error) === 'NotFoundError') return false;
    throw error;
  }
}

/** Asks for a folder and writes each file there, under a name that is free. */
export async function saveInFolder(
  picker: FolderPicker,
  files: readonly FileToSave[],
): Promise<Result<SavedFile, PlatformFailure>> {
  let folder: FileSystemDirectoryHandle;
  try {
    folder = await picker.showDirectoryPicker({ mode: 'readwrite' });
  } catch (error) {
    return failure(saveFailure('The folder', error));
  }
  for (const [written, { name, bytes }] of files.entries()) {
    try {
      const given = await freeName(name, (other) => isTaken(folder, other));
      await writeTo(await folder.getFileHandle(given, { create: true }), bytes);
    } catch (error) {
      return failure(onlySome(saveFailure(name, error), written, folder.name));
    }
  }
  return success({ where: folder.name });
}
