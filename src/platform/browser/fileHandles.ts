/** The parts of the File System Access API that are used here; Chromium has them, TypeScript's DOM library has not. */
import { cancelled, saidBy } from '../failures.ts';
import type { PlatformFailure } from '../port.ts';

interface FileType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

/** What the pickers offer. */
export const fileTypes = [
  { description: 'Lodestack sketches', accept: { 'application/json': ['.lodestack.json', '.json'] } },
] as const satisfies readonly FileType[];

/** A browser that can ask where to save, which not every browser can. */
export interface SavePicker {
  showSaveFilePicker(options: { suggestedName: string; types: readonly FileType[] }): Promise<FileSystemFileHandle>;
}

/** A browser that can let the user choose a file to hold. */
export interface OpenPicker {
  showOpenFilePicker(options: { types: readonly FileType[] }): Promise<readonly FileSystemFileHandle[]>;
}

interface AskedPermission {
  requestPermission(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/** Whether this browser can; the others save by a download. */
export const hasSavePicker = (window: object): window is SavePicker =>
  'showSaveFilePicker' in window && typeof window.showSaveFilePicker === 'function';

/** Whether this browser can; the others read a file without holding it. */
export const hasOpenPicker = (window: object): window is OpenPicker =>
  'showOpenFilePicker' in window && typeof window.showOpenFilePicker === 'function';

const asksPermission = (handle: object): handle is AskedPermission =>
  'requestPermission' in handle && typeof handle.requestPermission === 'function';

/** Asks the user, where the browser wants it, whether the file may be read and written. */
export const mayUse = async (handle: FileSystemFileHandle): Promise<boolean> =>
  !asksPermission(handle) || (await handle.requestPermission({ mode: 'readwrite' })) === 'granted';

/** By which a DOMException is told: its message is the browser's own. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Writes a file. The browser writes beside the target and swaps on close, so it is all or nothing. */
export async function writeTo(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(new Blob([bytes.slice()]));
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  await stream.close();
}

/** Why a file was not written, in words. */
export function saveFailure(name: string, error: unknown): PlatformFailure {
  switch (nameOf(error)) {
    case 'AbortError':
      return cancelled;
    case 'QuotaExceededError':
      return {
        kind: 'no-space',
        message: `There is not enough space to write ${name}.`,
        remedy: 'Free some space or choose another place.',
      };
    case 'NotFoundError':
      return {
        kind: 'not-found',
        message: `${name}, or its folder, is not there any more.`,
        remedy: 'Save it under a name by “Save as…”.',
      };
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
      return { kind: 'denied', message: `${name} may not be written there.`, remedy: 'Choose another place.' };
    default:
      return {
        kind: 'failed',
        message: `${name} could not be written: ${saidBy(error)}.`,
        remedy: 'Try again, or choose another place.',
      };
  }
}

/** Why a file was not read, in words. */
export function readFailure(name: string, error: unknown): PlatformFailure {
  switch (nameOf(error)) {
    case 'AbortError':
      return cancelled;
    case 'NotFoundError':
      return { kind: 'not-found', message: `${name} is not there any more.`, remedy: 'Choose another file.' };
    case 'NotAllowedError':
      return {
        kind: 'denied',
        message: `The browser does not let the window read ${name}.`,
        remedy: 'Open it again by "Open…".',
      };
    default:
      return {
        kind: 'failed',
        message: `${name} could not be read; it may have been moved or changed.`,
        remedy: 'Choose it again.',
      };
  }
}
