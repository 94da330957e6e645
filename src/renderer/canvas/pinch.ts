import type { Point } from '../../core/base/geometry.ts';

/** Fingers nearer to each other than this count as this far apart, px: the zoom would run away. */
const nearest = 8;

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const apart = (one: Point, other: Point): number => Math.max(nearest, Math.hypot(one.x - other.x, one.y - other.y));

/** What two fingers did since the last time, px of the canvas: moved the view, then zoomed it around a place. */
export interface Pinch {
  readonly pan: Point;
  readonly factor: number;
  /** What is there after the pan stays there while it is zoomed. */
  readonly at: Point;
}

/** What it means that one of two fingers went from a place to the next: what lies below each of them stays below it. */
export function pinched(before: Point, now: Point, other: Point): Pinch {
  const [old, next] = [middle(before, other), middle(now, other)];
  return {
    pan: { x: next.x - old.x, y: next.y - old.y },
    factor: apart(now, other) / apart(before, other),
    at: next,
  };
}
