import { describe, expect, it } from 'vitest';
import { killDuringSave } from '../support/killDuringSave.ts';

describe('a save that is killed', () => {
  it.each([1_000, 300_000, 5_000_000])('leaves a whole file in 500 kills, at %d bytes', async (size) => {
    const report = await killDuringSave(500, size, size);
    console.log(report);
    expect(report).toMatchObject({ torn: 0, stale: 0, strangers: [] });
  });

  it('is needed: an ordinary write tears files under the same kills', async () => {
    const report = await killDuringSave(100, 5_000_000, 2, 'plain');
    console.log(report);
    expect(report.torn).toBeGreaterThan(0);
  });
});
