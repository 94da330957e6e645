/** Writing a file for the user: all of it or nothing, also when they press Ctrl-C meanwhile. */
import type { Result } from '../core/base/result.ts';
import { carefulWrite, type WrittenFile } from '../platform/node/carefulWrite.ts';
import type { WriteFailure } from '../platform/node/writeFailure.ts';

/** The exit code of a program that SIGINT ended, as shells give it. */
const interruptedCode = 130;

/** Writes carefully. A Ctrl-C waits the few milliseconds until the file is whole, so that no temporary file is left. */
export const writeOutput = async (
  path: string,
  content: string | Uint8Array,
): Promise<Result<WrittenFile, WriteFailure>> => {
  let interrupted = false;
  const wait = (): void => {
    interrupted = true;
  };
  process.on('SIGINT', wait);
  const written = await carefulWrite(path, content);
  process.off('SIGINT', wait);
  if (interrupted) process.exit(interruptedCode);
  return written;
};
