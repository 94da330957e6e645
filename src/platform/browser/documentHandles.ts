import { failure, type Result, success } from '../../core/base/result.ts';
import { cancelled, changedOutside, documentTooLarge, notHeld } from '../failures.ts';
import { largestDocument, mostRecent } from '../ipcContract.ts';
import type { DocumentFile, OpenedDocument, Platform, PlatformFailure } from '../port.ts';
import { chooseFile, download } from './chooseFile.ts';
import type { Database, KeptFile } from './database.ts';
import { hasOpenPicker, hasSavePicker, mayUse, nameOf, readFailure, saveFailure, writeTo } from './fileHandles.ts';
import { takeLock } from './windowLock.ts';

type DocumentCalls = Pick<
  Platform,
  | 'openDocument'
  | 'reopenDocument'
  | 'recentDocuments'
  | 'saveDocument'
  | 'saveDocumentAs'
  | 'documentChanged'
  | 'closeDocument'
>;

/** A file that the user gave. Without a handle it can only be downloaded again. */
interface Grant {
  readonly name: string;
  readonly handle: FileSystemFileHandle | undefined;
  /** SHA-256 of what was last read or written. */
  hash: string | undefined;
  release: (() => void) | undefined;
}

const fileTypes = [
  { description: 'Lodestack sketches', accept: { 'application/json': ['.lodestack.json', '.json'] } },
] as const;

/** Documents behind the handles of the File System Access API; where a browser has none, behind chooser and download. */
export function createDocumentHandles(window: Window & typeof globalThis, database: Database): DocumentCalls {
  const grants = new Map<string, Grant>();
  // All in turn: two saves of the same file must not overtake one another.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const hashOf = async (bytes: Uint8Array): Promise<string> => {
    const digest = await window.crypto.subtle.digest('SHA-256', bytes.slice());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const fileOf = (token: string, { name }: Grant): DocumentFile => ({ token, name, where: name });

  /** Files of earlier windows; none where the browser keeps nothing. */
  const keptFiles = async (): Promise<readonly KeptFile[]> => {
    const kept = await database.all('files').catch(() => []);
    return kept.toSorted((left, right) => right.time - left.time);
  };
  const add = (token: string, name: string, handle: FileSystemFileHandle | undefined): string => {
    if (!grants.has(token)) grants.set(token, { name, handle, hash: undefined, release: undefined });
    return token;
  };
  /** The token of a file; the same file has the same one, in every window, so that windows can tell one another. */
  const grant = async (handle: FileSystemFileHandle): Promise<string> => {
    for (const { token, handle: known } of await keptFiles()) {
      if (await known.isSameEntry(handle)) return add(token, handle.name, handle);
    }
    return add(window.crypto.randomUUID(), handle.name, handle);
  };
  const remember = async (token: string, { handle }: Grant): Promise<void> => {
    if (handle === undefined) return;
    // Being remembered is a courtesy.
    await database.put('files', { token, handle, time: Date.now() }).catch(() => undefined);
    for (const { token: old } of (await keptFiles()).slice(mostRecent)) {
      await database.remove('files', old).catch(() => undefined);
    }
  };
  /** Whether another window has the file; otherwise this one has it from now on. */
  const isElsewhere = async (token: string, held: Grant): Promise<boolean> => {
    held.release ??= await takeLock(window.navigator.locks, `lodestack-file-${token}`);
    return held.release === undefined;
  };

  const readFile = async (held: Grant): Promise<Uint8Array | undefined> => {
    try {
      const file = await held.handle?.getFile();
      return file && new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (nameOf(error) === 'NotFoundError') return undefined;
      throw error;
    }
  };

  const read = (token: string, file?: File): Promise<Result<OpenedDocument, PlatformFailure>> =>
    inTurn(async () => {
      const held = grants.get(token);
      if (held === undefined || (held.handle === undefined && file === undefined)) return failure(notHeld);
      try {
        if (held.handle && !(await mayUse(held.handle)))
          return failure(readFailure(held.name, new DOMException('', 'NotAllowedError')));
        const found = file ?? (await held.handle?.getFile());
        if (found === undefined) return failure(notHeld);
        if (found.size > largestDocument) return failure(documentTooLarge(held.name));
        const bytes = new Uint8Array(await found.arrayBuffer());
        held.hash = await hashOf(bytes);
        const elsewhere = held.handle ? await isElsewhere(token, held) : false;
        await remember(token, held);
        return success({ ...fileOf(token, held), bytes, elsewhere });
      } catch (error) {
        return failure(readFailure(held.name, error));
      }
    });

  const isChanged = async (held: Grant): Promise<boolean> => {
    const bytes = await readFile(held);
    return bytes !== undefined && (await hashOf(bytes)) !== held.hash;
  };

  const asDownload = (name: string, bytes: Uint8Array): void =>
    download(window.document, { name, mediaType: 'application/json', bytes });

  return {
    openDocument: async () => {
      try {
        if (hasOpenPicker(window)) {
          const [handle] = await window.showOpenFilePicker({ types: fileTypes });
          return handle === undefined ? failure(cancelled) : await read(await grant(handle));
        }
        const file = await chooseFile(window.document, ['json']);
        if (file === undefined) return failure(cancelled);
        return await read(add(window.crypto.randomUUID(), file.name, undefined), file);
      } catch (error) {
        return failure(readFailure('The file', error));
      }
    },
    reopenDocument: async (token) => {
      if (!grants.has(token)) {
        const kept = (await keptFiles()).find((file) => file.token === token);
        if (kept) add(token, kept.handle.name, kept.handle);
      }
      return read(token);
    },
    recentDocuments: async () =>
      success(
        (await keptFiles())
          .slice(0, mostRecent)
          .map(({ token, handle }) => ({ token, name: handle.name, where: handle.name })),
      ),
    saveDocument: (token, bytes, mode) =>
      inTurn(async () => {
        const held = grants.get(token);
        if (held === undefined) return failure(notHeld);
        try {
          if (held.handle === undefined) asDownload(held.name, bytes);
          else {
            if (mode === 'unless-changed' && (await isChanged(held))) return failure(changedOutside(held.name));
            await writeTo(held.handle, bytes);
          }
          held.hash = await hashOf(bytes);
          await remember(token, held);
          return success(fileOf(token, held));
        } catch (error) {
          return failure(saveFailure(held.name, error));
        }
      }),
    saveDocumentAs: async (name, bytes) => {
      try {
        const handle = hasSavePicker(window)
          ? await window.showSaveFilePicker({ suggestedName: name, types: fileTypes })
          : undefined;
        const token = handle ? await grant(handle) : add(window.crypto.randomUUID(), name, undefined);
        return await inTurn(async () => {
          const held = grants.get(token);
          if (held === undefined) return failure(notHeld);
          if (held.handle === undefined) asDownload(name, bytes);
          else await writeTo(held.handle, bytes);
          held.hash = await hashOf(bytes);
          if (held.handle) await isElsewhere(token, held);
          await remember(token, held);
          return success(fileOf(token, held));
        });
      } catch (error) {
        return failure(saveFailure(name, error));
      }
    },
    documentChanged: (token) =>
      inTurn(async () => {
        const held = grants.get(token);
        if (held === undefined) return failure(notHeld);
        try {
          return success(held.handle !== undefined && (await isChanged(held)));
        } catch (error) {
          return failure(readFailure(held.name, error));
        }
      }),
    closeDocument: (token) =>
      inTurn(async () => {
        const held = grants.get(token);
        held?.release?.();
        if (held) held.release = undefined;
        return success(undefined);
      }),
  };
}
