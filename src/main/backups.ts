import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success } from '../core/base/result.ts';
import { inTurn } from '../platform/inTurn.ts';
import { type Calls, isUuid, largestDocument, mostBackups } from '../platform/ipcContract.ts';
import { carefulWrite } from '../platform/node/carefulWrite.ts';
import { type WriteFailure, writeFailure } from '../platform/node/writeFailure.ts';
import type { PlatformFailure } from '../platform/port.ts';

const ending = '.lodestack.json';

/** The user has chosen neither the file nor its place, so that only its purpose says anything to them. */
const notKept = (folder: string, { kind, message }: WriteFailure): PlatformFailure => ({
  kind: kind === 'is-directory' ? 'failed' : kind,
  message: `What is not saved yet can't be kept in ${folder}: ${message}`,
  remedy: 'Save the sketch to a file, and often; free some space, or let the app write there.',
});

/**
 * What windows had not saved yet, a file for each window in a folder of ours. They are ordinary documents: should all else fail, a
 * person can open them by hand.
 */
export function createBackups(folder: string): Pick<Calls, 'keepBackup' | 'dropBackup' | 'leftBackups'> {
  const turn = inTurn();
  const pathOf = (id: string): string => {
    if (!isUuid(id)) throw new Error('A backup is named by a UUID');
    return join(folder, `${id}${ending}`);
  };
  const readOne = async (id: string) => {
    try {
      const { size, mtimeMs } = await stat(pathOf(id));
      return size > largestDocument ? [] : [{ id, time: mtimeMs, text: await readFile(pathOf(id), 'utf8') }];
    } catch {
      return [];
    }
  };
  return {
    keepBackup: ({ id, text }) =>
      turn(async () => {
        const path = pathOf(id);
        try {
          await mkdir(folder, { recursive: true });
        } catch (error) {
          return failure(notKept(folder, writeFailure(folder, error)));
        }
        const written = await carefulWrite(path, text);
        return written.ok ? success(undefined) : failure(notKept(folder, written.error));
      }),
    dropBackup: (id) =>
      turn(async () => {
        await unlink(pathOf(id)).catch(() => undefined);
        return success(undefined);
      }),
    leftBackups: () =>
      turn(async () => {
        const names = await readdir(folder).catch(() => []);
        const ids = names
          .filter((name) => name.endsWith(ending))
          .map((name) => name.slice(0, -ending.length))
          .filter(isUuid);
        const found = (await Promise.all(ids.map(readOne))).flat().sort((left, right) => right.time - left.time);
        return success(found.slice(0, mostBackups).map(({ id, text }) => ({ id, text })));
      }),
  };
}
