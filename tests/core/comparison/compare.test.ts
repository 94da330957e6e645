import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, suggestedCandidates } from '../../../src/core/comparison/compare.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';
import { catalog, needs } from '../sensitivity/needs.ts';

const small = smallCatalog();
const decided = (need: unknown) => decide(small, needSchema.parse(need));

describe('compare', () => {
  it('puts what differs first, by points, and says who leads', () => {
    const { candidates, rows } = compare(small, decided({ tasks: [{ task: 'feel-mood' }] }), ['reader', 'own-mood']);
    expect(candidates.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual([
      'Reader: recommended',
      'Own mood model: suitable',
    ]);
    expect(rows.slice(0, 3).map(({ name, leaders }) => [name, leaders])).toEqual([
      ['Control', ['own-mood']],
      ['Ease', ['reader']],
      ['Feel the mood', ['reader']],
    ]);
    expect(rows[0]?.spread).toBeCloseTo(12 * 0.9, 9);
    expect(rows.at(-1)?.differs).toBe(false);
  });

  it('says when to choose which, and what is ruled out', () => {
    const { candidates } = compare(small, decided({ tasks: [{ task: 'find-themes' }] }), ['mind', 'reader-themes']);
    expect(candidates[0]?.closing).toMatch(/^Choose Mind where Lifecycle counts most\.$/);
    expect(candidates[1]?.closing).toMatch(/It is ruled out by this need\.$/);
    expect(candidates[1]?.ruledOut).toMatch(/Closed to new customers/);
  });

  it('takes the case for a service from the capability that does the task, not from a sibling of it', () => {
    const decision = decide(catalog, needSchema.parse({ tasks: [{ task: 'answer-from-documents' }] }));
    const { candidates } = compare(catalog, decision, ['bedrock', 'amazon-quick']);
    const doing = catalog.entries.find(({ id }) => id === decision.recommendations[0]?.via[0]);
    const useWhen = doing?.offers.find(({ task }) => task === 'answer-from-documents')?.useWhen;
    expect(useWhen).toBeDefined();
    expect(candidates[0]?.closing).toContain(useWhen);
  });

  it('passes over what is unknown or named twice, and cuts what is too many', () => {
    const decision = decided({ tasks: [{ task: 'feel-mood' }] });
    expect(compare(small, decision, ['nowhere', 'mind', 'mind']).candidates.map(({ id }) => id)).toEqual(['mind']);
    expect(compare(small, decision, ['mind', 'reader', 'babel', 'scribe', 'shelf']).candidates).toHaveLength(4);
  });

  it('holds for every need: differences first, sorted by points, the points of a candidate add up, sources exist', () => {
    const sources = new Set(catalog.sources.map(({ id }) => id));
    fc.assert(
      fc.property(
        needs(),
        fc.shuffledSubarray(
          catalog.entries.map(({ id }) => id),
          { minLength: 2, maxLength: 4 },
        ),
        (need, ids) => {
          const decision = decide(catalog, need);
          const { candidates, rows } = compare(catalog, decision, ids);
          expect(candidates.map(({ id }) => id)).toEqual(ids);
          const firstSame = rows.findIndex(({ differs }) => !differs);
          if (firstSame >= 0) expect(rows.slice(firstSame).every(({ differs }) => !differs)).toBe(true);
          const spreads = rows.filter(({ differs }) => differs).map(({ spread }) => Math.round(spread * 1e6));
          expect(spreads).toEqual(spreads.toSorted((left, right) => right - left));
          for (const { cells, name } of rows) {
            expect(cells).toHaveLength(candidates.length);
            expect(name).not.toBe('');
            for (const cell of cells) {
              expect(cell.text).not.toBe('');
              for (const id of cell.sources) expect(sources).toContain(id);
            }
          }
          for (const { closing } of candidates) expect(closing).toMatch(/\.$/);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('suggests rivals for the foremost task, all of them in the ranking', () => {
    const decision = decided({ tasks: [{ task: 'feel-mood' }] });
    const ranked = new Set(decision.recommendations.map(({ id }) => id));
    const suggested = suggestedCandidates(small, decision);
    expect(suggested[0]).toBe('reader');
    expect(suggested.length).toBeGreaterThan(1);
    for (const id of suggested) expect(ranked).toContain(id);
    expect(suggestedCandidates(small, decided({}))).toEqual([]);
  });
});
