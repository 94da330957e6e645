import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, fitLine } from '../../../src/core/text/breakLines.ts';
import { measureText } from '../../../src/core/text/measure.ts';
import { processorTime } from '../../support/processorTime';

const style = { size: 13, weight: 500 } as const;
const texts = (text: string, width: number, most: number) =>
  breakLines(text, style, width, most).map((line) => line.text);

describe('breakLines', () => {
  it('breaks at spaces and after hyphens', () => {
    expect(texts('Random Cut Forest', 80, 2)).toEqual(['Random Cut', 'Forest']);
    expect(texts('Multi-model endpoint', 64, 3)).toEqual(['Multi-', 'model', 'endpoint']);
  });

  it('ends the last line in an ellipsis where more follows', () => {
    expect(texts('Forecasts and recommendations', 120, 1)[0]).toMatch(/^Forecasts and .*…$/);
  });

  it('breaks a word only where it is wider than a line', () => {
    expect(texts('Donaudampfschifffahrt', 60, 9).join('')).toBe('Donaudampfschifffahrt');
    expect(texts('👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 10, 9)).toEqual(['👩‍👩‍👧‍👧', '👩‍👩‍👧‍👧']);
  });

  it('collapses white space and gives nothing for nothing', () => {
    expect(texts('  a \n\t b ', 100, 2)).toEqual(['a b']);
    expect(texts(' \n ', 100, 2)).toEqual([]);
  });

  it('never exceeds the width or the lines, and keeps every word that fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = breakLines(text, style, width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) {
            expect(line.width).toBe(measureText(line.text, style));
            expect(line.width).toBeLessThanOrEqual(width);
          }
          const whole = text.replace(/\s+/g, '');
          const kept = lines
            .map((line) => line.text)
            .join('')
            .replace(/\s+/g, '');
          if (!kept.endsWith('…')) expect(kept).toBe(whole);
        },
      ),
    );
  });

  it('is quick on a text of megabytes', () => {
    const elapsed = processorTime();
    fitLine('word '.repeat(1_000_000), style, 200);
    expect(elapsed()).toBeLessThan(500);
  });
});
