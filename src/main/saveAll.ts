import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '../core/base/result.ts';
import { cancelled, onlySome } from '../platform/failures.ts';
import { freeName } from '../platform/freeName.ts';
import { carefulWrite } from '../platform/node/carefulWrite.ts';
import { sweepLeftOvers } from '../platform/node/temporaryFile.ts';
import type { FileToSave, PlatformFailure, SavedFile } from '../platform/port.ts';

const isTaken = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Writes each file into the folder, under a name that is free. */
export async function saveAll(
  folder: string | undefined,
  files: readonly FileToSave[],
): Promise<Result<SavedFile, PlatformFailure>> {
  if (folder === undefined) return failure(cancelled);
  for (const [count, { name, bytes }] of files.entries()) {
    const given = await freeName(name, (other) => isTaken(join(folder, other)));
    const written = await carefulWrite(join(folder, given), bytes);
    if (written.ok) continue;
    const { kind, message, remedy } = written.error;
    return failure(onlySome({ kind: kind === 'is-directory' ? 'failed' : kind, message, remedy }, count, folder));
  }
  await sweepLeftOvers(folder, Date.now());
  return success({ where: folder });
}
