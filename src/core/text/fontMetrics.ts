/**
 * The metrics of the shipped font, read from its files by scripts/makeFonts.ts: the one source of widths, so that the
 * window, the command line and the goldens agree. Units are the font's own (`unitsPerEm` to the em).
 */
import medium from '../../../data/fonts/Inter-Medium.metrics.json';
import regular from '../../../data/fonts/Inter-Regular.metrics.json';
import semiBold from '../../../data/fonts/Inter-SemiBold.metrics.json';

/** The weights that are shipped. */
export type FontWeight = 400 | 500 | 600;

/** What is needed to measure text without a browser, in units of the font (`unitsPerEm` to its size). */
export interface FontMetrics {
  readonly version: string;
  readonly unitsPerEm: number;
  readonly ascender: number;
  /** Negative: below the baseline. */
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Advance and kerning classes by code point. */
  readonly glyphs: ReadonlyMap<number, { readonly advance: number; readonly left: number; readonly right: number }>;
  /** What is added between two characters, by the left one's class, then the right one's. */
  readonly kerning: readonly (readonly number[])[];
}

function unpack(file: typeof regular): FontMetrics {
  const codePoints = Array.from(file.characters, (character) => character.codePointAt(0) ?? 0);
  const glyphs = codePoints.map(
    (codePoint, index) =>
      [
        codePoint,
        {
          advance: file.advances[index] ?? 0,
          left: file.leftClasses[index] ?? 0,
          right: file.rightClasses[index] ?? 0,
        },
      ] as const,
  );
  const kerning = file.kerning.map((pairs) => {
    const row = Array.from({ length: file.rightCount }, () => 0);
    for (let index = 0; index + 1 < pairs.length; index += 2) row[pairs[index] ?? 0] = pairs[index + 1] ?? 0;
    return row;
  });
  return { ...file, glyphs: new Map(glyphs), kerning };
}

/** The shipped font's, unpacked once. */
export const fontMetrics: Readonly<Record<FontWeight, FontMetrics>> = {
  400: unpack(regular),
  500: unpack(medium),
  600: unpack(semiBold),
};
