import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/core/catalog/load.ts';
import { indexCatalog, ratingOf } from '../../../src/core/catalog/lookup.ts';
import { files } from './catalogFiles.ts';

const catalog = () => {
  const loaded = loadCatalog(files());
  if (!loaded.ok) throw new Error('the small catalogue is broken');
  return loaded.value;
};

describe('indexCatalog', () => {
  it('finds entries by id and by alias', () => {
    const { entries } = indexCatalog(catalog());
    expect(entries.get('alpha')?.name).toBe('Alpha');
    expect(entries.get('old-alpha')).toBe(entries.get('alpha'));
    expect(entries.get('gamma')).toBeUndefined();
  });

  it('knows the parts of an entry, its relations both ways, and the layer of a group', () => {
    const index = indexCatalog(catalog());
    expect(index.capabilities.get('alpha')?.map(({ id }) => id)).toEqual(['beta']);
    expect(index.relationsFrom.get('beta')?.map(({ to }) => to)).toEqual(['alpha']);
    expect(index.relationsTo.get('alpha')?.map(({ from }) => from)).toEqual(['beta']);
    expect(index.groups.get('first')?.layer.id).toBe('top');
  });

  it('is built once for each catalogue', () => {
    const one = catalog();
    expect(indexCatalog(one)).toBe(indexCatalog(one));
    expect(indexCatalog(catalog())).not.toBe(indexCatalog(one));
  });
});

describe('ratingOf', () => {
  it("takes the entry's own rating, else its profile's, and never a word that every object answers to", () => {
    const index = indexCatalog(catalog());
    const [alpha, beta] = index.catalog.entries;
    if (!alpha || !beta) throw new Error('no entries');
    expect(ratingOf(index, alpha, 'ease').value).toBe(0.5);
    expect(ratingOf(index, beta, 'ease').value).toBe(1);
    expect(ratingOf(index, alpha, 'constructor')).toEqual({ value: 0.5, judgement: 'Not rated', sources: [] });
  });
});
