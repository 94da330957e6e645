import { randomBytes } from 'node:crypto';
import { lstat, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const ours = /^\.lodestack-(\d{1,10})-[0-9a-f]{16}\.tmp$/;

/** How old a left-over must be before it is swept: a process on another machine may be writing it right now. */
const restMilliseconds = 60_000;

/** A name for a temporary file beside a target: ours to recognise, with the process that made it. */
export const temporaryName = (): string => `.lodestack-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * Removes the temporary files that a killed process of ours left in `folder`; returns how many. Only plain files whose
 * name is of our making, whose process has ended and which have rested for a minute. Never fails: sweeping is a courtesy.
 */
export async function sweepLeftOvers(folder: string, now: number): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let swept = 0;
  for (const name of names) {
    const pid = ours.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      const path = join(folder, name);
      const found = await lstat(path);
      if (!found.isFile() || now - found.mtimeMs < restMilliseconds) continue;
      await unlink(path);
      swept += 1;
    } catch {
      // Someone else swept it, or may not let us: nothing is lost.
    }
  }
  return swept;
}
