/**
 * The type scale: the one list of text styles of every picture and of the window. Nothing is under 12 px.
 * Weights are those of the shipped font files (400 Regular, 500 Medium, 600 SemiBold).
 */
import type { FontWeight } from '../text/fontMetrics.ts';
import type { TextStyleName } from './scene.ts';

/** A step of the type scale. */
export interface TextStyle {
  /** px */
  readonly size: number;
  readonly weight: FontWeight;
  /** Distance of one baseline to the next, px. */
  readonly lineHeight: number;
}

/** The family's name as SVG and CSS write it, and what stands in for it where it is missing. */
export const fontFamily = 'Inter';
/** As of CSS: the shipped font, then what is nearly as wide where it could not be embedded. */
export const fontFallback = 'Inter, Helvetica, Arial, sans-serif';

/** All sizes of text there are in a picture. */
export const typeScale: Readonly<Record<TextStyleName, TextStyle>> = {
  title: { size: 28, weight: 600, lineHeight: 36 },
  heading: { size: 18, weight: 600, lineHeight: 24 },
  group: { size: 14, weight: 600, lineHeight: 20 },
  node: { size: 13, weight: 500, lineHeight: 16 },
  detail: { size: 12, weight: 400, lineHeight: 16 },
  label: { size: 12, weight: 500, lineHeight: 16 },
  badge: { size: 12, weight: 600, lineHeight: 16 },
};
