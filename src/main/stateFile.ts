import { readFile, stat } from 'node:fs/promises';
import { failure, type Result, success } from '../core/base/result.ts';
import { inTurn } from '../platform/inTurn.ts';
import { largestState } from '../platform/ipcContract.ts';
import { carefulWrite } from '../platform/node/carefulWrite.ts';
import type { PlatformFailure } from '../platform/port.ts';

/** What the window remembers, in one small file. */
export interface StateFile {
  read(): Promise<Result<string | undefined, PlatformFailure>>;
  write(state: string): Promise<Result<void, PlatformFailure>>;
}

const unreadable = (path: string): PlatformFailure => ({
  kind: 'failed',
  message: `The remembered state in ${path} could not be read.`,
  remedy: 'The app starts afresh; nothing else is lost.',
});

async function read(path: string): Promise<Result<string | undefined, PlatformFailure>> {
  try {
    // A character takes at most four bytes; a larger file is none that we wrote.
    if ((await stat(path)).size > largestState * 4) return failure(unreadable(path));
    return success(await readFile(path, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? success(undefined) : failure(unreadable(path));
  }
}

/**
 * Keeps the state in the file at `path`. Writes go one after the other, so that the last one asked for is the one that
 * stays; a read waits for the writes before it.
 */
export function createStateFile(path: string): StateFile {
  const turn = inTurn();
  return {
    read: () => turn(() => read(path)),
    write: (state) =>
      turn(async () => {
        const written = await carefulWrite(path, state);
        if (written.ok) return success(undefined);
        const { kind, message } = written.error;
        return failure({
          kind: kind === 'is-directory' ? 'failed' : kind,
          message: `The state of the window can't be remembered: ${message}`,
          remedy:
            'Go on working; only the last view and need are not remembered. Free some space, or let the app write there.',
        });
      }),
  };
}
