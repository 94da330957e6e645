import { describe, expect, it } from 'vitest';
import { loadCatalogAt } from '../../../src/cli/catalogFiles.ts';
import { searchOf } from '../../../src/renderer/search/searchCatalog.ts';

const loaded = loadCatalogAt();
if (!loaded.ok) throw new Error('The catalogue cannot be read.');
const catalog = loaded.value;
const search = searchOf(catalog);
const found = (query: string, most = 3) => search(query, 'entry', most).map(({ id }) => id);

describe('search over the catalogue', () => {
  it.each([
    ['transcribe', 'transcribe'],
    ['comp', 'comprehend'],
    ['reko', 'rekognition'],
    ['bedrock', 'bedrock'],
    ['lambda', 'lambda'],
    ['eks', 'eks'],
    ['s3', 's3'],
  ])('puts the service before what it can do: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('still offers the capabilities, after their service', () => {
    expect(found('transcribe', 8)).toContain('transcribe-redaction');
  });

  it('finds a word that is mistyped', () => {
    expect(found('comprehand')).toContain('comprehend');
  });

  it('keeps to one kind where one is asked for, and to the number', () => {
    const both = search('translate', 'stack', 20);
    expect(new Set(both.map(({ kind }) => kind))).toEqual(new Set(['entry', 'task']));
    expect(search('translate', 'task', 20).every(({ kind }) => kind === 'task')).toBe(true);
    expect(search('e', 'stack', 4)).toHaveLength(4);
  });

  it('leaves parts that are only drawn around the stack to the palette of parts', () => {
    const [part] = catalog.entries.filter(({ kind }) => kind === 'part');
    if (!part) throw new Error('There is no such part.');
    expect(found(part.name)[0]).toBe(part.id);
    expect(search(part.name, 'stack', 20).map(({ id }) => id)).not.toContain(part.id);
  });

  it('builds its index once', () => {
    expect(searchOf(catalog)).toBe(search);
  });
});
