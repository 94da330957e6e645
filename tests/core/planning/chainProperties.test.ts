import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { kindLattice, mayBe, standsFor } from '../../../src/core/decision/kinds.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { planChains } from '../../../src/core/planning/chains.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;
const index = indexCatalog(catalog);
const lattice = kindLattice(index);

const needs = (): fc.Arbitrary<Need> =>
  fc
    .record({
      tasks: fc.uniqueArray(
        fc.record({
          task: fc.constantFrom(...catalog.tasks.map(({ id }) => id)),
          weight: fc.constantFrom(0.4, 0.7, 1),
        }),
        { maxLength: 4, selector: ({ task }) => task },
      ),
      have: fc.uniqueArray(fc.constantFrom(...catalog.dataKinds.map(({ id }) => id)), { maxLength: 2 }),
      want: fc.uniqueArray(fc.constantFrom(...catalog.dataKinds.map(({ id }) => id)), { maxLength: 1 }),
      text: fc.option(fc.constant('as read from a sentence'), { nil: undefined }),
      constraints: fc.record(
        {
          place: fc.constantFrom('cloud', 'edge'),
          customer: fc.constantFrom('new', 'existing'),
          management: fc.constantFrom(['managed-service'], ['managed-service', 'managed-platform']),
          trainingData: fc.constantFrom('none', 'labels'),
        },
        { requiredKeys: [] },
      ),
      preferences: fc.dictionary(fc.constantFrom(...catalog.criteria.map(({ id }) => id)), fc.constantFrom(0, 1)),
    })
    .map(({ text, ...value }) => needSchema.parse(text === undefined ? value : { ...value, text }));

const runs = { numRuns: 120 };

/** Entries that the chain uses: services and the capabilities through which they work. */
const used = (chain: ReturnType<typeof planChains>[number]): string[] =>
  chain.stages.flatMap(({ entry, via }) => [entry, ...via]);

describe('what holds for the ways to build anything', () => {
  it('a way is decided and drawn as it was shown, and the first is the decision itself', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const own = decide(catalog, need);
        const chains = planChains(catalog, need);
        expect(chains.length === 0).toBe(own.architecture.stages.length === 0);
        chains.forEach((chain, place) => {
          const { architecture, assumptions } = place === 0 ? own : decide(catalog, chain.need);
          expect(chain.flows).toEqual(architecture.flows);
          expect(chain.stages.map(({ entry, tasks }) => ({ entry, tasks }))).toEqual(
            architecture.stages.filter(({ role }) => role === 'stage').map(({ id, tasks }) => ({ entry: id, tasks })),
          );
          expect(assumptions.filter((text) => text.startsWith('You chose'))).toEqual([]);
        });
      }),
      runs,
    );
  });

  it('nothing that is ruled out takes part, and what closed is never offered to a new customer', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        for (const chain of planChains(catalog, need)) {
          const out = decide(catalog, chain.need).verdicts.filter(({ verdict }) => verdict === 'ruled-out');
          const ruledOut = new Set(out.map(({ id }) => id));
          for (const id of [...used(chain), ...chain.supporting]) {
            if (ruledOut.has(id)) expect(id).toBe('');
            const status = index.entries.get(id)?.lifecycle.status;
            expect(status).not.toBe('retired');
            if (need.constraints.customer !== 'existing') expect(status).not.toBe('closed-to-new');
          }
        }
      }),
      runs,
    );
  });

  it('what flows between two stages is given by the one and taken by the other', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        for (const { stages, flows } of planChains(catalog, need)) {
          const kinds = (id: string, side: 'accepts' | 'produces'): string[] =>
            stages
              .filter(({ entry }) => entry === id)
              .flatMap(({ entry, via, tasks }) =>
                [entry, ...via].flatMap((each) =>
                  (index.entries.get(each)?.offers ?? [])
                    .filter(({ task }) => tasks.includes(task))
                    .flatMap((offer) => {
                      const task = index.tasks.get(offer.task);
                      const joins = side === 'accepts' ? [...(task?.joins ?? []), ...(task?.also ?? [])] : [];
                      return [...(offer[side] ?? task?.[side] ?? []), ...joins];
                    }),
                ),
              );
          for (const { from, to, data } of flows) {
            if (!index.dataKinds.has(data)) continue;
            if (from !== 'input') {
              const given = kinds(from, 'produces').some((kind) => standsFor(lattice, kind, data));
              expect({ from, data, given }).toEqual({ from, data, given: true });
            }
            if (to !== 'output') expect(mayBe(lattice, data, kinds(to, 'accepts'))).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('the order of the catalogue changes nothing', () => {
    const turned: Catalog = {
      ...catalog,
      entries: [...catalog.entries].reverse(),
      relations: [...catalog.relations].reverse(),
      sources: [...catalog.sources].reverse(),
    };
    fc.assert(
      fc.property(needs(), (need) => {
        expect(planChains(turned, need)).toEqual(planChains(catalog, need));
      }),
      runs,
    );
  });

  it('what was chosen among the ways does not change them', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const chains = planChains(catalog, need);
        const taken = chains.at(-1);
        if (!taken || taken.need.have.length !== need.have.length) return;
        expect(planChains(catalog, taken.need)).toEqual(chains);
      }),
      runs,
    );
  });

  it('there are at most three, all different, and each but the first says what speaks for and against it', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const chains = planChains(catalog, need);
        expect(chains.length).toBeLessThanOrEqual(3);
        expect(new Set(chains.map(({ id }) => id)).size).toBe(chains.length);
        expect(chains[0]?.tradeOff ?? []).toEqual([]);
        for (const { tradeOff } of chains.slice(1)) {
          expect(tradeOff.length).toBeGreaterThan(0);
          for (const sentence of tradeOff) expect(sentence).toMatch(/^\S.*\.$/);
        }
      }),
      runs,
    );
  });
});
