import { middleOf, type Point, type Rectangle, type Side } from '../base/geometry.ts';
import { oncePer } from '../base/oncePer.ts';
import { type BoxIndex, createBoxIndex } from './boxIndex.ts';
import type { Layout, LayoutEdge } from './layout.ts';
import { placeLabels, type Stretch, stretchesOf } from './placeLabels.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import { wayAround } from './wayAround.ts';
import { bendCost, corners, type End, endOf, lineGap, straightened, stub } from './wayParts.ts';

/**
 * Of more edges than that, led at once, the way around boxes pays nothing for running along others: nearly every lane is taken, and the
 * search for a free one takes most of the time and bends most. 7,500 edges across a grid of 5,000 nodes took minutes, with 16 bends each.
 */
const mostApart = 1_000;

/** What is taken already: as ways of few bends see it, and as the search around boxes does. */
interface Taken {
  readonly traffic: Traffic;
  readonly around: Traffic;
}

/**
 * Leads a few edges around all nodes, quick enough for every frame of a drag. Pure. `others` are the ways of the edges that stay,
 * which the new ones keep apart from where there is room. Labels come with the ways, clear of nodes and of each other where they can be.
 * Every edge whose ends are known gets a way of at least two points, in whole px.
 *
 * Ways of up to three bends are tried first, cheapest first; only where all of them are barred, a search through the lines
 * beside the boxes in between finds a longer one.
 *
 * `standing` are more boxes to be led around: whoever leads the same edges frame after frame makes their index once, and hands over in
 * `nodes` only what moves and what the edges end at.
 */
export function routeEdges(
  edges: readonly LayoutEdge[],
  nodes: Readonly<Record<string, Rectangle>>,
  others: Layout['edges'] = {},
  standing?: BoxIndex<Rectangle>,
): Layout['edges'] {
  const boxes = createBoxIndex(Object.values(nodes), standing);
  const traffic = createTraffic([], trafficOf(others));
  const around = edges.length > mostApart ? createTraffic([]) : traffic;
  const ways = new Map<string, readonly Point[]>();
  for (const edge of shortestFirst(edges, nodes)) {
    const [from, to] = [nodes[edge.from], nodes[edge.to]];
    if (from === undefined || to === undefined) continue;
    const points = edge.from === edge.to ? loop(from) : wayBetween(from, to, boxes, { traffic, around }, edge.leaves);
    traffic.add(points);
    ways.set(edge.id, points);
  }
  const routed = edges.filter(({ id }) => ways.has(id));
  const labelled = routed.flatMap(({ id, label }) =>
    label === undefined ? [] : [{ id, points: ways.get(id) ?? [], size: label }],
  );
  const led = [...ways].map(([id, points]) => ({ id, points }));
  const labels = placeLabels(
    labelled,
    boxes,
    Object.values(others).flatMap(({ label }) => label ?? []),
    labelled.length === 0 ? undefined : createBoxIndex(stretchesOf(led), linesOf(others)),
  );
  return Object.fromEntries(
    routed.map(({ id }) => {
      const label = labels.get(id);
      return [id, { points: ways.get(id) ?? [], ...(label === undefined ? {} : { label }) }];
    }),
  );
}

/** Makes ready what leading edges beside others takes; it is kept for these others. */
export const readyTraffic = (others: Layout['edges']): void => void trafficOf(others);

/** During a drag the edges that stay are the same object in every frame. */
const trafficOf = oncePer(
  (edges: Layout['edges']): Traffic => createTraffic(Object.values(edges).map(({ points }) => points)),
);
const linesOf = oncePer(
  (edges: Layout['edges']): BoxIndex<Stretch> =>
    createBoxIndex(stretchesOf(Object.entries(edges).map(([id, { points }]) => ({ id, points })))),
);

/** Short edges have the least choice, so they choose first. The sort is stable: equals keep their order. */
function shortestFirst(
  edges: readonly LayoutEdge[],
  nodes: Readonly<Record<string, Rectangle>>,
): readonly LayoutEdge[] {
  const measured = edges.map((edge) => {
    const [from, to] = [nodes[edge.from], nodes[edge.to]];
    if (from === undefined || to === undefined) return { edge, length: 0 };
    const [start, end] = [middleOf(from), middleOf(to)];
    return { edge, length: Math.abs(start.x - end.x) + Math.abs(start.y - end.y) };
  });
  return measured.sort((one, other) => one.length - other.length).map(({ edge }) => edge);
}

/** From the right side of a box to its top. */
function loop({ x, y, width, height }: Rectangle): readonly Point[] {
  const [right, top] = [Math.round(x + width), Math.round(y)];
  const [up, along] = [Math.round(y + height / 3), Math.round(x + (2 * width) / 3)];
  return [
    { x: right, y: up },
    { x: right + stub, y: up },
    { x: right + stub, y: top - stub },
    { x: along, y: top - stub },
    { x: along, y: top },
  ];
}

function wayBetween(
  from: Rectangle,
  to: Rectangle,
  boxes: BoxIndex<Rectangle>,
  taken: Taken,
  leaves: Side | undefined,
): readonly Point[] {
  const { traffic } = taken;
  const starts = sidesTowards(from, to).map((side) => endOf(from, side, traffic));
  const ends = sidesTowards(to, from).map((side) => endOf(to, side, traffic));
  const wished = starts.filter(({ side }) => side === leaves);
  if (wished.length > 0) {
    const way = freeWay(candidatesBetween(wished, ends), wished, ends, from, to, boxes, taken);
    if (way !== undefined) return way;
  }
  const candidates = candidatesBetween(starts, ends);
  const free = freeWay(candidates, starts, ends, from, to, boxes, taken);
  if (free !== undefined) return free;
  return fewestBoxes(
    candidates.map(({ points }) => points),
    from,
    to,
    boxes,
  );
}

