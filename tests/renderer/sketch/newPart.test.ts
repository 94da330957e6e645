import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyPage } from '../../../src/core/diagram/page.ts';
import { addCommand, decodeNewPart, encodeNewPart } from '../../../src/renderer/sketch/newPart.ts';
import { findParts, partOfEntry, plainParts } from '../../../src/renderer/sketch/partsOffered.ts';

const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog } = loaded.value;
const index = indexCatalog(catalog);

describe('parts of the palette', () => {
  it('can all be dragged and placed', () => {
    const offered = [...plainParts, ...catalog.entries.flatMap(({ id }) => partOfEntry(catalog, id))];
    expect(new Set(offered.map(({ key }) => key)).size).toBe(offered.length);
    for (const { key, part } of offered) {
      const carried = decodeNewPart(encodeNewPart(part));
      expect(carried, key).toEqual(part);
      if (!carried) continue;
      const done = applyToPage(emptyPage('p', ''), addCommand(carried, { x: 10.4, y: 20 }, index), countedIds());
      expect(done.ok, key).toBe(true);
    }
  });

  it('refuses what is no part, however it is dressed', () => {
    for (const text of ['', 'null', '{"type":"entry"}', '{"type":"node","kind":"script","label":""}', '[]'])
      expect(decodeNewPart(text), text).toBeUndefined();
  });

  it('finds services by name and by an old one, and plain things too', () => {
    expect(findParts(catalog, 'transcribe', 5)[0]?.key).toBe('entry:transcribe');
    expect(findParts(catalog, 'queue', 5)[0]?.key).toBe('node:queue');
    expect(findParts(catalog, 'vpc', 5)[0]?.key).toBe('group:vpc');
    expect(findParts(catalog, '  ', 5)).toEqual([]);
  });
});
