import { failure, type Result, success } from '../../core/base/result.ts';
import { cancelled, documentTooLarge, notHeld } from '../failures.ts';
import type { Turn } from '../inTurn.ts';
import { largestDocument } from '../ipcContract.ts';
import type { OpenedDocument, Platform, PlatformFailure } from '../port.ts';
import { chooseFile } from './chooseFile.ts';
import { contentHash } from './contentHash.ts';
import { fileTypes, hasOpenPicker, mayUse, readFailure } from './fileHandles.ts';
import type { GrantedFiles } from './grantedFiles.ts';

/** Opens documents: by the browser's picker, or where it has none by an ordinary chooser of files. */
export function openHandles(
  window: Window & typeof globalThis,
  files: GrantedFiles,
  turn: Turn,
): Pick<Platform, 'openDocument' | 'reopenDocument' | 'recentDocuments'> {
  /** Reads a file that was granted. `chosen`: its content, where there is no handle that leads to it. */
  const read = (token: string, chosen?: File): Promise<Result<OpenedDocument, PlatformFailure>> =>
    turn(async () => {
      const held = files.find(token);
      if (held === undefined) return failure(notHeld);
      if (held.handle === undefined && chosen === undefined)
        return failure({
          kind: 'unavailable',
          message: `This browser does not let the window read ${held.name} again by itself.`,
          remedy: 'Choose it once more by “Open…”.',
        });
      const { name, handle } = held;
      try {
        if (handle && !(await mayUse(handle)))
          return failure(readFailure(name, new DOMException('', 'NotAllowedError')));
        const found = chosen ?? (await handle?.getFile());
        if (found === undefined) return failure(notHeld);
        if (found.size > largestDocument) return failure(documentTooLarge(name));
        const bytes = new Uint8Array(await found.arrayBuffer());
        held.hash = await contentHash(window.crypto, bytes);
        const elsewhere = handle ? await files.isElsewhere(held) : false;
        await files.remember(held);
        return success({ token, name, where: name, bytes, elsewhere });
      } catch (error) {
        return failure(readFailure(name, error));
      }
    });

  return {
    openDocument: async () => {
      try {
        if (hasOpenPicker(window)) {
          const [handle] = await window.showOpenFilePicker({ types: fileTypes });
          return handle === undefined ? failure(cancelled) : await read(await files.grant(handle));
        }
        const file = await chooseFile(window.document, ['json']);
        if (file === undefined) return failure(cancelled);
        return await read(files.grantWithoutHandle(file.name), file);
      } catch (error) {
        return failure(readFailure('The file', error));
      }
    },
    reopenDocument: async (token) => {
      await files.revive(token);
      return read(token);
    },
    recentDocuments: async () => success(await files.recent()),
  };
}
