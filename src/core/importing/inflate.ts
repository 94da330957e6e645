/** Inflating what came from outside, piece by piece and never past a cap: a few KB can be made to hold gigabytes. */
import { Gunzip, Inflate, Unzlib } from 'fflate';
import { failure, type Result, success } from '../base/result.ts';

/** `raw` is DEFLATE by itself (RFC 1951, as draw.io has it), `zlib` RFC 1950 (as PNG has it), `gzip` RFC 1952. */
export type DeflateForm = 'raw' | 'zlib' | 'gzip';

/** The most that anything may inflate to, in bytes. */
const mostInflated = 20_000_000;

/** Bytes that go in at a time. One byte gives at most some 1,032, so that this bounds what a piece can come to: 4 MB. */
const piece = 4_096;

const streams = { raw: Inflate, zlib: Unzlib, gzip: Gunzip } as const;

/** The inflated bytes; `too-large` once they pass `most`, `damaged` where they are not whole. Never throws. */
export function inflate(
  bytes: Uint8Array,
  form: DeflateForm,
  most: number = mostInflated,
): Result<Uint8Array, 'too-large' | 'damaged'> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const stream = new streams[form]((inflated, isLast) => {
    pieces.push(inflated);
    length += inflated.length;
    isWhole = isLast;
  });
  try {
    for (let at = 0; at < bytes.length && length <= most; at += piece) {
      stream.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    }
  } catch {
    return failure('damaged');
  }
  if (length > most) return failure('too-large');
  return isWhole ? success(joined(pieces, length)) : failure('damaged');
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const one of pieces) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
