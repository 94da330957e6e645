import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { managementLevels, modes, places, trainingData } from '../../../src/core/catalog/entry.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Constraints, type Need, needSchema } from '../../../src/core/decision/need.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;

const constraints = (): fc.Arbitrary<Constraints> =>
  fc.record(
    {
      mode: fc.constantFrom(...modes),
      place: fc.constantFrom(...places),
      management: fc.uniqueArray(fc.constantFrom(...managementLevels), { minLength: 1 }),
      customer: fc.constantFrom('new' as const, 'existing' as const),
      trainingData: fc.constantFrom(...trainingData),
      sheetOnly: fc.boolean(),
    },
    { requiredKeys: [] },
  );

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
      want: fc.uniqueArray(fc.constantFrom(...catalog.dataKinds.map(({ id }) => id)), { maxLength: 2 }),
      constraints: constraints(),
      preferences: fc.dictionary(fc.constantFrom(...catalog.criteria.map(({ id }) => id)), fc.constantFrom(0, 0.5, 1)),
      named: fc.array(
        fc.record({
          entry: fc.constantFrom(...catalog.entries.map(({ id }) => id)),
          stance: fc.constantFrom('use' as const, 'replace' as const),
        }),
        { maxLength: 1 },
      ),
    })
    .map((value) => needSchema.parse(value));

const runs = { numRuns: 150 };

describe('what holds for every need', () => {
  it('the parts of a score add up to it, and it lies within 0 and 100', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        for (const { score, parts } of decide(catalog, need).verdicts) {
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
      runs,
    );
  });

  it('every reason rests on a fact that exists and has sources, or is marked as judgement', () => {
    const facts = new Map(
      catalog.entries.map((entry) => [entry.id, new Map(entry.facts.map((fact) => [fact.id, fact]))]),
    );
    const sources = new Set(catalog.sources.map(({ id }) => id));
    fc.assert(
      fc.property(needs(), (need) => {
        for (const { reasons, caveats, parts } of decide(catalog, need).verdicts) {
          for (const reason of [...reasons, ...caveats, ...parts.map((part) => part.reason)]) {
            if (reason.fact)
              expect(facts.get(reason.fact.entry)?.get(reason.fact.id)?.sources.length).toBeGreaterThan(0);
            if (!reason.judgement) expect(reason.sources.length).toBeGreaterThan(0);
            for (const source of reason.sources) expect(sources).toContain(source);
            expect(reason.text).not.toBe('');
          }
        }
      }),
      runs,
    );
  });

  it('an entry that does none of the tasks changes no ranking', () => {
    fc.assert(
      fc.property(needs(), fc.nat(catalog.entries.length - 1), (need, place) => {
        const relevant = decide(catalog, need);
        const model = catalog.entries[place];
        if (!model) return;
        const stranger = {
          ...model,
          id: 'stranger',
          aliases: [],
          partOf: undefined,
          kind: 'context',
          offers: [],
          companions: [],
        };
        const larger = { ...catalog, entries: [...catalog.entries, stranger] } as Catalog;
        expect(decide(larger, need).recommendations).toEqual(relevant.recommendations);
      }),
      runs,
    );
  });

  it('the order of entries, relations and sources changes nothing', () => {
    const turned: Catalog = {
      ...catalog,
      entries: [...catalog.entries].reverse(),
      relations: [...catalog.relations].reverse(),
      sources: [...catalog.sources].reverse(),
    };
    fc.assert(
      fc.property(needs(), (need) => {
        const one = decide(catalog, need);
        const other = decide(turned, need);
        expect(other.recommendations).toEqual(one.recommendations);
        expect(other.pipeline).toEqual(one.pipeline);
        expect(other.architecture).toEqual(one.architecture);
        expect(other.excluded).toEqual(one.excluded);
        expect([...other.verdicts].reverse()).toEqual(one.verdicts);
      }),
      runs,
    );
  });

  it('the order of entries changes nothing where an entry is named and nothing else is said', () => {
    const turned: Catalog = { ...catalog, entries: [...catalog.entries].reverse() };
    for (const { id } of catalog.entries) {
      const need = needSchema.parse({ named: [{ entry: id, stance: 'use', triggers: [] }] });
      expect(decide(turned, need).recommendations).toEqual(decide(catalog, need).recommendations);
    }
  });

  it('a stricter constraint never adds a candidate', () => {
    fc.assert(
      fc.property(needs(), constraints(), (need, more) => {
        // Data wanted may be reached by other tasks once a task is shut; candidates are those of the tasks stated.
        const stated = { ...need, want: [], have: [], named: [] };
        // For a customer, "new" is what unknown means, and "existing" is the laxer one.
        const { customer: _, ...stricter } = more;
        const before = decide(catalog, stated);
        const after = decide(catalog, { ...stated, constraints: { ...stricter, ...stated.constraints } });
        const candidates = (decision: typeof before): string[] =>
          decision.verdicts.filter(({ verdict, score }) => score > 0 && verdict !== 'ruled-out').map(({ id }) => id);
        const allowed = new Set(candidates(before));
        for (const id of candidates(after)) expect(allowed).toContain(id);
      }),
      runs,
    );
  });

  it('what is closed or retired is never recommended to a new customer', () => {
    const status = new Map(catalog.entries.map((entry) => [entry.id, entry.lifecycle.status]));
    fc.assert(
      fc.property(needs(), (need) => {
        const { customer: _, ...unknown } = need.constraints;
        for (const constraint of [unknown, { ...unknown, customer: 'new' as const }]) {
          for (const { id } of decide(catalog, { ...need, constraints: constraint }).recommendations) {
            expect(['closed-to-new', 'retired']).not.toContain(status.get(id));
          }
        }
      }),
      runs,
    );
  });

  it('every flow joins parts of the architecture or its ends, and ranks count up', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const { architecture, recommendations, pipeline } = decide(catalog, need);
        const ends = new Set(['input', 'output', ...architecture.stages.map(({ id }) => id)]);
        for (const { from, to } of architecture.flows) {
          expect(ends).toContain(from);
          expect(ends).toContain(to);
          expect(from).not.toBe(to);
        }
        expect(recommendations.map(({ rank }) => rank)).toEqual(recommendations.map((_, place) => place + 1));
        expect(new Set(pipeline).size).toBe(pipeline.length);
      }),
      runs,
    );
  });

  it('leaves the need and the catalogue as they were', () => {
    const before = JSON.stringify(catalog);
    fc.assert(
      fc.property(needs(), (need) => {
        const written = JSON.stringify(need);
        expect(decide(catalog, need)).toEqual(decide(catalog, need));
        expect(JSON.stringify(need)).toBe(written);
      }),
      { numRuns: 20 },
    );
    expect(JSON.stringify(catalog)).toBe(before);
  });
});
