import { grown, hullOf, middleOf, overlap, type Point, padded, type Rectangle } from '../../core/base/geometry.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Clip } from '../../core/diagram/clipboard.ts';
import { groupPadding } from '../../core/diagram/placeParts.ts';
import { planDraft } from '../../core/scene/draftPlan.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { air, freePlace } from './freePlace.ts';

/** What is in the way of a copy. */
export type Ground = Pick<Scene, 'nodes' | 'groups' | 'edges'>;

/** How finely and how far a free place is looked for, px. */
const step = 12;
const farthest = 1200;
/** A boundary does not grow farther than that for something new, px. */
const farthestGrown = 600;
/** So near to a line it is led anew, px. */
const besideLine = 6;
/** Where nothing is free: over the original, but seen not to be it. */
const over: Point = { x: 24, y: 24 };

/** Where copies go, the first that is free soonest: as one writes. */
const ways: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

/**
 * How far a copy of what stands in `from` goes: to the next free place beside it, on no part, line or label, across no border, and where
 * no boundary around it has to grow over something else; rather where it is seen. `last`: the way that the copy before it went, which is
 * gone on with.
 */
export function copyStep(from: Rectangle, ground: Ground, seen: Rectangle, last?: Point): Point {
  const isFree = freeOn(from, ground);
  const found = ways.flatMap((way) => {
    const goesOn = last !== undefined && way.x === Math.sign(last.x) && way.y === Math.sign(last.y);
    const first = (way.x === 0 ? from.height : from.width) + air;
    for (let far = first; far <= first + farthest; far += step) {
      const by = { x: way.x * far, y: way.y * far };
      const there = { ...from, x: from.x + by.x, y: from.y + by.y };
      if (isFree(there))
        return [{ by, rank: far - first + (isWithin(there, seen) ? 0 : farthest) - (goesOn ? farthest : 0) }];
    }
    return [];
  });
  const [best] = found.sort((one, other) => one.rank - other.rank);
  return best?.by ?? over;
}

/**
 * How far what stood in `from` goes when it is pasted: where it was copied if that is free, else beside; and if its middle is out of sight there, to
 * the middle of what is seen.
 */
export function pasteStep(from: Rectangle, ground: Ground, seen: Rectangle): Point {
  const { x: across, y: down } = middleOf(from);
  if (!isWithin({ x: across, y: down, width: 0, height: 0 }, seen)) {
    const { x, y } = freePlace(ground, from, middleOf(seen));
    return { x: Math.round(x - from.x), y: Math.round(y - from.y) };
  }
  return freeOn(from, ground)(from) ? { x: 0, y: 0 } : copyStep(from, ground, seen);
}

/**
 * Where something new stands in boundaries that grow to hold it: at `from` if that is free, else to the right of it or below; undefined
 * where they would grow over something else. `around`: the boundaries, each in the next.
 */
export function placeGrowing(from: Rectangle, ground: Ground, around: readonly string[]): Point | undefined {
  const isFree = freeOn(from, ground, (group) => around.includes(group.id));
  for (let far = 0; far <= farthestGrown; far += step)
    for (const way of ways.slice(0, 2)) {
      const place = { ...from, x: from.x + way.x * far, y: from.y + way.y * far };
      if (isFree(place)) return { x: place.x, y: place.y };
    }
  return undefined;
}

/** The box around what was copied, at the place where it was copied. */
export function boxOfClip({ nodes, groups }: Clip, catalog: Catalog): Rectangle | undefined {
  const { nodes: planned } = planDraft({ title: '', nodes, groups: [], edges: [] }, catalog);
  const sizes = new Map(planned.map(({ node, width, height }) => [node.id, { width, height }]));
  return hullOf(
    [...nodes, ...groups].flatMap(({ id, position, size }) => {
      const own = sizes.get(id) ?? size;
      return position && own ? [{ ...position, width: own.width, height: own.height }] : [];
    }),
  );
}

const isWithin = (box: Rectangle, { x, y, width, height }: Rectangle): boolean =>
  box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;

/** Tells of a place for what is as large as `from` whether it is free; boundaries that hold it may grow for it. */
function freeOn(
  from: Rectangle,
  { nodes, groups, edges }: Ground,
  holds = (group: Ground['groups'][number]) => isWithin(from, group),
): (place: Rectangle) => boolean {
  const around = groups.filter(holds).toSorted((one, other) => one.width * one.height - other.width * other.height);
  const outside = groups.filter((group) => !around.includes(group));
  const lines = edges.flatMap(({ points, label }) => [
    ...points
      .slice(1)
      .flatMap((end, at) => hullOf([end, points[at] ?? end].map((p) => ({ ...p, width: 0, height: 0 }))) ?? []),
    ...(label ? [label.box] : []),
  ]);
  return (place) => {
    const [wide, near] = [grown(place, air - 1), grown(place, besideLine)];
    if (nodes.some((node) => overlap(node, wide)) || outside.some((group) => overlap(group, wide))) return false;
    if (lines.some((line) => overlap(grown(line, 1), near))) return false;
    let inside = place;
    return around.every((group) => {
      inside = hullOf([group, padded(inside, groupPadding)]) ?? group;
      const box = inside;
      return ![...nodes, ...outside].some((other) => overlap(other, box) && !overlap(other, group));
    });
  };
}