/** Ways of few bends between two lists of ends, the cheapest first. */
function candidatesBetween(starts: readonly End[], ends: readonly End[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const consider = (points: readonly Point[], extra: number): void => {
    const way = straightened(points);
    candidates.push({ points: way, cost: lengthOf(way) + extra });
  };
  for (const [first, start] of starts.entries()) {
    for (const [second, end] of ends.entries()) {
      // A side that looks away from the other box is for when nothing else is free.
      const extra = (first > 1 ? 2 * bendCost : 0) + (second > 1 ? 2 * bendCost : 0);
      for (const between of corners(start, end)) consider([start.at, start.out, ...between, end.out, end.at], extra);
    }
  }
  return candidates.sort((one, other) => one.cost - other.cost);
}

/** The cheapest way that is free of boxes; undefined where none was found. */
const freeWay = (
  candidates: readonly Candidate[],
  starts: readonly End[],
  ends: readonly End[],
  from: Rectangle,
  to: Rectangle,
  boxes: BoxIndex<Rectangle>,
  { traffic, around }: Taken,
): readonly Point[] | undefined =>
  cheapestFree(candidates, from, to, boxes, traffic) ?? wayAround(starts, ends, from, to, boxes, around);

/** The sides of a box, that towards the other box first. */
function sidesTowards(box: Rectangle, other: Rectangle): readonly Side[] {
  const across = middleOf(other).x >= middleOf(box).x ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const along = middleOf(other).y >= middleOf(box).y ? (['bottom', 'top'] as const) : (['top', 'bottom'] as const);
  const gapX = Math.max(other.x - box.x - box.width, box.x - other.x - other.width);
  const gapY = Math.max(other.y - box.y - box.height, box.y - other.y - other.height);
  return gapX >= gapY ? [across[0], along[0], along[1], across[1]] : [along[0], across[0], across[1], along[1]];
}

interface Candidate {
  readonly points: readonly Point[];
  /** Without what it shares with others. */
  readonly cost: number;
}

/** Looks no further than where a candidate's own cost is above the best whole one. */
function cheapestFree(
  candidates: readonly Candidate[],
  from: Rectangle,
  to: Rectangle,
  boxes: BoxIndex<Rectangle>,
  traffic: Traffic,
): readonly Point[] | undefined {
  let best: Candidate | undefined;
  for (const { points, cost } of candidates) {
    if (best !== undefined && cost >= best.cost) break;
    if (boxesOn(points, from, to, boxes, 1) > 0) continue;
    const whole = cost + sharingCost * sharedBy(points, traffic);
    if (best === undefined || whole < best.cost) best = { points, cost: whole };
  }
  return best?.points;
}

/** What a px on another edge's line costs, as px of detour. */
const sharingCost = 6;

function lengthOf(points: readonly Point[]): number {
  let length = Math.max(0, points.length - 2) * bendCost;
  for (let index = 1; index < points.length; index += 1) {
    const [start, end] = [points[index - 1], points[index]];
    if (start !== undefined && end !== undefined) length += Math.abs(end.x - start.x) + Math.abs(end.y - start.y);
  }
  return length;
}

function sharedBy(points: readonly Point[], traffic: Traffic): number {
  let shared = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [start, end] = [points[index - 1], points[index]];
    if (start !== undefined && end !== undefined) shared += traffic.shared(start, end);
  }
  return shared;
}

/** How many boxes a way runs through, up to `most`. It keeps some air from others, and out of its own two. */
function boxesOn(
  points: readonly Point[],
  from: Rectangle,
  to: Rectangle,
  boxes: BoxIndex<Rectangle>,
  most: number,
): number {
  const found = new Set<Rectangle>();
  for (let index = 1; index < points.length && found.size < most; index += 1) {
    const [start, end] = [points[index - 1], points[index]];
    if (start === undefined || end === undefined) continue;
    const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
    const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
    boxes.some(left - lineGap, top - lineGap, right + lineGap, bottom + lineGap, (box) => {
      const own = box === from || box === to;
      const air = own ? -1 : lineGap - 1;
      const hit =
        left < box.x + box.width + air && right > box.x - air && top < box.y + box.height + air && bottom > box.y - air;
      if (hit) found.add(box);
      return found.size >= most;
    });
  }
  return found.size;
}

/** Where nothing is free, as between boxes on top of one another: the way through the fewest. */
function fewestBoxes(
  ways: readonly (readonly Point[])[],
  from: Rectangle,
  to: Rectangle,
  boxes: BoxIndex<Rectangle>,
): readonly Point[] {
  let best: { way: readonly Point[]; count: number } | undefined;
  for (const way of ways) {
    const count = boxesOn(way, from, to, boxes, best?.count ?? Number.POSITIVE_INFINITY);
    if (way.length > 1 && (best === undefined || count < best.count)) best = { way, count };
  }
  const [start, end] = [middleOf(from), middleOf(to)];
  return (
    best?.way ?? [
      { x: Math.round(start.x), y: Math.round(start.y) },
      { x: Math.round(end.x), y: Math.round(end.y) },
    ]
  );
}
