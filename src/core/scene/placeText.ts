/** Turns lines of text into placed text: the one place where a line's box becomes a baseline. */
import { capHeight, measureText } from '../text/measure.ts';
import type { SceneText, TextStyleName, TextTone } from './scene.ts';
import { typeScale } from './typography.ts';

export interface TextPlace {
  readonly x: number;
  /** Top of the line's box, `lineHeight` high. */
  readonly top: number;
  readonly anchor?: SceneText['anchor'];
  readonly tone?: TextTone;
}

/** One line whose capitals are centred in its box. */
export function placeLine(
  text: string,
  style: TextStyleName,
  { x, top, anchor = 'start', tone }: TextPlace,
): SceneText {
  const scale = typeScale[style];
  return {
    x,
    y: top + (scale.lineHeight + capHeight(scale)) / 2,
    text,
    style,
    anchor,
    width: measureText(text, scale),
    ...(tone === undefined ? {} : { tone }),
  };
}

/** Lines one below the other. */
export function placeLines(lines: readonly string[], style: TextStyleName, place: TextPlace): readonly SceneText[] {
  return lines.map((line, index) =>
    placeLine(line, style, { ...place, top: place.top + index * typeScale[style].lineHeight }),
  );
}
