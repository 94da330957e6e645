import { failure, success } from '../../core/base/result.ts';
import { externalUrl } from '../externalUrl.ts';
import { cancelled, refusedAddress, stateTooLarge } from '../failures.ts';
import { largestState } from '../ipcContract.ts';
import type { FileToSave, MenuCommand, OpenedFile, Platform, PlatformFailure } from '../port.ts';

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
  clipboard: string;
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
  clipboard: '',
  state: undefined,
  listeners: new Set(),
});

const endingOf = (name: string, endings: readonly string[]): boolean =>
  endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** A platform without any world outside, for tests. */
export function createMemoryPlatform(world: MemoryWorld = emptyWorld()): Platform {
  return {
    name: 'memory',
    saveAs: async (file) => {
      if (world.saveAnswer === 'cancel') return failure(cancelled);
      if (world.failure !== undefined) return failure(world.failure);
      world.saved.push({ ...file, bytes: file.bytes.slice() });
      return success({ where: file.name });
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
