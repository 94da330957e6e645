import { describe, expect, it } from 'vitest';
import { findMatches, indexPatterns, parsePattern } from '../../../src/core/decision/pattern.ts';
import { readWords } from '../../../src/core/decision/words.ts';

const matched = (phrase: string, text: string): string[] => {
  const pattern = parsePattern(phrase, phrase, { language: ['german', 'thai'] });
  if (typeof pattern === 'string') throw new Error(pattern);
  const words = readWords(text);
  return findMatches(indexPatterns([pattern]), words).map(({ places }) =>
    places.map((place) => words[place]?.form).join(' '),
  );
};

describe('a phrase', () => {
  it.each([
    ['speech to text', 'Speech-to-text!', ['speech to text']],
    ['real-time', 'in real time', ['real time']],
    ['speech to text', 'speech. To text', []],
    ['tell ... apart', 'tell our own parts apart', ['tell apart']],
    ['tell ... apart', 'tell one two three four five apart', []],
    ['photo|picture album', 'a picture album', ['picture album']],
    ['managed [little] notebook', 'managed notebook', ['managed notebook']],
    ['managed [little] notebook', 'managed little notebook', ['managed little notebook']],
    ['transcri*', 'transcription', ['transcription']],
    ['=lex', 'lexes and Lex', ['lex']],
    ['review', 'reviews by reviewers', ['reviews']],
    ['label data', 'labelled data', ['labelled data']],
    ['labelled data', 'labelled data', ['labelled data']],
    ['# hours', 'within 24 hours', ['24 hours']],
    ['into <language>', 'from German into Thai', ['into thai']],
    ['not', 'take a note, or notes', []],
    ["don't list", "it doesn't list", []],
    ["doesn't list", 'it doesn’t list', ['does not list']],
  ])('%j finds in %j', (phrase, text, found) => {
    expect(matched(phrase, text)).toEqual(found);
  });

  it.each(['', '...', '[a] b', 'a ...', 'a|', '*', 'into <planet>'])('%j is refused with a sentence', (phrase) => {
    expect(typeof parsePattern(phrase, 0)).toBe('string');
  });
});
