import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { mendSlips } from '../../../src/core/decision/slips.ts';
import { readWords } from '../../../src/core/decision/words.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { lexicon } = knowledge.value;
const mended = (text: string): string =>
  mendSlips(readWords(text), lexicon)
    .map(({ form }) => form)
    .join(' ');

describe('mendSlips', () => {
  it.each([
    ['trian', 'train'],
    ['recieve', 'receive'],
    ['transcibe', 'transcribe'],
    ['sentimment', 'sentiment'],
    ['invoicess', 'invoices'],
    ['trenslation', 'translation'],
  ])('reads %s as %s', (slip, word) => {
    expect(mended(slip)).toBe(word);
  });

  it.each(['train', 'auction', 'though', 'vous', 'kubectl', 'lo', 'Müller'])('leaves %s alone', (word) => {
    expect(mended(word)).toBe(word.toLowerCase());
  });

  it('opens closed compounds, at the place of the word', () => {
    const words = mendSlips(readWords('a livestream now'), lexicon);
    expect(words.map(({ form }) => form)).toEqual(['a', 'live', 'stream', 'now']);
    expect(words.slice(1, 3).map(({ start, end }) => [start, end])).toEqual([
      [2, 12],
      [2, 12],
    ]);
  });
});
