import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestedCandidates } from '../../../src/core/comparison/compare.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf, serviceOf } from '../../../src/core/decision/engine.ts';
import { catalog, needs } from '../sensitivity/needs.ts';

const { index } = engineOf(catalog);

describe('what fits', () => {
  it('is the same on the map, in the list and in what is offered to compare', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const decision = decide(catalog, need);
        const listed = new Set(decision.recommendations.map(({ id }) => id));
        const serviceIds = (...verdicts: string[]): string[] =>
          decision.verdicts.flatMap(({ id, verdict }) => {
            const entry = index.entries.get(id);
            return entry && verdicts.includes(verdict) ? [serviceOf(index, entry).id] : [];
          });
        for (const id of serviceIds('recommended', 'suitable')) expect(listed).toContain(id);
        // What also stands beside the answer is lit as that.
        const lit = new Set(serviceIds('recommended', 'suitable', 'supporting'));
        for (const id of listed) expect(lit).toContain(id);
        for (const id of suggestedCandidates(catalog, decision)) expect(listed).toContain(id);
      }),
      { numRuns: 200 },
    );
  });
});
