/** Turns lines of text into placed text: the one place where a line's box becomes a baseline. */
import type { Rectangle } from '../base/geometry.ts';
import { capHeight, measureText } from '../text/measure.ts';
import type { SceneText, TextStyleName, TextTone } from './scene.ts';
import { typeScale } from './typography.ts';

/** Where a line of text goes, px. */
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

/** Where a line of text begins, whatever its place is counted from. */
export const leftOfText = ({ x, width, anchor }: SceneText): number =>
  anchor === 'start' ? x : x - width * (anchor === 'middle' ? 0.5 : 1);

/** All that a line of text may ink: letters reach about a size above the baseline and a third of one below. */
export function boxOfText(text: SceneText): Rectangle {
  const { size } = typeScale[text.style];
  return { x: leftOfText(text), y: text.y - size, width: text.width, height: (size * 4) / 3 };
}
