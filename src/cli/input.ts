/** Reading what a user hands in, never more of it than is wanted. */
import { createReadStream } from 'node:fs';
import { failure, type Result, success } from '../core/base/result.ts';
import type { Io } from './io.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a file, or of standard input for "-". */
export const openInput = (path: string, io: Io): AsyncIterable<Uint8Array> =>
  path === '-' ? io.stdin : createReadStream(path);

/** What an input is called in messages. */
export const inputName = (path: string): string => (path === '-' ? 'standard input' : path);

/** Why a file could not be read, in words. */
export const readProblem = (path: string, error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `There is no file ${path}`;
  if (code === 'EISDIR') return `${path} is a folder, not a file`;
  if (code === 'EACCES') return `${path} may not be read`;
  return `${inputName(path)} can't be read: ${error instanceof Error ? error.message : String(error)}`;
};

/** Text from UTF-8, or undefined where it is not that. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Reads a whole input of at most `mostBytes`; a longer one is refused without being read to its end. */
export const readInput = async (path: string, io: Io, mostBytes: number): Promise<Result<string, string>> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of openInput(path, io)) {
      size += part.length;
      if (size > mostBytes) return failure(`${inputName(path)} is larger than ${mostBytes / 1000} kB`);
      parts.push(part);
    }
  } catch (error) {
    return failure(readProblem(path, error));
  }
  const text = decodeText(Buffer.concat(parts));
  return text === undefined ? failure(`${inputName(path)} is not text in UTF-8`) : success(text);
};
