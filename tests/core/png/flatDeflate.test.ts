import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflateRows, joinRows } from '../../../src/core/png/flatDeflate.ts';

const streamOf = (width: number, height: number, pixels: Uint32Array): Uint8Array =>
  joinRows([deflateRows(width, height, pixels)]);

/** The pixels as a decoder gets them: inflated by zlib, which checks the sum, and unfiltered by the PNG specification. */
function decoded(width: number, height: number, stream: Uint8Array): number[] {
  const stride = width * 4;
  const raw = inflateSync(stream);
  expect(raw.length).toBe((stride + 1) * height);
  const bytes = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)];
    for (let at = 0; at < stride; at += 1) {
      const place = row * stride + at;
      const beside = filter === 1 ? (at < 4 ? 0 : (bytes[place - 4] ?? 0)) : (bytes[place - stride] ?? 0);
      bytes[place] = (raw[row * (stride + 1) + 1 + at] ?? 0) + beside;
    }
  }
  return [...new Uint32Array(bytes.buffer)];
}

const fewColours = fc.constantFrom(0xffffffff, 0xff000000, 0xff2040ff, 0x00000000, 0x80804020);
const anyPicture = fc
  .record({ width: fc.integer({ min: 1, max: 300 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.record({ colour: fc.oneof(fewColours, fc.nat(0xffffffff)), run: fc.integer({ min: 1, max: 400 }) }), {
        minLength: 1,
      })
      .map((runs) => {
        const colours = runs.flatMap(({ colour, run }) => Array<number>(run).fill(colour));
        return {
          width,
          height,
          pixels: Uint32Array.from({ length: width * height }, (_, at) => colours[at % colours.length] ?? 0),
        };
      }),
  );

describe('deflateRows', () => {
  it('gives back every picture, pixel by pixel', () => {
    fc.assert(
      fc.property(anyPicture, ({ width, height, pixels }) => {
        expect(decoded(width, height, streamOf(width, height, pixels))).toEqual([...pixels]);
      }),
      { numRuns: 300 },
    );
  });

  it('joins bands that were deflated each by itself into one picture', () => {
    fc.assert(
      fc.property(anyPicture, fc.array(fc.nat(12), { maxLength: 4 }), ({ width, height, pixels }, cuts) => {
        const ends = [...new Set([0, ...cuts.filter((cut) => cut < height), height])].sort((a, b) => a - b);
        const parts = ends
          .slice(1)
          .map((end, index) => [ends[index] ?? 0, end] as const)
          .map(([from, end]) => deflateRows(width, end - from, pixels.subarray(from * width, end * width)));
        expect(decoded(width, height, joinRows(parts))).toEqual([...pixels]);
      }),
      { numRuns: 300 },
    );
  });

  it('writes a flat picture in a hundredth of its bytes', () => {
    const pixels = new Uint32Array(1000 * 1000).fill(0xff336699);
    expect(streamOf(1000, 1000, pixels).length).toBeLessThan(40_000);
  });

  it('has room for a picture in which no two pixels are alike', () => {
    const pixels = Uint32Array.from({ length: 200 * 400 }, (_, at) => (at * 2654435761) >>> 0);
    expect(decoded(200, 400, streamOf(200, 400, pixels))).toEqual([...pixels]);
  });
});
