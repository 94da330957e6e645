import type { Point, Rectangle } from '../base/geometry.ts';
import type { BoxIndex } from './boxIndex.ts';
import { createQueue } from './queue.ts';
import type { Traffic } from './traffic.ts';
import { bendCost, type End, lineGap, straightened, stub } from './wayParts.ts';

/** How many boxes in between are looked at, in two tries, and how many places a search may take up: it bounds its time. */
const tries = [
  { boxes: 24, margin: 64, steps: 6000 },
  { boxes: 90, margin: 480, steps: 24000 },
] as const;

/**
 * The best way from one of the starts to one of the ends along lines beside the boxes in between: A* that pays for bends, on
 * lines only of the boxes nearest to the direct way. What it finds is free of all boxes. Nothing, if it finds none.
 */
export function wayAround(
  starts: readonly End[],
  ends: readonly End[],
  from: Rectangle,
  to: Rectangle,
  boxes: BoxIndex<Rectangle>,
  traffic: Traffic,
): readonly Point[] | undefined {
  const clear = (start: Point, end: Point): boolean => {
    const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
    const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
    const air = lineGap - 1;
    return !boxes.some(left - air, top - air, right + air, bottom + air, (box) => {
      if (box !== from && box !== to) return true;
      return left < box.x + box.width - 1 && right > box.x + 1 && top < box.y + box.height - 1 && bottom > box.y + 1;
    });
  };
  const open = (list: readonly End[]): readonly End[] => list.filter(({ at, out }) => clear(at, out));
  const [freeStarts, freeEnds] = [open(starts), open(ends)];
  if (freeStarts.length === 0 || freeEnds.length === 0) return undefined;
  for (const { boxes: most, margin, steps } of tries) {
    const inReach = between(from, to, boxes, margin);
    const lines = linesBeside(nearest(inReach, from, to, most), [...freeStarts, ...freeEnds]);
    const way = search(lines, freeStarts, freeEnds, inReach, from, to, traffic, steps);
    if (way !== undefined) return way;
  }
  return undefined;
}

/** The boxes within `margin` of the space between two, and those just beyond, which lines beside them may touch. */
function between(from: Rectangle, to: Rectangle, boxes: BoxIndex<Rectangle>, margin: number): readonly Rectangle[] {
  const found = new Set<Rectangle>([from, to]);
  boxes.some(
    Math.min(from.x, to.x) - margin,
    Math.min(from.y, to.y) - margin,
    Math.max(from.x + from.width, to.x + to.width) + margin,
    Math.max(from.y + from.height, to.y + to.height) + margin,
    (box) => {
      found.add(box);
      return false;
    },
  );
  const list = [...found];
  const [left, top] = [Math.min(...list.map(({ x }) => x)), Math.min(...list.map(({ y }) => y))];
  const right = Math.max(...list.map(({ x, width }) => x + width));
  const bottom = Math.max(...list.map(({ y, height }) => y + height));
  boxes.some(left - stub, top - stub, right + stub, bottom + stub, (box) => {
    found.add(box);
    return false;
  });
  return [...found];
}

