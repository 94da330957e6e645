import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { farNameOf } from '../../../src/core/scene/farNames.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const index = indexCatalog(knowledge.value.catalog);
const called = (label: string, entry?: string) => farNameOf(label, entry ? index.entries.get(entry) : undefined, index);

describe('a name from afar', () => {
  it('is the name that a hand gave, whole', () => {
    expect(called('Step 38')).toBe('Step 38');
    expect(called('Amazon calls', 'comprehend')).toBe('Amazon calls');
    expect(called(' two\nlines ')).toBe('two lines');
  });

  it('goes without the maker where a service bears its own, whatever its neighbours are called', () => {
    expect(called('Amazon Comprehend', 'comprehend')).toBe('Comprehend');
    expect(called('Amazon S3', 's3')).toBe('S3');
  });
});
