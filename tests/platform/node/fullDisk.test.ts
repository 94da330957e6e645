import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carefulWrite } from '../../../src/platform/node/carefulWrite.ts';
import { canMount, mountTinyDisk } from '../../support/tinyDisk.ts';

describe.skipIf(!canMount)(`a full disk${canMount ? '' : ' (needs root and the right to mount a tmpfs)'}`, () => {
  let folder = '';
  let unmount: () => void = () => undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lodestack-full-'));
    unmount = mountTinyDisk(folder);
  });
  afterEach(() => {
    unmount();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([70_000, 1_000_000, 20_000_000])('keeps the file and says so, at %d bytes', async (size) => {
    const path = join(folder, 'document');
    writeFileSync(path, 'the old file');
    const result = await carefulWrite(path, 'x'.repeat(size));
    expect(result).toMatchObject({ ok: false, error: { kind: 'no-space', message: expect.stringContaining(path) } });
    expect(readFileSync(path, 'utf8')).toBe('the old file');
    expect(readdirSync(folder)).toEqual(['document']);
  });

  it('keeps the file when only the new one beside it does not fit', async () => {
    const path = join(folder, 'document');
    const old = 'o'.repeat(40_000);
    writeFileSync(path, old);
    expect(await carefulWrite(path, 'n'.repeat(40_000))).toMatchObject({ ok: false, error: { kind: 'no-space' } });
    expect(readFileSync(path, 'utf8')).toBe(old);
    expect(readdirSync(folder)).toEqual(['document']);
  });

  it('writes what fits', async () => {
    const path = join(folder, 'document');
    expect((await carefulWrite(path, 'n'.repeat(20_000))).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('n'.repeat(20_000));
  });
});
