/** Reads a font file's metrics by HarfBuzz, the shaper of browsers and of resvg. */
import * as harfbuzz from 'harfbuzzjs';
import opentype from 'opentype.js';

/** Kerning is looked up by script; characters of no script of their own stand in each. */
const scripts = [
  { tag: 'Latn', members: /\p{Script=Latin}|\p{Script=Common}/u },
  { tag: 'Grek', members: /\p{Script=Greek}|\p{Script=Common}/u },
  { tag: 'Cyrl', members: /\p{Script=Cyrillic}|\p{Script=Common}/u },
] as const;

/** Metrics as core/text/fontMetrics.ts unpacks them: classes of characters that kern alike, and a matrix of classes. */
export function fontMetricsOf(file: Uint8Array, weight: number) {
  const read = opentype.parse(file.slice().buffer);
  const font = openFont(file);
  const characters = characterCodes(read)
    .filter((codePoint) => codePoint >= 0x20)
    .toSorted((left, right) => left - right)
    .map((codePoint) => String.fromCodePoint(codePoint));
  const advances = characters.map((character) =>
    /\p{M}/u.test(character) ? 0 : (advancesOf(font, character, 'Latn')[0] ?? 0),
  );
  const pairs = kerningOf(font, characters, advances);
  const left = classesOf(pairs);
  const right = classesOf(transposed(left.distinct));
  return {
    family: 'Inter',
    weight,
    version: read.names.version?.en ?? '',
    unitsPerEm: read.unitsPerEm,
    ascender: read.ascender,
    descender: read.descender,
    capHeight: Number(read.tables.os2?.sCapHeight),
    xHeight: Number(read.tables.os2?.sxHeight),
    characters: characters.join(''),
    advances,
    leftClasses: left.classes,
    rightClasses: right.classes,
    rightCount: right.distinct.length,
    // Most pairs do not kern: each row lists class and value of those that do.
    kerning: transposed(right.distinct).map((row) =>
      row.flatMap((value, index) => (value === 0 ? [] : [index, value])),
    ),
  };
}

/** Every code point of the font. The typings keep the list of glyphs private, and there is no other way to it. */
export function characterCodes(font: opentype.Font): readonly number[] {
  const { glyphs } = font.glyphs as unknown as { glyphs: Readonly<Record<string, opentype.Glyph>> };
  return Object.values(glyphs).flatMap(({ unicodes }) => unicodes);
}

export const openFont = (file: Uint8Array): harfbuzz.Font =>
  new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(file)));

/** Advances of a text as shaped; font units. */
export function advancesOf(font: harfbuzz.Font, text: string, script: string): readonly number[] {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.setDirection(harfbuzz.Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage('en');
  harfbuzz.shape(font, buffer);
  return buffer.getGlyphPositions().map(({ xAdvance }) => xAdvance);
}

/** For each left character one text, `LaLbLc…`: the advance of each `L` tells its kerning with what follows. */
function kerningOf(font: harfbuzz.Font, characters: readonly string[], advances: readonly number[]): number[][] {
  const pairs = characters.map(() => characters.map(() => 0));
  for (const { tag, members } of scripts.toReversed()) {
    const own = [...characters.keys()].filter((index) => members.test(characters[index] ?? ''));
    const used = own.filter((index) => (advances[index] ?? 0) > 0);
    for (const left of used) {
      const text = used.map((right) => `${characters[left]}${characters[right]}`).join('');
      const shaped = advancesOf(font, text, tag);
      if (shaped.length !== 2 * used.length)
        throw new Error(`U+${characters[left]?.codePointAt(0)?.toString(16)} joins with others`);
      for (const [place, right] of used.entries()) {
        const row = pairs[left];
        if (row !== undefined) row[right] = (shaped[2 * place] ?? 0) - (advances[left] ?? 0);
      }
    }
  }
  return pairs;
}

/** Groups equal rows, so that a matrix of pairs shrinks to its classes. Class 0 is the row of zeros. */
function classesOf(rows: readonly number[][]): { classes: number[]; distinct: number[][] } {
  const found = new Map<string, number>();
  const distinct: number[][] = [];
  const classes = [(rows[0] ?? []).map(() => 0), ...rows].map((row) => {
    const key = row.join();
    const known = found.get(key);
    if (known !== undefined) return known;
    found.set(key, distinct.length);
    distinct.push(row);
    return distinct.length - 1;
  });
  return { classes: classes.slice(1), distinct };
}

const transposed = (rows: readonly number[][]): number[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
