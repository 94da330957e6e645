import { type Font, parse } from 'opentype.js';
import type { FontWeight } from '../text/fontMetrics.ts';
import { characterAdvances } from '../text/measure.ts';
import type { Outliner } from './font.ts';
import { formatNumber } from './xml.ts';

/** What leaves a mark: no space, no control sign. */
const seen = /[^\p{White_Space}\p{C}]/u;

/**
 * Turns text into outlines by the shipped TTF files. Characters stand where `measureText` puts them. A text with a letter or sign that
 * the font lacks has no outlines: words must not vanish from a picture.
 */
export function createOutliner(files: Readonly<Record<FontWeight, ArrayBuffer>>): Outliner {
  const fonts = new Map<FontWeight, Font>();
  const fontOf = (weight: FontWeight): Font => {
    const known = fonts.get(weight);
    if (known !== undefined) return known;
    const font = parse(files[weight]);
    fonts.set(weight, font);
    return font;
  };
  return (text, { x, y, size, weight }) => {
    const font = fontOf(weight);
    let left = x;
    let path = '';
    for (const { character, advance } of characterAdvances(text, { size, weight })) {
      // The advance holds the kerning with the character before: the glyph's own part ends where the next one starts.
      const index = font.charToGlyphIndex(character);
      if (index === 0 && seen.test(character)) return undefined;
      if (index > 0) {
        const glyph = font.glyphs.get(index);
        const own = ((glyph.advanceWidth ?? 0) / font.unitsPerEm) * size;
        for (const command of glyph.getPath(left + advance - own, y, size).commands) path += written(command);
      }
      left += advance;
    }
    return path;
  };
}

type Command = ReturnType<opentype.Glyph['getPath']>['commands'][number];

function written(command: Command): string {
  const pair = (x: number, y: number): string => `${formatNumber(x)} ${formatNumber(y)}`;
  switch (command.type) {
    case 'M':
    case 'L':
      return command.type + pair(command.x, command.y);
    case 'Q':
      return `Q${pair(command.x1, command.y1)} ${pair(command.x, command.y)}`;
    case 'C':
      return `C${pair(command.x1, command.y1)} ${pair(command.x2, command.y2)} ${pair(command.x, command.y)}`;
    case 'Z':
      return 'Z';
  }
}
