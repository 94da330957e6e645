import { failure, type Result, success } from '../../core/base/result.ts';
import { externalUrl } from '../externalUrl.ts';
import { cancelled, changedOutside, notHeld, refusedAddress, stateTooLarge } from '../failures.ts';
import { freeName } from '../freeName.ts';
import { largestState } from '../ipcContract.ts';
import type {
  DocumentFile,
  FileToSave,
  MenuCommand,
  OpenedDocument,
  OpenedFile,
  Platform,
  PlatformFailure,
  SaveMode,
} from '../port.ts';

/** The world of a memory platform: what a test lays down, and what it finds afterwards. Shared worlds survive a restart. */
export interface MemoryWorld {
  /** What the user answers when asked where to save. */
  saveAnswer: 'accept' | 'cancel';
  /** The file that the user picks when asked to open one; undefined cancels. */
  fileToOpen: OpenedFile | undefined;
  /** How long a state may be, in UTF-16 units. */
  stateRoom: number;
  /** When set, saving, opening and remembering fail so. */
  failure: PlatformFailure | undefined;
  readonly saved: FileToSave[];
  readonly opened: string[];
  /** Documents by their path. Outside changes are made here. */
  readonly documents: Map<string, Uint8Array>;
  /** Paths, the last one opened or saved first. */
  readonly recent: string[];
  /** The path that the user picks, to open a document or to save one under; undefined cancels the one, and accepts the name for the other. */
  documentPath: string | undefined;
  /** Paths that a window holds. */
  readonly held: Set<string>;
  readonly backups: Map<string, string>;
  clipboard: string;
  /** The picture on the clipboard. */
  copiedPicture?: Uint8Array;
  state: string | undefined;
  readonly listeners: Set<(command: MenuCommand) => void>;
}

/** A world in which nothing has happened yet and the user accepts every question. */
export const emptyWorld = (): MemoryWorld => ({
  saveAnswer: 'accept',
  fileToOpen: undefined,
  stateRoom: largestState,
  failure: undefined,
  saved: [],
  opened: [],
  documents: new Map(),
  recent: [],
  documentPath: undefined,
  held: new Set(),
  backups: new Map(),
  clipboard: '',
  state: undefined,
  listeners: new Set(),
});

const endingOf = (name: string, endings: readonly string[]): boolean =>
  endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isSame = (left: Uint8Array, right: Uint8Array | undefined): boolean =>
  right !== undefined && left.length === right.length && left.every((byte, index) => byte === right[index]);

type DocumentCalls = Pick<
  Platform,
  | 'openDocument'
  | 'reopenDocument'
  | 'recentDocuments'
  | 'saveDocument'
  | 'saveDocumentAs'
  | 'documentChanged'
  | 'closeDocument'
  | 'forgetDocument'
  | 'keepBackup'
  | 'dropBackup'
  | 'leftBackups'
>;

