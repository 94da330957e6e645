import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Need, needSchema, type Trigger } from '../../../src/core/decision/need.ts';
import { textParts } from '../../../src/renderer/need/triggers.ts';

const reading = (triggers: readonly Omit<Trigger, 'words'>[]): Need =>
  needSchema.parse({ tasks: [{ task: 'a', triggers: triggers.map((trigger) => ({ ...trigger, words: '' })) }] });

describe('the marked words of a sentence', () => {
  it('stand between those that gave nothing', () => {
    const parts = textParts('we record calls', reading([{ start: 3, end: 9 }]));
    expect(parts.map(({ text, kind }) => [text, kind])).toEqual([
      ['we ', undefined],
      ['record', 'task'],
      [' calls', undefined],
    ]);
  });

  it('are left out where the sentence has become shorter than they are', () => {
    expect(textParts('we', reading([{ start: 3, end: 9 }]))).toEqual([{ text: 'we', start: 0 }]);
  });

  it('always make up the sentence again', () => {
    const mark = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
    fc.assert(
      fc.property(fc.string(), fc.array(mark), (text, marks) => {
        const parts = textParts(text, reading(marks.map(([start, end]) => ({ start, end }))));
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => text === '' || part.text !== '')).toBe(true);
      }),
    );
  });
});
