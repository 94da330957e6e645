import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { chainNames } from '../../../src/core/planning/chainNames.ts';
import { planChains } from '../../../src/core/planning/chains.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const index = indexCatalog(catalog);
const named = (text: string): string[] =>
  chainNames(index, planChains(catalog, interpret(text, catalog, lexicon))).map((names) => names.join(' > '));

describe('chainNames', () => {
  it('calls a way by its services', () => {
    expect(named('We record support calls in Spanish and want to know in English what people complain about')[0]).toBe(
      'Amazon Transcribe > Amazon Translate > Amazon Comprehend',
    );
  });

  it.each([
    'pull company names, people and dates out of press releases',
    'Site safety: are the workers in these photos wearing helmets and gloves?',
    'Captions must appear while the lecturer is speaking.',
    'Generate product texts in our tone',
  ])('tells ways of the same services apart by what does the work: %s', (text) => {
    const names = named(text);
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names the capability in the stage that differs alone', () => {
    expect(
      named('we have recorded interviews in French and need the names of people and places in English text'),
    ).toEqual(
      expect.arrayContaining([
        'Amazon Transcribe > Amazon Translate > Comprehend entities',
        'Amazon Transcribe > Amazon Translate > Comprehend custom entities',
      ]),
    );
  });
});
