import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damages } from '../../support/damage.ts';
import { openDamaged, roundTrip } from '../../support/openingRuns.ts';
import { documents } from '../../support/randomDocuments.ts';

describe('random documents', () => {
  it('open as they were saved, and are saved again byte by byte (150 documents)', () => {
    fc.assert(fc.property(documents(40), roundTrip), { numRuns: 150, seed: 14 });
  });
});

describe('damaged files', () => {
  it('lose nothing in silence, and give a sound document or a typed error (300 files)', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(documents(20), damages, (document, damage) => {
        const outcome = openDamaged(document, damage);
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 300, seed: 13 },
    );
    expect(counts.get('salvaged') ?? 0).toBeGreaterThan(150);
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(12);
  });
});
