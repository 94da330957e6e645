/**
 * The resolution of a PNG: its pHYs chunk (PNG specification, third edition, 11.3.4.3), so that a picture at 2x is as
 * large on a page as at 1x, and twice as sharp.
 */
import { failure, type Result, success } from '../base/result.ts';

/** Not a PNG, or cut before its first chunk ends. */
export type PngFailure = { readonly kind: 'not-png'; readonly message: string };

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const metresPerInch = 0.0254;
/** Dots an inch of a picture at 1x: a CSS px is a 96th of an inch. */
const baseResolution = 96;
/** Length and type before a chunk's data, and the check sum after it. */
const chunkOverhead = 12;

/** The same picture, marked as drawn at `scale` pixels for each px: 96 dots an inch times `scale`. Pixels are untouched. */
export function setPngScale(png: Uint8Array, scale: number): Result<Uint8Array, PngFailure> {
  const headEnd = signature.length + chunkOverhead + 13;
  const isPng = png.length >= headEnd && signature.every((byte, index) => png[index] === byte);
  if (!isPng)
    return failure({ kind: 'not-png', message: 'The bytes are no PNG: its signature or first chunk is missing' });
  const kept = withoutResolution(png.subarray(headEnd));
  if (kept === undefined) return failure({ kind: 'not-png', message: 'The PNG ends in the middle of a chunk' });
  return success(joined([png.subarray(0, headEnd), resolutionChunk(scale), ...kept]));
}

/** The chunks after the first but for an old pHYs; undefined where the last one is cut. */
function withoutResolution(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + chunkOverhead > bytes.length) return undefined;
    const end = at + chunkOverhead + view.getUint32(at);
    if (end > bytes.length) return undefined;
    if (typeAt(bytes, at) !== 'pHYs') chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}

const typeAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at + 4, at + 8));

function resolutionChunk(scale: number): Uint8Array {
  const chunk = new Uint8Array(chunkOverhead + 9);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round((baseResolution * scale) / metresPerInch);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The check sum of PNG (ISO 3309), bit by bit: it runs over 13 bytes. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
