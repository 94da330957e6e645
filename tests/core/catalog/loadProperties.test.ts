import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogDirectory } from '../../../src/cli/catalogFiles.ts';
import { type CatalogFile, loadCatalog } from '../../../src/core/catalog/load.ts';
import { files } from './catalogFiles.ts';

const bundledFiles = (): readonly CatalogFile[] => {
  const read = readCatalogDirectory('data/catalog');
  if (!read.ok) throw new Error('data/catalog could not be read');
  return read.value;
};

/** A change of a text as people and broken disks make it: a piece lost, doubled, moved or replaced. */
const change = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  other: fc.oneof(
    fc.constantFrom(
      '',
      '\t',
      '- ',
      ': ',
      '{',
      '[',
      '"',
      '&a ',
      '*a',
      '!!set ',
      '---\n',
      '\u0000',
      '__proto__: 1\n',
      '? ',
      '<<: ',
      '|\n',
      '# ',
      '%YAML 1.1\n',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  ),
});

const changed = (
  all: readonly CatalogFile[],
  { file, at, length, other }: typeof change extends fc.Arbitrary<infer Value> ? Value : never,
): CatalogFile[] =>
  all.map((each, index) => {
    if (index !== file % all.length) return each;
    const start = Math.floor(at * each.text.length);
    return { ...each, text: each.text.slice(0, start) + other + each.text.slice(start + length) };
  });

describe('loading', () => {
  it('does not depend on the order in which files are given', () => {
    const given = files();
    const expected = loadCatalog(given);
    expect(expected.ok).toBe(true);
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (shuffled) => {
        expect(loadCatalog(shuffled)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws, whatever happens to a small catalogue, and every issue names its file and field', () => {
    const given = files();
    const paths = new Set(given.map(({ path }) => path));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const loaded = loadCatalog(changes.reduce<CatalogFile[]>(changed, given));
        if (loaded.ok) return;
        expect(loaded.error.length).toBeGreaterThan(0);
        for (const { file, line, field, message } of loaded.error) {
          expect(paths).toContain(file);
          expect(line ?? 1).toBeGreaterThan(0);
          expect(field).not.toBe('');
          expect(message).not.toBe('');
        }
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever happens to the bundled catalogue', () => {
    // One file at a time beside the vocabulary: the same checks at a hundredth of the time of the whole.
    const all = bundledFiles();
    const vocabulary = all.filter(({ path }) => !/entries|relations/.test(path) && !/sources/.test(path));
    const others = all.filter((file) => !vocabulary.includes(file));
    fc.assert(
      fc.property(fc.constantFrom(...others), fc.array(change, { minLength: 1, maxLength: 3 }), (file, changes) => {
        const small = { ...file, text: file.text.slice(0, 4_000) };
        const loaded = loadCatalog(changes.reduce<CatalogFile[]>(changed, [small]));
        expect(loaded.ok || loaded.error.length > 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws on any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.string()), (text) => {
        expect(loadCatalog([{ path: 'any.yaml', text }]).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
