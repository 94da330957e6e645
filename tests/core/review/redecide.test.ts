import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import type { Entry } from '../../../src/core/catalog/entry.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { decisionJson } from '../../../src/core/export/decisionJson.ts';
import { readDecisionFile } from '../../../src/core/review/decisionFile.ts';
import { review } from '../../../src/core/review/redecide.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const then = smallCatalog();
const later = { ...then, asOf: '2027-05-01' };

const needOf = (task: string, more: object = {}): Need => needSchema.parse({ tasks: [{ task }], ...more });

/** The decision over the catalogue of then, as it comes back from its file. */
function oldDecision(need: Need, catalog: Catalog = then) {
  const read = readDecisionFile(JSON.stringify(decisionJson(catalog, decide(catalog, need))));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const withEntry = (id: string, edit: (entry: Entry) => Entry, catalog: Catalog = later): Catalog => ({
  ...catalog,
  entries: catalog.entries.map((entry) => (entry.id === id ? edit(entry) : entry)),
});

const closing = (entry: Entry): Entry => ({
  ...entry,
  lifecycle: {
    status: 'closed-to-new',
    date: '2027-04-30',
    asOf: '2027-05-01',
    successors: ['mind'],
    sources: ['BOOK'],
  },
});

describe('review', () => {
  it('says that nothing changed where nothing did', () => {
    const found = review(oldDecision(needOf('feel-mood')), later);
    expect(found).toMatchObject({
      outcome: 'same',
      newlyExcluded: [],
      newlyRecommended: [],
      readmitted: [],
      lifecycle: [],
      unknown: [],
      renamed: [],
    });
    expect(found.moves.map(({ change }) => change)).toEqual(found.moves.map(() => 'stays'));
    expect(found.sentence).toBe('Reader stands: nothing changed, from 2026-11-01 to 2027-05-01.');
  });

  it('tells what replaced a choice that closed, and why', () => {
    const found = review(oldDecision(needOf('feel-mood')), withEntry('reader-mood', closing));
    expect(found).toMatchObject({
      outcome: 'new-choice',
      before: { asOf: '2026-11-01', chosen: [{ id: 'reader', name: 'Reader' }] },
      after: { asOf: '2027-05-01', chosen: [{ id: 'own-mood' }] },
      newlyExcluded: [{ id: 'reader-mood', name: "Reader's mood", constraint: 'lifecycle' }],
      lifecycle: [
        {
          id: 'reader-mood',
          chosen: true,
          worse: true,
          before: { status: 'active' },
          after: { status: 'closed-to-new' },
        },
      ],
    });
    expect(found.moves.at(-1)).toMatchObject({ id: 'reader', change: 'leaves', before: { rank: 1 } });
    expect(found.sentence).toContain('As of 2026-11-01 the choice was Reader; as of 2027-05-01 it is Own mood model.');
    expect(found.sentence).toContain('Closed to new customers since 2027-04-30');
  });

  it('keeps the choice of an existing customer, and warns', () => {
    const need = needOf('feel-mood', { constraints: { customer: 'existing', trainingData: 'none' } });
    const found = review(oldDecision(need), withEntry('reader-mood', closing));
    expect(found.outcome).toBe('same-choice');
    expect(found.sentence).toContain("Reader's mood is closed to new customers since 2027-04-30.");
    const [reader] = found.moves;
    expect(reader).toMatchObject({ id: 'reader', before: { rank: 1 }, after: { rank: 1 } });
    expect(reader?.parts).toEqual([{ name: 'Lifecycle', kind: 'lifecycle', before: 10, after: 2 }]);
  });

  it('tells a lifecycle that changed in its day or its successors alone', () => {
    const closed = withEntry('reader-mood', closing, then);
    const need = needOf('feel-mood', { constraints: { customer: 'existing' } });
    const found = review(
      oldDecision(need, closed),
      withEntry('reader-mood', (entry) => ({
        ...closing(entry),
        lifecycle: { ...closing(entry).lifecycle, successors: ['babel'] },
      })),
    );
    expect(found.lifecycle).toMatchObject([{ id: 'reader-mood', worse: false }]);
    const reworded = withEntry('reader-mood', (entry) => ({
      ...closing(entry),
      lifecycle: { ...closing(entry).lifecycle, note: 'Said in other words.' },
    }));
    expect(review(oldDecision(need, closed), reworded).lifecycle).toEqual([]);
  });

  it('says what came back', () => {
    const found = review(
      oldDecision(needOf('find-themes')),
      withEntry('reader-themes', (entry) => ({ ...entry, lifecycle: { ...entry.lifecycle, status: 'active' } })),
    );
    expect(found).toMatchObject({
      outcome: 'new-choice',
      readmitted: [{ id: 'reader-themes', name: "Reader's themes" }],
      lifecycle: [{ id: 'reader-themes', chosen: false, worse: false }],
    });
  });

  it('follows ids that have changed, in the ranking and in the need', () => {
    const renamed: Catalog = {
      ...later,
      entries: later.entries.map((entry) => ({
        ...entry,
        ...(entry.id === 'reader' ? { id: 'book-reader', name: 'Book Reader', aliases: ['reader'] } : {}),
        ...(entry.partOf === 'reader' ? { partOf: 'book-reader' } : {}),
      })),
    };
    const need = needOf('feel-mood', { choices: { 'feel-mood': 'reader' }, constraints: { excluded: ['reader'] } });
    const moved = review(oldDecision(need), renamed);
    expect(moved.need).toMatchObject({
      choices: { 'feel-mood': 'book-reader' },
      constraints: { excluded: ['book-reader'] },
    });
    const found = review(oldDecision(needOf('feel-mood')), renamed);
    expect(found.renamed).toEqual([{ from: 'reader', to: 'book-reader', name: 'Book Reader' }]);
    expect(found).toMatchObject({ outcome: 'same-choice', before: { chosen: [{ id: 'book-reader' }] } });
    expect(found.moves[0]).toMatchObject({ id: 'book-reader', change: 'stays' });
  });

  it('names what the catalogue does not know any more, and decides without it', () => {
    const without: Catalog = {
      ...later,
      tasks: later.tasks.filter(({ id }) => id !== 'feel-mood'),
      entries: later.entries
        .filter(({ id }) => id !== 'reader-mood')
        .map((entry) => ({ ...entry, offers: entry.offers.filter(({ task }) => task !== 'feel-mood') })),
    };
    const found = review(oldDecision(needOf('feel-mood')), without);
    expect(found.unknown).toEqual([{ kind: 'task', id: 'feel-mood', name: 'Feel the mood' }]);
    expect(found.outcome).toBe('new-choice');
    expect(found.sentence).toContain('nothing fits any more');
    expect(found.lifecycle).toMatchObject([{ id: 'reader-mood', chosen: true, worse: true }]);
  });

  it('says so where the catalogue is the older one', () => {
    const found = review(oldDecision(needOf('feel-mood')), { ...then, asOf: '2025-01-01' });
    expect(found.sentence).toContain('older than the decision');
  });

  it('holds for whatever was asked: the same catalogue gives the same decision, and every line is told once', () => {
    const tasks = then.tasks.map(({ id }) => id);
    const kinds = then.dataKinds.map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.record({
          tasks: fc.uniqueArray(fc.constantFrom(...tasks), { maxLength: 4 }),
          have: fc.subarray(kinds),
          customer: fc.constantFrom('new', 'existing'),
          gone: fc.subarray(then.entries.map(({ id }) => id)),
        }),
        ({ tasks: asked, have, customer, gone }) => {
          const need = needSchema.parse({ tasks: asked.map((task) => ({ task })), have, constraints: { customer } });
          const old = oldDecision(need);
          expect(review(old, then).outcome).toBe('same');
          const closed = gone.reduce((catalog, id) => withEntry(id, closing, catalog), later);
          const found = review(old, closed);
          const ids = found.moves.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect([...ids].sort()).toEqual(
            [
              ...new Set([
                ...old.recommendations.map(({ id }) => id),
                ...found.decision.recommendations.map(({ id }) => id),
              ]),
            ].sort(),
          );
          for (const { change, why } of found.moves) expect(change !== 'leaves' || why !== undefined).toBe(true);
          expect(found.sentence).not.toMatch(/undefined|NaN|\[object/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
