/** How a picture's text is written, so that it looks the same on a machine that lacks the font. */
import type { FontWeight } from '../text/fontMetrics.ts';

/** One weight of the font, to be put into an SVG. */
export interface FontFace {
  readonly weight: FontWeight;
  /** The WOFF2 file in base64. */
  readonly woff2: string;
}

/** Path of a text's outlines: `d` of a `<path>`, its baseline starting at `x`, `y`. Undefined where the font lacks a letter of it. */
export type Outliner = (
  text: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly weight: FontWeight },
) => string | undefined;

/**
 * `embedded`: text stays text and the picture carries the font; browsers draw it right, other programs substitute.
 * `outlined`: text becomes shapes, right in every program, no longer editable or searchable; what the font has no letters for stays text.
 * `named`: text stays text and names the font; small, right where the font is installed (or loaded, as for resvg).
 */
export type PictureFont =
  | { readonly kind: 'embedded'; readonly faces: readonly FontFace[] }
  | { readonly kind: 'outlined'; readonly outline: Outliner }
  | { readonly kind: 'named' };
