import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { setPngScale } from '../../../src/core/export/png.ts';

const png = new Uint8Array(
  new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>').render().asPng(),
);

function chunks(bytes: Uint8Array): { type: string; data: Uint8Array; crc: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(bytes.subarray(at + 4, at + 8));
    found.push({ type, data: bytes.subarray(at + 8, at + 8 + length), crc: view.getUint32(at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

describe('setPngScale', () => {
  it('marks 2x as 192 dots an inch, right after the header', () => {
    const result = setPngScale(png, 2);
    if (!result.ok) throw new Error(result.error.message);
    const [header, resolution] = chunks(result.value);
    expect(header?.type).toBe('IHDR');
    expect(resolution?.type).toBe('pHYs');
    const view = new DataView(resolution?.data.slice().buffer ?? new ArrayBuffer(0));
    expect([view.getUint32(0), view.getUint32(4), view.getUint8(8)]).toEqual([7559, 7559, 1]);
  });

  it('writes check sums that zlib agrees with', () => {
    const result = setPngScale(png, 3);
    if (!result.ok) throw new Error(result.error.message);
    for (const { type, data, crc } of chunks(result.value)) {
      expect(crc).toBe(crc32(Buffer.concat([Buffer.from(type), data])));
    }
  });

  it('replaces an older mark and leaves the pixels alone', () => {
    const once = setPngScale(png, 1);
    const twice = once.ok ? setPngScale(once.value, 4) : once;
    if (!once.ok || !twice.ok) throw new Error('refused');
    expect(chunks(twice.value).filter(({ type }) => type === 'pHYs')).toHaveLength(1);
    const pixels = (bytes: Uint8Array) => chunks(bytes).filter(({ type }) => type === 'IDAT');
    expect(pixels(twice.value)).toEqual(pixels(png));
  });

  it('refuses what is no PNG, or a cut one', () => {
    expect(setPngScale(new Uint8Array(), 1).ok).toBe(false);
    expect(setPngScale(new TextEncoder().encode('GIF89a'.repeat(9)), 1).ok).toBe(false);
    expect(setPngScale(png.subarray(0, png.length - 3), 1).ok).toBe(false);
  });
});
