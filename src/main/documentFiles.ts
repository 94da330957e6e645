import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { failure, type Result, success } from '../core/base/result.ts';
import { cancelled, changedOutside, documentTooLarge, noFile, notHeld } from '../platform/failures.ts';
import { inTurn } from '../platform/inTurn.ts';
import { type Calls, largestDocument } from '../platform/ipcContract.ts';
import { carefulWrite } from '../platform/node/carefulWrite.ts';
import { sweepLeftOvers } from '../platform/node/temporaryFile.ts';
import type { DocumentFile, OpenedDocument, PlatformFailure, SaveMode } from '../platform/port.ts';
import { type Hold, holdFile } from './fileLock.ts';
import type { RecentFiles } from './recentFiles.ts';
import { unreadable } from './unreadable.ts';

/** The questions that a user answers with a path. */
export interface PathQuestions {
  askWhereToSave(suggestedName: string): Promise<string | undefined>;
  askWhatToOpen(endings: readonly string[]): Promise<string | undefined>;
}

/** A path that the user chose, and what stood there when it was last read or written here. */
interface Grant {
  readonly path: string;
  /** SHA-256 of the content; undefined before the first look. */
  hash: string | undefined;
  hold: Hold | undefined;
}

type DocumentCalls = Pick<
  Calls,
  | 'openDocument'
  | 'reopenDocument'
  | 'recentDocuments'
  | 'saveDocument'
  | 'saveDocumentAs'
  | 'documentChanged'
  | 'closeDocument'
  | 'forgetDocument'
>;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What stands at a path; undefined where nothing does. */
async function readWhole(path: string): Promise<Result<Uint8Array | undefined, PlatformFailure>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return failure(noFile(path));
    if (found.size > largestDocument) return failure(documentTooLarge(path));
    return success(new Uint8Array(await readFile(path)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return success(undefined);
    return failure(unreadable(path, error));
  }
}

/** Whether nothing stands at a path; not where that can't be told. */
const isGone = (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  );

/**
 * Opens and saves documents for the window, which knows only tokens. Paths are granted by the user alone: in a dialog, or by having
 * chosen the file before (the recent ones). Reads and writes go one after the other.
 */
export function createDocumentFiles(questions: PathQuestions, recent: RecentFiles): DocumentCalls {
  const grants = new Map<string, Grant>();
  const turn = inTurn();

  const grant = (path: string): string => {
    const known = [...grants].find(([, { path: granted }]) => granted === path)?.[0];
    const token = known ?? randomUUID();
    if (known === undefined) grants.set(token, { path, hash: undefined, hold: undefined });
    return token;
  };
  const fileOf = (token: string, path: string): DocumentFile => ({ token, name: basename(path), where: path });
  const take = async (held: Grant): Promise<Hold> => {
    // A hold that someone else had may be free by now.
    if (held.hold === undefined || held.hold.elsewhere) held.hold = await holdFile(held.path);
    return held.hold;
  };

  const release = async (token: string): Promise<Grant | undefined> => {
    const held = grants.get(token);
    await held?.hold?.release();
    if (held) held.hold = undefined;
    return held;
  };

  const read = (token: string): Promise<Result<OpenedDocument, PlatformFailure>> =>
    turn(async () => {
      const held = grants.get(token);
      if (held === undefined) return failure(notHeld);
      const { path } = held;
      const found = await readWhole(path);
      if (!found.ok) return found;
      const bytes = found.value;
      if (bytes === undefined) {
        return failure({
          kind: 'not-found',
          message: `${path} is not there any more.`,
          remedy: 'Choose another file.',
        });
      }
      held.hash = hashOf(bytes);
      const { elsewhere } = await take(held);
      await recent.add(path);
      return success({ ...fileOf(token, path), bytes, elsewhere });
    });

  /** Whether someone else wrote the file; one that is gone can be written anew without a loss. */
  const isChanged = async ({ path, hash }: Grant): Promise<Result<boolean, PlatformFailure>> => {
    const found = await readWhole(path);
    if (!found.ok) return found;
    return success(found.value !== undefined && hashOf(found.value) !== hash);
  };

  const write = (token: string, bytes: Uint8Array, mode: SaveMode): Promise<Result<DocumentFile, PlatformFailure>> =>
    turn(async () => {
      const held = grants.get(token);
      if (held === undefined) return failure(notHeld);
      const { path } = held;
      if (mode === 'unless-changed') {
        const changed = await isChanged(held);
        if (!changed.ok) return changed;
        if (changed.value) return failure(changedOutside(path));
      }
      const written = await carefulWrite(path, bytes);
      if (!written.ok) {
        const { kind, message, remedy } = written.error;
        return failure({ kind: kind === 'is-directory' ? 'failed' : kind, message, remedy });
      }
      held.hash = hashOf(bytes);
      await sweepLeftOvers(dirname(written.value.path), Date.now());
      await take(held);
      await recent.add(path);
      return success(fileOf(token, path));
    });

  return {
    openDocument: async () => {
      const path = await questions.askWhatToOpen(['json']);
      return path === undefined ? failure(cancelled) : read(grant(path));
    },
    reopenDocument: read,
    recentDocuments: async () => {
      const found = (await recent.list()).map(async (path): Promise<DocumentFile> => {
        const file = fileOf(grant(path), path);
        return (await isGone(path)) ? { ...file, missing: true } : file;
      });
      return success(await Promise.all(found));
    },
    saveDocument: write,
    saveDocumentAs: async (name, bytes) => {
      const path = await questions.askWhereToSave(name);
      // The dialog has asked whether to overwrite.
      return path === undefined ? failure(cancelled) : write(grant(path), bytes, 'overwrite');
    },
    documentChanged: (token) =>
      turn(async () => {
        const held = grants.get(token);
        return held === undefined ? failure(notHeld) : isChanged(held);
      }),
    closeDocument: (token) =>
      turn(async () => {
        await release(token);
        return success(undefined);
      }),
    forgetDocument: (token) =>
      turn(async () => {
        const held = await release(token);
        if (held) await recent.remove(held.path);
        return success(undefined);
      }),
  };
}
