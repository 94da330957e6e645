import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelRun } from '../../support/modelRun.ts';
import { whims } from '../../support/randomCommands.ts';
import { draftedSketch, emptySketch } from '../../support/sketches.ts';

describe('random edits', () => {
  it('keep every promise, and undoing all of them gives the start (300 runs of 60)', () => {
    const total = { done: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(emptySketch, draftedSketch), whims(60), (start, run) => {
        const { done, refused } = modelRun(start, run);
        total.done += done;
        total.refused += refused;
      }),
      { numRuns: 300, seed: 17 },
    );
    // The runs have to do something, and to try what must be refused.
    expect(total.done).toBeGreaterThan(total.refused / 4);
    expect(total.refused).toBeGreaterThan(500);
  });
});