function memoryDocuments(world: MemoryWorld): DocumentCalls {
  const tokens = new Map<string, { readonly path: string; known: Uint8Array | undefined }>();
  const own = new Set<string>();
  const ownBackups = new Set<string>();
  const tokenOf = (path: string): string => {
    const token = [...tokens].find(([, held]) => held.path === path)?.[0] ?? `file-${tokens.size + 1}`;
    if (!tokens.has(token)) tokens.set(token, { path, known: undefined });
    return token;
  };
  const remember = (path: string): void => {
    world.recent.splice(0, world.recent.length, path, ...world.recent.filter((other) => other !== path));
  };
  const hold = (path: string): boolean => {
    const elsewhere = world.held.has(path) && !own.has(path);
    if (!elsewhere) own.add(path);
    world.held.add(path);
    return elsewhere;
  };
  const release = (token: string): string | undefined => {
    const path = tokens.get(token)?.path;
    if (path !== undefined && own.delete(path)) world.held.delete(path);
    return path;
  };
  const read = (token: string): Result<OpenedDocument, PlatformFailure> => {
    const held = tokens.get(token);
    const bytes = held && world.documents.get(held.path);
    if (!held || !bytes) return failure(notHeld);
    if (world.failure) return failure(world.failure);
    held.known = bytes;
    remember(held.path);
    const elsewhere = hold(held.path);
    return success({ token, name: nameOf(held.path), where: held.path, bytes: bytes.slice(), elsewhere });
  };
  const isChanged = (held: { readonly path: string; readonly known: Uint8Array | undefined }): boolean => {
    const now = world.documents.get(held.path);
    return now !== undefined && !isSame(now, held.known);
  };
  const write = (token: string, bytes: Uint8Array, mode: SaveMode): Result<DocumentFile, PlatformFailure> => {
    const held = tokens.get(token);
    if (!held) return failure(notHeld);
    if (world.failure) return failure(world.failure);
    if (mode === 'unless-changed' && isChanged(held)) return failure(changedOutside(held.path));
    held.known = bytes.slice();
    world.documents.set(held.path, held.known);
    remember(held.path);
    hold(held.path);
    return success({ token, name: nameOf(held.path), where: held.path });
  };
  return {
    openDocument: async () =>
      world.documentPath === undefined ? failure(cancelled) : read(tokenOf(world.documentPath)),
    reopenDocument: async (token) => read(token),
    recentDocuments: async () =>
      success(
        world.recent.map((path) => ({
          token: tokenOf(path),
          name: nameOf(path),
          where: path,
          ...(!world.documents.has(path) && { missing: true as const }),
        })),
      ),
    saveDocument: async (token, bytes, mode) => write(token, bytes, mode),
    saveDocumentAs: async (name, bytes) =>
      world.saveAnswer === 'cancel'
        ? failure(cancelled)
        : write(tokenOf(world.documentPath ?? `/home/me/${name}`), bytes, 'overwrite'),
    documentChanged: async (token) => {
      const held = tokens.get(token);
      return held ? success(isChanged(held)) : failure(notHeld);
    },
    closeDocument: async (token) => {
      release(token);
      return success(undefined);
    },
    forgetDocument: async (token) => {
      const path = release(token);
      world.recent.splice(0, world.recent.length, ...world.recent.filter((other) => other !== path));
      return success(undefined);
    },
    keepBackup: async ({ id, text }) => {
      if (world.failure) return failure(world.failure);
      ownBackups.add(id);
      // The newest stands first.
      world.backups.delete(id);
      world.backups.set(id, text);
      return success(undefined);
    },
    dropBackup: async (id) => {
      world.backups.delete(id);
      return success(undefined);
    },
    leftBackups: async () =>
      success(
        [...world.backups]
          .filter(([id]) => !ownBackups.has(id))
          .map(([id, text]) => ({ id, text }))
          .reverse(),
      ),
  };
}

/** A platform without any world outside, for tests. */
export function createMemoryPlatform(world: MemoryWorld = emptyWorld()): Platform {
  return {
    name: 'memory',
    ...memoryDocuments(world),
    saveAs: async (file) => {
      if (world.saveAnswer === 'cancel') return failure(cancelled);
      if (world.failure !== undefined) return failure(world.failure);
      world.saved.push({ ...file, bytes: file.bytes.slice() });
      return success({ where: file.name });
    },
    saveAllAs: async (files) => {
      if (world.saveAnswer === 'cancel') return failure(cancelled);
      if (world.failure !== undefined) return failure(world.failure);
      for (const { name, mediaType, bytes } of files) {
        const given = await freeName(name, async (other) => world.saved.some((saved) => saved.name === other));
        world.saved.push({ name: given, mediaType, bytes: bytes.slice() });
      }
      return success({ where: '/home/me' });
    },
    open: async (endings) => {
      const file = world.fileToOpen;
      if (file === undefined || !endingOf(file.name, endings)) return failure(cancelled);
      return world.failure === undefined ? success(file) : failure(world.failure);
    },
    copyText: async (text) => {
      world.clipboard = text;
      return success(undefined);
    },
    copyPicture: async (png) => {
      if (world.failure !== undefined) return failure(world.failure);
      world.copiedPicture = png.slice();
      return success(undefined);
    },
    openExternal: async (url) => {
      const address = externalUrl(url);
      if (address === undefined) return failure(refusedAddress(url));
      world.opened.push(address);
      return success(undefined);
    },
    readState: async () => (world.failure === undefined ? success(world.state) : failure(world.failure)),
    writeState: async (state) => {
      if (state.length > world.stateRoom) return failure(stateTooLarge);
      if (world.failure !== undefined) return failure(world.failure);
      world.state = state;
      return success(undefined);
    },
    onMenu: (listener) => {
      world.listeners.add(listener);
      return () => {
        world.listeners.delete(listener);
      };
    },
  };
}
