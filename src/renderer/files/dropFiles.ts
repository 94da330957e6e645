/** Sketches that are dropped on the window: one can be shown, and whoever dropped more is told. */
import { fileEnding } from '../../core/document/saving.ts';
import { largestDocument } from '../../platform/ipcContract.ts';
import type { Notice } from '../state/windowState.ts';

/** What a drop needs of a file. */
export type DroppedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** What a drop needs of the window. */
export interface DropTarget {
  /** Something is open that has to be answered first. */
  isBusy(): boolean;
  open(name: string, bytes: Uint8Array): Promise<void>;
  notify(notice: Omit<Notice, 'id'>): void;
}

/** The files of a drop that are sketches, by their names. */
export const sketchesAmong = <File extends DroppedFile>(files: readonly File[]): readonly File[] =>
  files.filter(({ name }) => name.toLowerCase().endsWith(`.${fileEnding}`));

/** Opens the first of the sketches that were dropped, and says what becomes of the others, or why none is opened. */
export async function openFirst(sketches: readonly DroppedFile[], { isBusy, open, notify }: DropTarget): Promise<void> {
  const [first, ...others] = sketches;
  if (!first) return;
  const { name } = first;
  if (isBusy())
    return notify({ tone: 'neutral', text: `${name} was not opened: a dialog is open. Close it, and drop it again.` });
  if (first.size > largestDocument)
    return notify({
      tone: 'danger',
      text: `${name} is too large to be a sketch.`,
      detail: `A sketch has at most ${largestDocument / 1024 / 1024} MB. The file is as it was.`,
    });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await first.arrayBuffer());
  } catch {
    return notify({
      tone: 'danger',
      text: `${name} could not be read; it may be a folder, or gone.`,
      detail: 'Drop another, or open it by File, “Open…”.',
    });
  }
  await open(name, bytes);
  if (others.length > 0)
    notify({
      tone: 'neutral',
      text: `Of ${sketches.length} files that were dropped, only ${name} was opened.`,
      detail: 'A window shows one sketch: drop the others one by one.',
    });
}
