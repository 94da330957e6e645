import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepLeftOvers, temporaryName } from '../../../src/platform/node/temporaryFile.ts';
import { tellFigure } from '../../support/figure.ts';

let folder = '';
/** The number of a process that has ended. */
const ended = spawnSync('true').pid;
const now = Date.now();
const leftOver = (pid: number) => `.lodestack-${pid}-0123456789abcdef.tmp`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lay = (name: string, ageMilliseconds = 3_600_000): void => {
  const path = join(folder, name);
  writeFileSync(path, '');
  utimesSync(path, (now - ageMilliseconds) / 1000, (now - ageMilliseconds) / 1000);
};

describe('sweepLeftOvers', () => {
  it('takes what a process that has ended left behind', async () => {
    lay(leftOver(ended));
    expect(await sweepLeftOvers(folder, now)).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves what a running process may be writing, and what is fresh', async () => {
    lay(leftOver(process.pid));
    lay(leftOver(ended), 1_000);
    expect(await sweepLeftOvers(folder, now)).toBe(0);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('leaves links and folders, whatever their name', async () => {
    mkdirSync(join(folder, leftOver(ended)));
    symlinkSync('/etc/passwd', join(folder, leftOver(ended).replace('0', '1')));
    expect(await sweepLeftOvers(folder, now + 3_600_000)).toBe(0);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('says 0 for a folder that is not there', async () => {
    expect(await sweepLeftOvers(join(folder, 'missing'), now)).toBe(0);
  });

  it('knows the names that are made here', () => {
    expect(temporaryName()).toMatch(new RegExp(`^\\.lodestack-${process.pid}-[0-9a-f]{16}\\.tmp$`));
    expect(temporaryName()).not.toBe(temporaryName());
  });

  it('deletes no file of the user in 1,000 starts', async (context) => {
    const name = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9 ._-]{1,40}$/),
      // Names that are nearly ours.
      fc
        .tuple(
          fc.constantFrom('.lodestack-', 'lodestack-', '.Lodestack-', '.lodestack', '..lodestack-'),
          fc.constantFrom(String(ended), '', 'x', '12345678901', `${ended} `),
          fc.constantFrom('-', '_', ''),
          fc.constantFrom('0123456789abcde', '0123456789abcdef0', '0123456789ABCDEF', 'notes'),
          fc.constantFrom('.tmp', '.tmp~', '.json', ''),
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { maxLength: 5 }), async (names) => {
        const usable = names.filter((one) => one.trim() !== '' && !/^\.{1,2}$/.test(one));
        for (const one of usable) lay(one);
        expect(await sweepLeftOvers(folder, now)).toBe(0);
        expect(readdirSync(folder).sort()).toEqual([...usable].sort());
        for (const one of usable) rmSync(join(folder, one));
      }),
      { numRuns: 1_000, seed: 6 },
    );
    tellFigure(context, '1,000 starts');
  });
});
