import { success } from '../../core/base/result.ts';
import { inTurn } from '../inTurn.ts';
import type { Platform } from '../port.ts';
import type { Database } from './database.ts';
import { createGrantedFiles, type GrantedFile } from './grantedFiles.ts';
import { openHandles } from './openHandles.ts';
import { saveHandles } from './saveHandles.ts';

type DocumentCalls = ReturnType<typeof openHandles> &
  ReturnType<typeof saveHandles> &
  Pick<Platform, 'closeDocument' | 'forgetDocument'>;

/** Documents behind the handles of the File System Access API; where a browser has none, behind chooser and download. */
export function createDocumentHandles(window: Window & typeof globalThis, database: Database): DocumentCalls {
  const files = createGrantedFiles(window, database);
  // All in turn: two saves of the same file must not overtake one another.
  const turn = inTurn();
  const release = (token: string): GrantedFile | undefined => {
    const held = files.find(token);
    held?.release?.();
    if (held) held.release = undefined;
    return held;
  };
  return {
    ...openHandles(window, files, turn),
    ...saveHandles(window, files, turn),
    closeDocument: (token) =>
      turn(async () => {
        release(token);
        return success(undefined);
      }),
    forgetDocument: (token) =>
      turn(async () => {
        const held = release(token);
        if (held) await files.forget(held);
        return success(undefined);
      }),
  };
}
