import { failure, success } from '../../core/base/result.ts';
import { changedOutside, notHeld } from '../failures.ts';
import type { Turn } from '../inTurn.ts';
import type { DocumentFile, Platform } from '../port.ts';
import { download } from './chooseFile.ts';
import { contentHash } from './contentHash.ts';
import { fileTypes, hasSavePicker, nameOf, readFailure, saveFailure, writeTo } from './fileHandles.ts';
import type { GrantedFile, GrantedFiles } from './grantedFiles.ts';

/** What stands in a file; undefined where it is gone, or there is no way to look. */
async function contentOf({ handle }: GrantedFile): Promise<Uint8Array | undefined> {
  try {
    const file = await handle?.getFile();
    return file && new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return undefined;
    throw error;
  }
}

const fileOf = ({ token, name }: GrantedFile): DocumentFile => ({ token, name, where: name });

/** Saves documents: behind a handle in place, without one as a download. Nothing that another program wrote is lost in silence. */
export function saveHandles(
  window: Window & typeof globalThis,
  files: GrantedFiles,
  turn: Turn,
): Pick<Platform, 'saveDocument' | 'saveDocumentAs' | 'documentChanged'> {
  const isChanged = async (held: GrantedFile): Promise<boolean> => {
    const bytes = await contentOf(held);
    return bytes !== undefined && (await contentHash(window.crypto, bytes)) !== held.hash;
  };
  const write = async (held: GrantedFile, bytes: Uint8Array): Promise<void> => {
    if (held.handle) await writeTo(held.handle, bytes);
    else download(window.document, { name: held.name, mediaType: 'application/json', bytes });
    held.hash = await contentHash(window.crypto, bytes);
  };

  return {
    saveDocument: (token, bytes, mode) =>
      turn(async () => {
        const held = files.find(token);
        if (held === undefined) return failure(notHeld);
        try {
          if (held.handle && mode === 'unless-changed' && (await isChanged(held)))
            return failure(changedOutside(held.name));
          await write(held, bytes);
          await files.remember(held);
          return success(fileOf(held));
        } catch (error) {
          return failure(saveFailure(held.name, error));
        }
      }),
    saveDocumentAs: async (name, bytes) => {
      try {
        const token = hasSavePicker(window)
          ? await files.grant(await window.showSaveFilePicker({ suggestedName: name, types: fileTypes }))
          : files.grantWithoutHandle(name);
        return await turn(async () => {
          const held = files.find(token);
          if (held === undefined) return failure(notHeld);
          await write(held, bytes);
          if (held.handle) await files.isElsewhere(held);
          await files.remember(held);
          return success(fileOf(held));
        });
      } catch (error) {
        return failure(saveFailure(name, error));
      }
    },
    documentChanged: (token) =>
      turn(async () => {
        const held = files.find(token);
        if (held === undefined) return failure(notHeld);
        try {
          return success(held.handle !== undefined && (await isChanged(held)));
        } catch (error) {
          return failure(readFailure(held.name, error));
        }
      }),
  };
}
