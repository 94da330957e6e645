import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { diffCatalogs, isUnchanged } from '../../../src/core/catalog/diff.ts';
import type { Entry } from '../../../src/core/catalog/entry.ts';
import { loadCatalog } from '../../../src/core/catalog/load.ts';
import { smallCatalogYaml } from '../../fixtures/smallCatalog.ts';

/** The small catalogue, with pieces of its text replaced. Throws where a piece is not there. */
const small = (...changes: readonly (readonly [from: string, to: string])[]): Catalog => {
  let text = smallCatalogYaml;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`It does not hold ${from}`);
    text = text.replaceAll(from, to);
  }
  const loaded = loadCatalog([{ path: 'small.yaml', text }]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
};

const nothing = { added: [], removed: [], changed: [] };

const without = (catalog: Catalog, ...ids: readonly string[]): Catalog => ({
  ...catalog,
  entries: catalog.entries.filter(({ id }) => !ids.includes(id)),
});

describe('diffCatalogs', () => {
  it('finds nothing between a catalogue and itself, however its files are ordered', () => {
    const catalog = small();
    const turned: Catalog = {
      ...catalog,
      entries: catalog.entries
        .map((entry) => ({
          ...entry,
          offers: entry.offers.map((offer) => ({ ...offer, modes: offer.modes.toReversed() })).reverse(),
        }))
        .reverse(),
      tasks: catalog.tasks.toReversed(),
    };
    expect(isUnchanged(diffCatalogs(catalog, small()))).toBe(true);
    expect(diffCatalogs(catalog, turned)).toEqual(diffCatalogs(catalog, catalog));
  });

  it('names what came and what went', () => {
    const diff = diffCatalogs(without(small(), 'mind', 'babel'), without(small(), 'shelf'));
    expect(diff).toMatchObject({
      added: [
        { id: 'babel', name: 'Babel' },
        { id: 'mind', name: 'Mind' },
      ],
      removed: [{ id: 'shelf', name: 'Shelf' }],
      renamed: [],
      changed: [],
    });
    expect(isUnchanged(diff)).toBe(false);
  });

  it('knows a new id by the alias that it left, and calls nothing else changed for it', () => {
    const after = small(
      ['- id: mind\n    name: Mind\n', '- id: big-mind\n    aliases: [mind]\n    name: Mind\n'],
      ['successors: [mind]', 'successors: [big-mind]'],
      ['- id: reader\n    name: Reader\n', '- id: lector\n    aliases: [reader]\n    name: Reader\n'],
      ['partOf: reader', 'partOf: lector'],
      ['id: shelf, role', 'id: rack, role'],
      ['- id: shelf\n    name: Shelf\n', '- id: rack\n    aliases: [shelf]\n    name: Shelf\n'],
      ['relations: []', 'relations: [{ from: scribe, type: feeds, to: big-mind, sources: [BOOK] }]'],
    );
    const before = small(['relations: []', 'relations: [{ from: scribe, type: feeds, to: mind, sources: [BOOK] }]']);
    expect(diffCatalogs(before, after)).toEqual({
      before: { title: 'A small cloud', asOf: '2026-11-01' },
      after: { title: 'A small cloud', asOf: '2026-11-01' },
      added: [],
      removed: [],
      renamed: [
        { from: 'mind', to: 'big-mind', name: 'Mind' },
        { from: 'reader', to: 'lector', name: 'Reader' },
        { from: 'shelf', to: 'rack', name: 'Shelf' },
      ],
      changed: [],
      tasks: { added: [], removed: [] },
      relations: { added: [], removed: [] },
    });
  });

  it('calls an entry that was merged into another removed, and says into which', () => {
    const rest = without(small(), 'babel');
    const entries = rest.entries.map((entry) => (entry.id === 'mind' ? { ...entry, aliases: ['babel'] } : entry));
    const diff = diffCatalogs(small(), { ...rest, entries });
    expect(diff.removed).toEqual([{ id: 'babel', name: 'Babel', aliasOf: 'mind' }]);
    expect(diff.renamed).toEqual([]);
    expect(diff.changed).toMatchObject([{ id: 'mind', fields: ['aliases'] }]);
  });

  it('tells of a lifecycle, not of the day on which it was looked up', () => {
    const closed = 'status: closed-to-new, date: 2026-04-30, asOf: 2026-11-01';
    expect(isUnchanged(diffCatalogs(small(), small([closed, closed.replace('2026-11-01', '2026-12-01')])))).toBe(true);
    const [change, ...others] = diffCatalogs(
      small(),
      small([closed, 'status: retired, date: 2027-01-01, asOf: 2027-01-02']),
    ).changed;
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      id: 'reader-themes',
      lifecycle: { before: { status: 'closed-to-new' }, after: { status: 'retired', date: '2027-01-01' } },
      offers: nothing,
      facts: nothing,
      fields: [],
    });
  });

  it('tells of offers, facts and other fields', () => {
    const after = small(
      ['{ task: find-themes, fit: 0.8, modes: [live, batch]', '{ task: find-themes, fit: 0.7, modes: [batch]'],
      ['      - { task: feel-mood, fit: 0.6, modes: [live, batch], facts: [answers] }\n', ''],
      ['{ task: put-in-english, fit: 0.5', '{ task: read-paper, fit: 0.5'],
      ['text: It follows instructions.', 'text: It follows orders.'],
      ['text: A text may have 5 KB., sources: [BOOK], kind: limit', 'text: A text may have 5 KB., sources: [BOOK]'],
      ['id: stores,', 'id: keeps,'],
      ['summary: A large model.', 'summary: A larger model.'],
    );
    const { changed } = diffCatalogs(small(), after);
    expect(changed).toMatchObject([
      {
        id: 'mind',
        offers: {
          added: [{ task: 'read-paper' }],
          removed: [{ task: 'feel-mood' }, { task: 'put-in-english' }],
          changed: [{ before: { fit: 0.8 }, after: { fit: 0.7 }, fields: ['fit', 'modes'] }],
        },
        facts: { changed: [{ before: { text: 'It follows instructions.' }, fields: ['text'] }] },
        fields: ['summary'],
      },
      {
        id: 'reader-mood',
        offers: nothing,
        facts: { changed: [{ after: { id: 'length' }, fields: ['kind'] }] },
        fields: [],
      },
      { id: 'shelf', facts: { added: [{ id: 'keeps' }], removed: [{ id: 'stores' }], changed: [] }, fields: [] },
    ]);
    expect(changed[0]).not.toHaveProperty('lifecycle');
  });

  it('is turned round where its sides are, and does not mind the order of entries', () => {
    const whole = small();
    const some = fc
      .tuple(
        fc.subarray([...whole.entries]),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
      )
      .map(
        ([entries, fits]): Catalog => ({
          ...whole,
          entries: entries.map(
            (entry, place): Entry => ({
              ...entry,
              offers: entry.offers.map((offer) => ({ ...offer, fit: fits[place % fits.length] ?? 0 })),
            }),
          ),
        }),
      );
    fc.assert(
      fc.property(some, some, (one, other) => {
        const there = diffCatalogs(one, other);
        const back = diffCatalogs(other, one);
        expect(back.added).toEqual(there.removed);
        expect(back.removed).toEqual(there.added);
        expect(back.changed.map(({ id }) => id)).toEqual(there.changed.map(({ id }) => id));
        expect(diffCatalogs({ ...one, entries: one.entries.toReversed() }, other)).toEqual(there);
        expect(isUnchanged(diffCatalogs(one, one))).toBe(true);
      }),
    );
  });
});