/** The boxes nearest to the line from the middle of one to that of the other. */
function nearest(boxes: readonly Rectangle[], from: Rectangle, to: Rectangle, most: number): readonly Rectangle[] {
  if (boxes.length <= most) return boxes;
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  const [dx, dy] = [to.x + to.width / 2 - start.x, to.y + to.height / 2 - start.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const distance = ({ x, y, width, height }: Rectangle): number => {
    const [px, py] = [x + width / 2 - start.x, y + height / 2 - start.y];
    const along = (px * dx + py * dy) / length;
    const beyond = Math.max(0, -along, along - length);
    return Math.abs(px * dy - py * dx) / length + beyond;
  };
  const measured = boxes.map((box) => ({ box, distance: box === from || box === to ? -1 : distance(box) }));
  measured.sort((one, other) => one.distance - other.distance);
  return measured.slice(0, most).map(({ box }) => box);
}

interface Lines {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function linesBeside(boxes: readonly Rectangle[], ends: readonly End[]): Lines {
  const beside = (low: number, size: number): number[] => [Math.floor(low - lineGap), Math.ceil(low + size + lineGap)];
  return {
    xs: sortedUnique([...boxes.flatMap(({ x, width }) => beside(x, width)), ...ends.map(({ out }) => out.x)]),
    ys: sortedUnique([...boxes.flatMap(({ y, height }) => beside(y, height)), ...ends.map(({ out }) => out.y)]),
  };
}

const sortedUnique = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].sort((one, other) => one - other);

const axisOf = ({ side }: End): 0 | 1 => (side === 'left' || side === 'right' ? 0 : 1);

/** Marks the stretches between neighbouring places of the grid that a box bars: to the right of a place, and below it. */
function barred(
  { xs, ys }: Lines,
  boxes: readonly Rectangle[],
  from: Rectangle,
  to: Rectangle,
): readonly [Uint8Array, Uint8Array] {
  const columns = xs.length;
  const marks = [new Uint8Array(columns * ys.length), new Uint8Array(columns * ys.length)] as const;
  for (const box of boxes) {
    const air = box === from || box === to ? -1 : lineGap - 1;
    const [left, right] = [box.x - air, box.x + box.width + air];
    const [top, bottom] = [box.y - air, box.y + box.height + air];
    const [firstColumn, firstRow] = [firstAbove(xs, left), firstAbove(ys, top)];
    for (let row = Math.max(0, firstRow - 1); row < ys.length && (ys[row] ?? 0) < bottom; row += 1) {
      for (let column = Math.max(0, firstColumn - 1); column < columns && (xs[column] ?? 0) < right; column += 1) {
        if (row >= firstRow) marks[0][row * columns + column] = 1;
        if (column >= firstColumn) marks[1][row * columns + column] = 1;
      }
    }
  }
  return marks;
}

/** Place of the first value above a limit in a rising list. */
function firstAbove(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function search(
  lines: Lines,
  starts: readonly End[],
  ends: readonly End[],
  boxes: readonly Rectangle[],
  from: Rectangle,
  to: Rectangle,
  traffic: Traffic,
  steps: number,
): readonly Point[] | undefined {
  const { xs, ys } = lines;
  const columns = xs.length;
  const count = columns * ys.length;
  const bars = barred(lines, boxes, from, to);
  const vertexAt = ({ x, y }: Point): number => ys.indexOf(y) * columns + xs.indexOf(x);
  const pointAt = (vertex: number): Point => ({ x: xs[vertex % columns] ?? 0, y: ys[(vertex / columns) | 0] ?? 0 });
  const goals = new Map(ends.map((end) => [vertexAt(end.out), end]));
  const left = Math.min(...ends.map(({ out }) => out.x));
  const right = Math.max(...ends.map(({ out }) => out.x));
  const top = Math.min(...ends.map(({ out }) => out.y));
  const bottom = Math.max(...ends.map(({ out }) => out.y));
  const guess = ({ x, y }: Point): number => Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  // A state is a place and the axis along which it was reached.
  const costs = new Float64Array(2 * count).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(2 * count).fill(-1);
  const queue = createQueue();
  const reach = (state: number, cost: number, before: number, point: Point): void => {
    if ((costs[state] ?? 0) <= cost) return;
    costs[state] = cost;
    previous[state] = before;
    queue.push(state, cost + guess(point));
  };
  for (const start of starts) reach(vertexAt(start.out) * 2 + axisOf(start), 0, -1, start.out);
  let best: { state: number; end: End; cost: number } | undefined;
  for (let step = 0; step < steps; step += 1) {
    const first = queue.pop();
    if (first === undefined || (best !== undefined && first.priority >= best.cost)) break;
    const state = first.item;
    const [vertex, axis] = [state >> 1, state & 1];
    const at = pointAt(vertex);
    const cost = costs[state] ?? 0;
    if (first.priority > cost + guess(at) + 1e-9) continue;
    const end = goals.get(vertex);
    if (end !== undefined) {
      const total = cost + (axisOf(end) === axis ? 0 : bendCost);
      if (best === undefined || total < best.cost) best = { state, end, cost: total };
    }
    const column = vertex % columns;
    const nexts = [
      [column + 1 < columns ? vertex + 1 : -1, 0, vertex],
      [column > 0 ? vertex - 1 : -1, 0, vertex - 1],
      [vertex + columns < count ? vertex + columns : -1, 1, vertex],
      [vertex - columns, 1, vertex - columns],
    ] as const;
    for (const [next, along, stretch] of nexts) {
      if (next < 0 || bars[along][stretch] === 1) continue;
      const point = pointAt(next);
      const length = Math.abs(point.x - at.x) + Math.abs(point.y - at.y);
      const spent = cost + length + (along === axis ? 0 : bendCost);
      if ((costs[next * 2 + along] ?? 0) <= spent) continue;
      reach(next * 2 + along, spent + 2 * traffic.shared(at, point), state, point);
    }
  }
  if (best === undefined) return undefined;
  const points: Point[] = [best.end.at];
  for (let state = best.state; state >= 0; state = previous[state] ?? -1) points.push(pointAt(state >> 1));
  const first = points.at(-1);
  const start = starts.find(({ out }) => out.x === first?.x && out.y === first.y);
  if (start !== undefined) points.push(start.at);
  return straightened(points.reverse());
}
