import { saidBy } from '../platform/failures.ts';
import type { PlatformFailure } from '../platform/port.ts';

/** Why a file could not be read, in words. */
export function unreadable(path: string, error: unknown): PlatformFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT')
    return { kind: 'not-found', message: `${path} is not there any more.`, remedy: 'Choose another file.' };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'denied', message: `${path} may not be read.`, remedy: 'Change its permissions or choose another.' };
  return { kind: 'failed', message: `${path} could not be read: ${saidBy(error)}.`, remedy: 'Choose another file.' };
}
