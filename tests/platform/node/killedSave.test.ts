import { describe, expect, it } from 'vitest';
import { killDuringSave } from '../../support/killDuringSave.ts';

// The soak run does 500, and the control that shows that an ordinary write does tear files.
describe('a save that is killed', () => {
  it('leaves a whole file, never older than the last acknowledged save, in 100 kills', async () => {
    const report = await killDuringSave(100, 300_000, 1);
    expect(report).toMatchObject({ kills: 100, torn: 0, stale: 0, strangers: [] });
    expect(report.swept).toBe(report.leftOver);
    // Kills that never fall into a save prove nothing.
    expect(report.leftOver).toBeGreaterThan(10);
  }, 120_000);
});
