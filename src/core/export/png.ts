/**
 * The resolution of a PNG: its pHYs chunk (PNG specification, third edition, 11.3.4.3), so that a picture at 2x is as
 * large on a page as at 1x, and twice as sharp.
 */
import { failure, type Result, success } from '../base/result.ts';
import { chunkOverhead, joinBytes, pngChunk, pngSignature } from './pngChunk.ts';

/** Not a PNG, or cut before its first chunk ends. */
export type PngFailure = { readonly kind: 'not-png'; readonly message: string };

const metresPerInch = 0.0254;
/** Dots an inch of a picture at 1x: a CSS px is a 96th of an inch. */
const baseResolution = 96;

/** The same picture, marked as drawn at `scale` pixels for each px: 96 dots an inch times `scale`. Pixels are untouched. */
export function setPngScale(png: Uint8Array, scale: number): Result<Uint8Array, PngFailure> {
  const headEnd = pngSignature.length + chunkOverhead + 13;
  const isPng = png.length >= headEnd && pngSignature.every((byte, index) => png[index] === byte);
  if (!isPng)
    return failure({ kind: 'not-png', message: 'The bytes are no PNG: its signature or first chunk is missing' });
  const kept = withoutResolution(png.subarray(headEnd));
  if (kept === undefined) return failure({ kind: 'not-png', message: 'The PNG ends in the middle of a chunk' });
  return success(joinBytes([png.subarray(0, headEnd), resolutionChunk(scale), ...kept]));
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
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round((baseResolution * scale) / metresPerInch);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return pngChunk('pHYs', data);
}
