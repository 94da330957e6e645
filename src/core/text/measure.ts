import { type FontMetrics, type FontWeight, fontMetrics } from './fontMetrics.ts';

/** What decides a text's width: size in px, and the weight. The family is always the shipped one. */
export interface TextMeasure {
  readonly size: number;
  readonly weight: FontWeight;
}

/** Has no width of its own: marks, joiners, variation selectors, controls. */
const widthless = /^[\p{M}\p{Cc}\p{Cf}]$/u;
/** Stands in a square of the em: Chinese, Japanese, Korean, full-width forms. */
const square =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]$/u;
const emoji = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;

/** A guess, in em, for a character that the shipped font does not have and another font will draw. */
function fallbackAdvance(character: string): number {
  if (widthless.test(character)) return 0;
  if (square.test(character)) return 1;
  if (emoji.test(character)) return 1.25;
  return 0.6;
}

/**
 * The advance of each character of `text` in px, kerning with the character before it included: their sum is the
 * width, and their running sum is where each character starts.
 */
export function characterAdvances(text: string, style: TextMeasure): readonly { character: string; advance: number }[] {
  const metrics: FontMetrics = fontMetrics[style.weight];
  const scale = style.size / metrics.unitsPerEm;
  let previousClass: number | undefined;
  return Array.from(text, (character) => {
    const glyph = metrics.glyphs.get(character.codePointAt(0) ?? 0);
    if (glyph === undefined) {
      previousClass = undefined;
      return { character, advance: fallbackAdvance(character) * style.size };
    }
    const kerning = previousClass === undefined ? 0 : (metrics.kerning[previousClass]?.[glyph.right] ?? 0);
    // The font kerns across a combining mark: the mark stands on the letter and the pair is the letters'.
    if (glyph.advance > 0) previousClass = glyph.left;
    return { character, advance: (glyph.advance + kerning) * scale };
  });
}

/** Width of one line of `text` in px: the sum of its advances and kerning pairs, as a browser and resvg draw it. */
export function measureText(text: string, style: TextMeasure): number {
  return characterAdvances(text, style).reduce((sum, { advance }) => sum + advance, 0);
}

/** Height of a capital letter in px: what centres a line of text optically. */
export function capHeight(style: TextMeasure): number {
  const metrics = fontMetrics[style.weight];
  return (metrics.capHeight / metrics.unitsPerEm) * style.size;
}
