/**
 * Leads an edge between two boxes by horizontal and vertical lines: for what was moved by hand, where the layout's own
 * route no longer fits. A few routes are tried; the one through the fewest boxes wins, then the one with the fewest
 * bends, then the shortest. Simple and quick enough for every step of a drag; it is not a full router.
 */
import type { Point, Rectangle } from '../../core/base/geometry.ts';

type Side = 'left' | 'right' | 'top' | 'bottom';

/** How far a line leaves a box straight before it may bend, px: longer than an arrow's head. */
const stub = 16;
const sides: readonly Side[] = ['right', 'left', 'bottom', 'top'];

function port(box: Rectangle, side: Side): Point {
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  switch (side) {
    case 'left':
      return { x: box.x, y: middle.y };
    case 'right':
      return { x: box.x + box.width, y: middle.y };
    case 'top':
      return { x: middle.x, y: box.y };
    case 'bottom':
      return { x: middle.x, y: box.y + box.height };
  }
}

function outside({ x, y }: Point, side: Side): Point {
  switch (side) {
    case 'left':
      return { x: x - stub, y };
    case 'right':
      return { x: x + stub, y };
    case 'top':
      return { x, y: y - stub };
    case 'bottom':
      return { x, y: y + stub };
  }
}

/** Without points that repeat, and without bends that are none. */
function straightened(points: readonly Point[]): Point[] {
  const result: Point[] = [];
  for (const point of points) {
    const last = result.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = result.at(-2);
    const inLine =
      before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (inLine) result.pop();
    result.push(point);
  }
  return result;
}

function crosses(from: Point, to: Point, box: Rectangle): boolean {
  return (
    Math.max(from.x, to.x) > box.x + 1 &&
    Math.min(from.x, to.x) < box.x + box.width - 1 &&
    Math.max(from.y, to.y) > box.y + 1 &&
    Math.min(from.y, to.y) < box.y + box.height - 1
  );
}

const legs = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, index) => [points[index] ?? point, point]);

const throughBoxes = (points: readonly Point[], boxes: readonly Rectangle[]): number =>
  legs(points).reduce((sum, [from, to]) => sum + boxes.filter((box) => crosses(from, to, box)).length, 0);

const lengthOf = (points: readonly Point[]): number =>
  legs(points).reduce((sum, [from, to]) => sum + Math.abs(to.x - from.x) + Math.abs(to.y - from.y), 0);

/** Lines beside the boxes along which a route may pass, at the stub's distance. */
function lanes(boxes: readonly Rectangle[], low: 'x' | 'y', size: 'width' | 'height', middle: number): number[] {
  const beside = boxes.flatMap((box) => [box[low] - stub, box[low] + box[size] + stub]);
  return [...new Set([Math.round(middle), ...beside])];
}

/** The route from one box to another around the obstacles, source first. The two boxes are obstacles too. */
export function routeEdge(from: Rectangle, to: Rectangle, obstacles: readonly Rectangle[]): Point[] {
  const boxes = [from, to, ...obstacles];
  const near = [from, to, ...obstacles.slice(0, 24)];
  let best: { points: Point[]; cost: number } | undefined;
  const consider = (points: readonly Point[]) => {
    const route = straightened(points);
    const cost = throughBoxes(route, boxes) * 1e6 + route.length * 60 + lengthOf(route);
    if (best === undefined || cost < best.cost) best = { points: route, cost };
  };
  for (const leave of sides) {
    for (const arrive of sides) {
      const start = port(from, leave);
      const end = port(to, arrive);
      const first = outside(start, leave);
      const last = outside(end, arrive);
      const via = (...between: Point[]) => consider([start, first, ...between, last, end]);
      via({ x: last.x, y: first.y });
      via({ x: first.x, y: last.y });
      for (const x of lanes(near, 'x', 'width', (first.x + last.x) / 2)) via({ x, y: first.y }, { x, y: last.y });
      for (const y of lanes(near, 'y', 'height', (first.y + last.y) / 2)) via({ x: first.x, y }, { x: last.x, y });
    }
  }
  return best?.points ?? [port(from, 'right'), port(to, 'left')];
}

/** The middle of the longest leg: where a label has the most room. */
export function labelPlace(points: readonly Point[]): Point {
  let best: { middle: Point; length: number } | undefined;
  for (const [from, to] of legs(points)) {
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    if (best === undefined || length > best.length) {
      best = { middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, length };
    }
  }
  return best?.middle ?? points[0] ?? { x: 0, y: 0 };
}
