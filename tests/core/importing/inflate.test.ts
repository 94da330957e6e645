import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../src/core/importing/inflate.ts';
import { processorTime } from '../../support/processorTime';

const forms = { raw: deflateRawSync, zlib: deflateSync, gzip: gzipSync } as const;
const names = ['raw', 'zlib', 'gzip'] as const;

describe('inflate', () => {
  it('gives what was deflated, whatever its length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), fc.constantFrom(...names), (bytes, form) => {
        const inflated = inflate(new Uint8Array(forms[form](bytes)), form);
        expect(inflated.ok && Buffer.from(inflated.value).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each(names)('stops a bomb of 100 MB at 20 MB, within a second (%s)', (form) => {
    const bomb = new Uint8Array(forms[form](Buffer.alloc(100_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(150_000);
    const elapsed = processorTime();
    expect(inflate(bomb, form)).toEqual({ ok: false, error: 'too-large' });
    expect(elapsed()).toBeLessThan(1_000);
  });

  it('holds exactly to the cap', () => {
    const bytes = new Uint8Array(deflateRawSync(Buffer.alloc(1000)));
    expect(inflate(bytes, 'raw', 1000).ok).toBe(true);
    expect(inflate(bytes, 'raw', 999)).toEqual({ ok: false, error: 'too-large' });
  });

  it('says so where the bytes are cut off or no deflate at all, and never throws', () => {
    const text = new Uint8Array(deflateRawSync(Buffer.from('a diagram '.repeat(500).concat(String(Math.PI)))));
    expect(inflate(text.subarray(0, text.length - 4), 'raw')).toEqual({ ok: false, error: 'damaged' });
    expect(inflate(new Uint8Array(), 'raw')).toEqual({ ok: false, error: 'damaged' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...names), (bytes, form) => {
        const inflated = inflate(bytes, form, 10_000);
        if (!inflated.ok) expect(['damaged', 'too-large']).toContain(inflated.error);
      }),
    );
  });
});
