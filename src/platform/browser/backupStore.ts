import { failure, type Result, success } from '../../core/base/result.ts';
import { mostBackups } from '../ipcContract.ts';
import type { Platform, PlatformFailure } from '../port.ts';
import type { Database } from './database.ts';
import { nameOf } from './fileHandles.ts';
import { heldLocks, takeLock } from './windowLock.ts';

const lockOf = (id: string): string => `lodestack-window-${id}`;

const notKept = (error: unknown): Result<never, PlatformFailure> =>
  failure(
    nameOf(error) === 'QuotaExceededError'
      ? {
          kind: 'no-space',
          message: 'There is not enough space in this browser to keep what is not saved yet.',
          remedy: 'Save the sketch to a file; free some space, or throw sketches away that are not saved.',
        }
      : {
          kind: 'unavailable',
          message: 'This browser does not let the window keep what is not saved yet.',
          remedy: 'Save the sketch to a file often; allow site data for this address to change that.',
        },
  );

/** What windows had not saved, in the browser's database. A window that lives holds a lock, so its backup is not taken for left. */
export function createBackupStore(
  locks: LockManager | undefined,
  database: Database,
): Pick<Platform, 'keepBackup' | 'dropBackup' | 'leftBackups'> {
  const own = new Set<string>();
  const attempt = async <Value>(work: () => Promise<Value>): Promise<Result<Value, PlatformFailure>> => {
    try {
      return success(await work());
    } catch (error) {
      return notKept(error);
    }
  };
  return {
    keepBackup: (backup) =>
      attempt(async () => {
        if (!own.has(backup.id)) {
          own.add(backup.id);
          await takeLock(locks, lockOf(backup.id));
        }
        await database.put('backups', { ...backup, time: Date.now() });
      }),
    dropBackup: (id) => attempt(() => database.remove('backups', id)),
    leftBackups: () =>
      attempt(async () => {
        const alive = await heldLocks(locks);
        return (await database.all('backups'))
          .filter(({ id }) => !own.has(id) && !alive.has(lockOf(id)))
          .sort((left, right) => right.time - left.time)
          .slice(0, mostBackups)
          .map(({ id, text }) => ({ id, text }));
      }),
  };
}
