/** Deflated rows to the file. */
import type { Size } from '../base/geometry.ts';
import { type DeflatedRows, joinRows } from './flatDeflate.ts';
import { joinBytes, pngChunk, pngSignature } from './pngChunk.ts';

const metresPerInch = 0.0254;
/** Dots an inch of a picture at 1x: a CSS px is a 96th of an inch. */
const baseResolution = 96;

/** A PNG of eight-bit colours with alpha, `width` and `height` in pixels, marked as drawn at `scale` pixels for each px. */
export const joinPng = (
  { width, height }: Size,
  scale: number,
  parts: readonly DeflatedRows[],
): Uint8Array<ArrayBuffer> =>
  joinBytes([
    pngSignature,
    headChunk(width, height),
    resolutionChunk(scale),
    pngChunk('IDAT', joinRows(parts)),
    pngChunk('IEND', new Uint8Array(0)),
  ]);

function headChunk(width: number, height: number): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([8, 6, 0, 0, 0], 8);
  return pngChunk('IHDR', data);
}

/**
 * Dots an inch (PNG specification, third edition, 11.3.4.3): so a picture at 2x is as large on a page as at 1x, and twice
 * as sharp.
 */
function resolutionChunk(scale: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round((baseResolution * scale) / metresPerInch);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return pngChunk('pHYs', data);
}
