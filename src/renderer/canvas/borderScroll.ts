import type { Point, Size } from '../../core/base/geometry.ts';

/** Width of the border at which the view follows a drag, px, and how fast it does at the very edge, px a ms. */
const border = 28;
const speed = 0.85;
/** A frame counts as no longer than this, ms: after a pause nothing leaps. */
const longestFrame = 40;
/** What was pressed within the border scrolls only once the pointer goes on towards the edge, px. */
const meant = 8;

function along(at: number, from: number, length: number): number {
  if (at < border && at < from - meant) return Math.min(1, (border - at) / border);
  if (at > length - border && at > from + meant) return -Math.min(1, (at - length + border) / border);
  return 0;
}

/** How far the view moves in a frame of `time` ms so that it follows a drag at the canvas' border; `from` is where it was pressed. */
export function borderScroll(at: Point, from: Point, { width, height }: Size, time: number): Point {
  const most = speed * Math.min(longestFrame, Math.max(1, time));
  return { x: along(at.x, from.x, width) * most, y: along(at.y, from.y, height) * most };
}
