/** Why a file was not written. The file that stood there before is whole in every case. */
export interface WriteFailure {
  readonly kind: 'no-space' | 'denied' | 'not-found' | 'is-directory' | 'failed';
  /** What happened, naming the file. */
  readonly message: string;
  /** What the user can do now. */
  readonly remedy: string;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Puts an error of the file system into words. `path` is the file as the user named it. */
export function writeFailure(path: string, error: unknown): WriteFailure {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        kind: 'no-space',
        message: `There is not enough space to write ${path}.`,
        remedy: 'Free some space or choose another place; what stood there before is unchanged.',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        kind: 'denied',
        message: `${path} may not be written.`,
        remedy: 'Choose another place, or change the permissions of the file or its folder.',
      };
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        kind: 'not-found',
        message: `The folder of ${path} does not exist.`,
        remedy: 'Make the folder first, or choose another place.',
      };
    case 'EISDIR':
      return { kind: 'is-directory', message: `${path} is a folder.`, remedy: 'Name a file in it.' };
    default:
      return {
        kind: 'failed',
        message: `${path} could not be written: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: 'Try again, or choose another place; no half-written file was left.',
      };
  }
}
