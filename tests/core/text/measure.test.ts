import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { createOutliner } from '../../../src/core/render/outline.ts';
import { measureText } from '../../../src/core/text/measure.ts';

const fontFiles = ['Regular', 'Medium', 'SemiBold'].map((name) => `data/fonts/Inter-${name}.ttf`);
const sentences = [
  'AVATAR To Typical waves, Ty. Yo! “Wörld” fi ffl -> 12:30 3x4',
  'SageMaker training jobs',
  'Größe, naïve, Čeština, Việt Nam, Ελληνικά, Русский',
  'Amazon EC2 p3dn.24xlarge (FPGA)',
];

/** Where the ink of a text ends when resvg draws it from 0; its right bearing is that of the `|` put behind it. */
function inkEnd(text: string, size: number, weight: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="0" y="50" font-family="Inter" font-size="${size}" font-weight="${weight}">${text}|</text></svg>`;
  const box = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).getBBox();
  return box === undefined ? 0 : box.x + box.width;
}

describe('measureText', () => {
  it.each(sentences)('agrees with resvg to half a pixel in a hundred: %s', (text) => {
    for (const weight of [400, 500, 600] as const) {
      const bar = inkEnd('', 20, weight);
      const drawn = inkEnd(text, 20, weight) - bar;
      const measured = measureText(`${text}|`, { size: 20, weight }) - measureText('|', { size: 20, weight });
      expect(Math.abs(drawn - measured)).toBeLessThan(drawn * 0.005);
    }
  });

  it('is what the outlines take', () => {
    const files = Object.fromEntries(
      ([400, 500, 600] as const).map((weight, index) => [
        weight,
        new Uint8Array(readFileSync(fontFiles[index] ?? '')).buffer,
      ]),
    ) as Record<400 | 500 | 600, ArrayBuffer>;
    const outline = createOutliner(files);
    for (const text of sentences) {
      const path = outline(`${text}|`, { x: 0, y: 0, size: 20, weight: 500 });
      const bar = outline('|', {
        x: measureText(`${text}|`, { size: 20, weight: 500 }) - measureText('|', { size: 20, weight: 500 }),
        y: 0,
        size: 20,
        weight: 500,
      });
      expect(path?.endsWith(bar ?? '?')).toBe(true);
    }
  });

  it('is proportional to the size and empty for nothing', () => {
    const one = measureText('Lodestack', { size: 1, weight: 600 });
    expect(measureText('Lodestack', { size: 17, weight: 600 })).toBeCloseTo(17 * one, 9);
    expect(measureText('', { size: 17, weight: 600 })).toBe(0);
  });

  it('guesses other scripts: wide for squares, nothing for marks', () => {
    const style = { size: 10, weight: 400 } as const;
    expect(measureText('東京', style)).toBe(20);
    expect(measureText('🎉', style)).toBe(12.5);
    expect(measureText('e\u0301', style)).toBe(measureText('e', style));
  });
});
