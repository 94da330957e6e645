/** Rows 13, 14 and 17 of what is promised, in full: the modest runs are in tests/core/document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damages } from '../support/damage.ts';
import { modelRun } from '../support/modelRun.ts';
import { openDamaged, roundTrip } from '../support/openingRuns.ts';
import { whims } from '../support/randomCommands.ts';
import { documents } from '../support/randomDocuments.ts';
import { draftedSketch, emptySketch } from '../support/sketches.ts';

/** `LODESTACK_SEED` repeats a run; by default each is another. */
const seed = Number(process.env.LODESTACK_SEED ?? Date.now() % 1_000_000);

describe(`documents (seed ${seed})`, () => {
  it('20,000 runs of 60 random commands with undo and redo keep every promise', () => {
    fc.assert(
      fc.property(fc.constantFrom(emptySketch, draftedSketch), whims(60), (start, run) => {
        modelRun(start, run);
      }),
      { numRuns: 20_000, seed },
    );
  });

  it('5,000 random documents open as they were saved, and are saved again byte by byte', () => {
    fc.assert(fc.property(documents(60), roundTrip), { numRuns: 5_000, seed });
  });

  it('10,000 damaged files give a sound document or a typed error', () => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(documents(20), damages, (document, damage) => {
        const outcome = openDamaged(document, damage);
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }),
      { numRuns: 10_000, seed },
    );
    console.log('damaged files:', counts);
    expect(counts.salvaged).toBeGreaterThan(5_000);
  });
});
