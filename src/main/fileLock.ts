import { basename, dirname, join } from 'node:path';
import lockfile from 'proper-lockfile';

/** After how long a lock that nobody renews is free, ms. A process that was killed renews nothing. */
const staleAfterMilliseconds = 8_000;
const renewedEveryMilliseconds = 2_000;

/** The hold on a file: whether someone else had it before, and how to give it back. */
export interface Hold {
  readonly elsewhere: boolean;
  release(): Promise<void>;
}

const nobody = async (): Promise<void> => undefined;

/**
 * Takes the hold on a file, so that whoever opens it next is told. It lies beside the file, since that is the one place that two
 * machines share. A lock tells, it does not forbid: where none can be made (a read-only folder), nobody is told.
 */
export async function holdFile(path: string): Promise<Hold> {
  try {
    const release = await lockfile.lock(path, {
      lockfilePath: join(dirname(path), `.${basename(path)}.lock`),
      stale: staleAfterMilliseconds,
      update: renewedEveryMilliseconds,
      // Someone took it over, or its folder is gone: what is saved is still guarded by its content.
      onCompromised: () => undefined,
    });
    return { elsewhere: false, release: () => release().catch(() => undefined) };
  } catch (error) {
    const elsewhere = error instanceof Error && 'code' in error && error.code === 'ELOCKED';
    return { elsewhere, release: nobody };
  }
}
