import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflateRows } from '../../../src/core/png/flatDeflate.ts';
import { joinPng } from '../../../src/core/png/joinPng.ts';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly sum: number;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const file = Buffer.from(bytes);
  const found: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    found.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, end),
      sum: file.readUInt32BE(end),
    });
    at = end + 4;
  }
  return found;
}

const rows = deflateRows(3, 2, new Uint32Array(6).fill(0xff336699));
const chunks = chunksOf(joinPng({ width: 3, height: 2 }, 2, [rows]));

describe('joinPng', () => {
  it('says size, depth and colours first', () => {
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
    expect([...(chunks[0]?.data ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
  });

  it('marks 2x as 192 dots an inch', () => {
    const resolution = chunks[1]?.data;
    expect([resolution?.readUInt32BE(0), resolution?.readUInt32BE(4), resolution?.[8]]).toEqual([7559, 7559, 1]);
  });

  it('writes check sums that zlib agrees with', () => {
    for (const { type, data, sum } of chunks) expect(sum).toBe(crc32(Buffer.concat([Buffer.from(type), data])));
  });
});
