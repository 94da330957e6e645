/** Which files the user gave to this window, and which of them the browser keeps over a restart. */
import { mostRecent } from '../ipcContract.ts';
import type { DocumentFile } from '../port.ts';
import type { Database, KeptFile } from './database.ts';
import { nameOf } from './fileHandles.ts';
import { takeLock } from './windowLock.ts';

/** A file that the user gave. Without a handle it can only be downloaded again. */
export interface GrantedFile {
  readonly token: string;
  readonly name: string;
  readonly handle: FileSystemFileHandle | undefined;
  /** SHA-256 of what was last read or written. */
  hash: string | undefined;
  /** Gives the file back to other windows; undefined while this one has not got it. */
  release: (() => void) | undefined;
}

/** The files of a window, by token. */
export interface GrantedFiles {
  find(token: string): GrantedFile | undefined;
  /** Takes up a file that an earlier window was given; nothing where the browser keeps none of that token. */
  revive(token: string): Promise<void>;
  /** The token of a file; the same file has the same one, in every window, so that windows can tell one another. */
  grant(handle: FileSystemFileHandle): Promise<string>;
  /** The token of a file that can only be downloaded. */
  grantWithoutHandle(name: string): string;
  /** The files that were opened or saved last, the newest first; none where the browser keeps nothing. */
  recent(): Promise<readonly DocumentFile[]>;
  /** Keeps a file among the recent ones, if the browser lets us. */
  remember(file: GrantedFile): Promise<void>;
  /** Keeps a file among the recent ones no more. */
  forget(file: GrantedFile): Promise<void>;
  /** Whether another window has the file; otherwise this one has it from now on. */
  isElsewhere(file: GrantedFile): Promise<boolean>;
}

/** Whether nothing is behind a handle any more; not where the browser would have to ask first. */
const isGone = (handle: FileSystemFileHandle): Promise<boolean> =>
  handle.getFile().then(
    () => false,
    (error: unknown) => nameOf(error) === 'NotFoundError',
  );

/** The files that a window is given, kept in the database of the browser. */
export function createGrantedFiles(window: Window & typeof globalThis, database: Database): GrantedFiles {
  const granted = new Map<string, GrantedFile>();
  const kept = async (): Promise<readonly KeptFile[]> => {
    const files = await database.all('files').catch(() => []);
    return files.toSorted((left, right) => right.time - left.time);
  };
  const add = (token: string, name: string, handle: FileSystemFileHandle | undefined): string => {
    if (!granted.has(token)) granted.set(token, { token, name, handle, hash: undefined, release: undefined });
    return token;
  };
  return {
    find: (token) => granted.get(token),
    revive: async (token) => {
      if (granted.has(token)) return;
      const found = (await kept()).find((file) => file.token === token);
      if (found) add(token, found.handle.name, found.handle);
    },
    grant: async (handle) => {
      for (const { token, handle: known } of await kept()) {
        if (await known.isSameEntry(handle)) return add(token, handle.name, handle);
      }
      return add(window.crypto.randomUUID(), handle.name, handle);
    },
    grantWithoutHandle: (name) => add(window.crypto.randomUUID(), name, undefined),
    recent: async () =>
      Promise.all(
        (await kept()).slice(0, mostRecent).map(async ({ token, handle }): Promise<DocumentFile> => {
          const file = { token, name: handle.name, where: handle.name };
          return (await isGone(handle)) ? { ...file, missing: true } : file;
        }),
      ),
    remember: async ({ token, handle }) => {
      if (handle === undefined) return;
      // Being remembered is a courtesy.
      await database.put('files', { token, handle, time: Date.now() }).catch(() => undefined);
      for (const { token: old } of (await kept()).slice(mostRecent)) {
        await database.remove('files', old).catch(() => undefined);
      }
    },
    forget: ({ token }) => database.remove('files', token).catch(() => undefined),
    isElsewhere: async (file) => {
      file.release ??= await takeLock(window.navigator.locks, `lodestack-file-${file.token}`);
      return file.release === undefined;
    },
  };
}
