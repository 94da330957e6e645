import { hullOf, middleOf, overlap, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { Clip } from '../../core/diagram/clipboard.ts';

/** How far a copy lies from what it was made of, px. */
export const besides = { x: 24, y: 24 } as const;

/**
 * How far what is pasted lies from where it was copied: a step, one more each time; and where that is out of sight, to the middle of what
 * is seen.
 */
export function pastePlace({ nodes, groups }: Clip, seen: Rectangle, times: number): Point {
  const by = { x: besides.x * times, y: besides.y * times };
  const places = [...nodes, ...groups].flatMap(({ position, size }) =>
    position
      ? [{ x: position.x + by.x, y: position.y + by.y, width: size?.width ?? 1, height: size?.height ?? 1 }]
      : [],
  );
  const hull = hullOf(places);
  if (!hull || overlap(hull, seen)) return by;
  const [from, to] = [middleOf(hull), middleOf(seen)];
  return { x: Math.round(to.x - from.x) + by.x, y: Math.round(to.y - from.y) + by.y };
}
