import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';
import { describe, expect, it } from 'vitest';
import { advancesOf, characterCodes, openFont } from '../../../scripts/fontMetricsOf.ts';
import { seededRandom } from '../../../src/core/base/random.ts';
import { type FontWeight, fontMetrics } from '../../../src/core/text/fontMetrics.ts';
import { measureText } from '../../../src/core/text/measure.ts';

const files: [FontWeight, string][] = [
  [400, 'Regular'],
  [500, 'Medium'],
  [600, 'SemiBold'],
];

describe.each(files)('metrics of weight %i', (weight, name) => {
  const file = new Uint8Array(readFileSync(`data/fonts/Inter-${name}.ttf`));
  const metrics = fontMetrics[weight];
  const characters = [...metrics.glyphs.keys()].map((codePoint) => String.fromCodePoint(codePoint));
  const shaper = openFont(file);
  /** Width in font units by HarfBuzz, the shaper of browsers and of resvg. */
  const shaped = (text: string, script: string): number =>
    advancesOf(shaper, text, script).reduce((sum, advance) => sum + advance, 0);

  it('has the measures and the characters of the file', () => {
    const font = opentype.parse(file.slice().buffer);
    expect(metrics).toMatchObject({
      unitsPerEm: font.unitsPerEm,
      ascender: font.ascender,
      descender: font.descender,
      capHeight: font.tables.os2?.sCapHeight,
    });
    const inFile = characterCodes(font);
    expect(new Set(metrics.glyphs.keys())).toEqual(new Set(inFile.filter((codePoint) => codePoint >= 0x20)));
  });

  it('measures every pair of ASCII characters as HarfBuzz does', () => {
    const ascii = characters.filter((character) => character < '\u007f');
    const style = { size: metrics.unitsPerEm, weight };
    for (const left of ascii) {
      const text = ascii.map((right) => left + right).join('');
      expect(measureText(text, style), text).toBeCloseTo(shaped(text, 'Latn'), 6);
    }
  });

  it.each([
    ['Latn', /[\p{Script=Latin}\p{Script=Common}]/u],
    ['Grek', /[\p{Script=Greek}\p{Script=Common}]/u],
    ['Cyrl', /[\p{Script=Cyrillic}\p{Script=Common}]/u],
  ])('measures random texts in %s as HarfBuzz does', (script, members) => {
    const random = seededRandom(weight);
    const own = characters.filter((character) => members.test(character) && !/[\p{Cf}\p{M}]/u.test(character));
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from({ length: 40 }, () => own[Math.floor(random() * own.length)]).join('');
      expect(measureText(text, { size: metrics.unitsPerEm, weight }), text).toBeCloseTo(shaped(text, script), 6);
    }
  });
});
