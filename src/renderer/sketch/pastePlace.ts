import { hullOf, middleOf, overlap, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { Clip } from '../../core/diagram/clipboard.ts';

/** How far a copy lies from what it was made of, px. */
export const besides = { x: 24, y: 24 } as const;

/**
 * How far what is pasted lies from where it was copied: a step, one more each time; and where that is out of sight, to the middle of what
 * is seen.
 */
export function pastePlace({ nodes, groups }: Clip, seen: Rectangle, times: number): Point {
  const step = (from: Point): Point => ({ x: from.x + besides.x * times, y: from.y + besides.y * times });
  const hull = hullOf(
    [...nodes, ...groups].flatMap(({ position, size }) =>
      position ? [{ ...step(position), width: size?.width ?? 1, height: size?.height ?? 1 }] : [],
    ),
  );
  if (!hull || overlap(hull, seen)) return step({ x: 0, y: 0 });
  const [from, to] = [middleOf(hull), middleOf(seen)];
  // Twice the step: it is in the hull already.
  return step(step({ x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) }));
}
