import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { Scene } from '../../core/scene/scene.ts';

/** Room that something new takes with the air around it, and how the places around the wished one are tried, px. */
const taken = { width: 208, height: 176 } as const;
const rings = 12;

/** The corner nearest to `wished` (its middle) at which something new stands on no other node. */
export function freePlace({ nodes }: Scene, wished: Point): Point {
  const corner = { x: wished.x - taken.width / 2, y: wished.y - taken.height / 2 };
  for (let ring = 0; ring <= rings; ring += 1) {
    for (let down = -ring; down <= ring; down += 1) {
      for (let across = -ring; across <= ring; across += 1) {
        if (Math.max(Math.abs(down), Math.abs(across)) !== ring) continue;
        const place = { x: corner.x + (across * taken.width) / 2, y: corner.y + (down * taken.height) / 2 };
        if (!nodes.some((node) => overlaps(node, { ...place, ...taken }))) return place;
      }
    }
  }
  return corner;
}

const overlaps = (left: Rectangle, right: Rectangle): boolean =>
  left.x < right.x + right.width &&
  right.x < left.x + left.width &&
  left.y < right.y + right.height &&
  right.y < left.y + left.height;
