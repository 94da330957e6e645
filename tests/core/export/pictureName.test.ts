import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNames, pictureName } from '../../../src/core/export/pictureName.ts';

describe('pictureName', () => {
  it('is made of what document and page are called', () => {
    expect(pictureName('Call analytics', 'Page 2: at night')).toBe('call-analytics-page-2-at-night');
  });

  it('says nothing twice', () => {
    expect(pictureName('Call analytics', 'Call analytics')).toBe('call-analytics');
    expect(pictureName('Call analytics', 'Call')).toBe('call-analytics');
    expect(pictureName('Call analytics', 'Call analytics by night')).toBe('call-analytics-by-night');
  });

  it('is cut between words', () => {
    const sentence = 'We record support calls in Spanish and want to know in English what people complain about';
    expect(pictureName(sentence)).toBe('we-record-support-calls-in-spanish-and-want-to-know-in-english-what');
  });

  it('cuts what is wider, so that pages can be told apart', () => {
    const sentence = 'We record support calls in Spanish and want to know in English what people complain about';
    expect(pictureName(sentence, `${sentence} (copy)`)).toBe(
      'we-record-support-calls-in-spanish-and-want-to-know-in-english-what-copy',
    );
    expect(pictureName(sentence, 'By night')).toBe(
      'we-record-support-calls-in-spanish-and-want-to-know-in-english-by-night',
    );
  });

  it('keeps the letters of every script, and is never empty', () => {
    expect(pictureName('Zürich → 東京')).toBe('zürich-東京');
    expect(pictureName('…', '')).toBe('picture');
  });

  it('is none that Windows keeps for devices', () => {
    for (const title of ['CON', 'aux', 'Lpt1.']) expect(pictureName(title)).toMatch(/-picture$/);
  });

  it('is safe in every file system, whatever the titles', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 3 }), (titles) => {
        const name = pictureName(...titles);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect([...name].length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('distinctNames', () => {
  it('numbers what would be the same', () => {
    expect(distinctNames(['a', 'A', 'a-2', 'b', 'a'])).toEqual(['a', 'A-2', 'a-2-2', 'b', 'a-3']);
  });
});
