import { describe, expect, it } from 'vitest';
import { tellFigure } from '../support/figure.ts';
import { type KillReport, killDuringSave } from '../support/killDuringSave.ts';

const told = ({ kills, torn, stale, leftOver }: KillReport, size: number): string =>
  `${kills} kills at ${size} bytes: ${torn} torn, ${stale} older than acknowledged, ${leftOver} in the middle of a save`;

describe('row 1: a save that is killed', () => {
  it.for([1_000, 300_000, 5_000_000])('leaves a whole file in 500 kills, at %d bytes', async (size, context) => {
    const report = await killDuringSave(500, size, size);
    tellFigure(context, told(report, size));
    expect(report).toMatchObject({ kills: 500, torn: 0, stale: 0, strangers: [] });
    expect(report.swept).toBe(report.leftOver);
    // Kills that never fall into a save prove nothing.
    expect(report.leftOver).toBeGreaterThan(25);
  });

  it('is needed: an ordinary write tears files under the same kills', async (context) => {
    const size = 5_000_000;
    const report = await killDuringSave(100, size, 2, 'plain');
    tellFigure(context, `the control, an ordinary write: ${told(report, size)}`);
    expect(report.torn).toBeGreaterThan(0);
  });
});
