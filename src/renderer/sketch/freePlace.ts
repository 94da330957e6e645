import { grown, hullOf, overlap, type Point, padded, type Rectangle, type Size } from '../../core/base/geometry.ts';
import { groupPadding } from '../../core/diagram/placeParts.ts';
import { createBoxIndex } from '../../core/layout/boxIndex.ts';
import type { Scene } from '../../core/scene/scene.ts';

/** What is left free around what is put down, px. */
export const air = 24;
/** How finely and how far places around the wished one are tried, px. */
const step = 24;
const farthest = 60 * step;

/**
 * The corner at which something new of a size stands free, its middle as near as can be to `wished`: on no node, and of every boundary
 * either outside or inside with room to its border, so that it is seen which of them hold it. Where all is full, below everything.
 * `within`: a box that it is to stand in; undefined comes back where that is full.
 */
export function freePlace(scene: Pick<Scene, 'nodes' | 'groups'>, size: Size, wished: Point): Point;
export function freePlace(
  scene: Pick<Scene, 'nodes' | 'groups'>,
  size: Size,
  wished: Point,
  within: Rectangle,
): Point | undefined;
export function freePlace(
  { nodes, groups }: Pick<Scene, 'nodes' | 'groups'>,
  size: Size,
  wished: Point,
  within?: Rectangle,
): Point | undefined {
  const corner = { x: wished.x - size.width / 2, y: wished.y - size.height / 2 };
  const boxes = createBoxIndex(nodes);
  const borders = createBoxIndex(groups);
  const isFree = (place: Point): boolean => {
    const box = { ...place, ...size };
    const { x, y, width, height } = grown(box, air);
    const inside = padded(box, groupPadding);
    return (
      !boxes.some(x, y, x + width, y + height, () => true) &&
      !borders.some(x, y, x + width, y + height, (group) => !holds(group, inside))
    );
  };
  for (const by of offsets()) {
    const place = { x: corner.x + by.x, y: corner.y + by.y };
    if ((within === undefined || holds(within, padded({ ...place, ...size }, groupPadding))) && isFree(place))
      return place;
  }
  if (within) return undefined;
  const all = hullOf([...nodes, ...groups]);
  return all ? { x: corner.x, y: all.y + all.height + air } : corner;
}

const holds = (holder: Rectangle, box: Rectangle): boolean =>
  overlap(holder, box) &&
  box.x >= holder.x &&
  box.y >= holder.y &&
  box.x + box.width <= holder.x + holder.width &&
  box.y + box.height <= holder.y + holder.height;

let known: readonly Point[] | undefined;

/** Ways to the places that are tried, the nearest first; of two that are as near, the one below and to the right. */
function offsets(): readonly Point[] {
  if (known) return known;
  const steps = Array.from({ length: (2 * farthest) / step + 1 }, (_, at) => farthest - at * step);
  const all = steps.flatMap((y) => steps.map((x) => ({ x, y })));
  known = all.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));
  return known;
}
