import type { Point, Rectangle } from '../base/geometry.ts';
import { createQueue } from './queue.ts';

/** How far from a box a line runs, px: half of the gutter between two. */
export const clearance = 8;
/** What a bend costs, and what each edge that already runs on a stretch adds, as px of detour. */
const bendCost = 40;
const crowdCost = 0.25;

/** Leads lines around boxes at right angles. */
export interface RouteGrid {
  /** The way from one box to another: from the middle of a side to the middle of a side, bends included. */
  route(from: Rectangle, to: Rectangle): readonly Point[];
}

/** A place on the grid next to the middle of a box's side, the point on the side, and the axis of the stub. */
interface Port {
  readonly vertex: number;
  readonly side: Point;
  readonly axis: 0 | 1;
}

/** Builds the grid of lines around `boxes`. Lines keep clear of `others` too, but none start at them. */
export function createRouteGrid(boxes: readonly Rectangle[], others: readonly Rectangle[]): RouteGrid {
  const xs = sortedUnique(boxes.flatMap(({ x, width }) => [x - clearance, x + width / 2, x + width + clearance]));
  const ys = sortedUnique(boxes.flatMap(({ y, height }) => [y - clearance, y + height / 2, y + height + clearance]));
  const columns = xs.length;
  const count = columns * ys.length;
  // blocked[0]: the stretch to the right of a vertex; blocked[1]: the stretch below it. Edges on it are counted too.
  const blocked = [new Uint8Array(count), new Uint8Array(count)] as const;
  const crowd = [new Uint8Array(count), new Uint8Array(count)] as const;
  for (const box of [...boxes, ...others]) block(box);

  function block({ x, y, width, height }: Rectangle): void {
    const near = clearance - 1;
    const [left, right, top, bottom] = [x - near, x + width + near, y - near, y + height + near];
    for (let row = 0; row < ys.length; row += 1) {
      const lineY = ys[row] ?? 0;
      const nextY = ys[row + 1] ?? lineY;
      if (nextY <= top || lineY >= bottom) continue;
      for (let column = 0; column < columns; column += 1) {
        const lineX = xs[column] ?? 0;
        const nextX = xs[column + 1] ?? lineX;
        if (nextX <= left || lineX >= right) continue;
        const vertex = row * columns + column;
        if (lineY > top && lineY < bottom && nextX > left) blocked[0][vertex] = 1;
        if (lineX > left && lineX < right && nextY > top) blocked[1][vertex] = 1;
      }
    }
  }

  const xOf = (vertex: number): number => xs[vertex % columns] ?? 0;
  const yOf = (vertex: number): number => ys[Math.floor(vertex / columns)] ?? 0;
  const at = (x: number, y: number): number => indexOf(ys, y) * columns + indexOf(xs, x);

  const portsOf = ({ x, y, width, height }: Rectangle): readonly Port[] => {
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    return [
      { vertex: at(x + width + clearance, middleY), side: { x: x + width, y: middleY }, axis: 0 },
      { vertex: at(middleX, y + height + clearance), side: { x: middleX, y: y + height }, axis: 1 },
      { vertex: at(x - clearance, middleY), side: { x, y: middleY }, axis: 0 },
      { vertex: at(middleX, y - clearance), side: { x: middleX, y }, axis: 1 },
    ];
  };

  // A state is a vertex and the axis along which it was reached. Marks of a search are told from older ones by its number.
  const cost = new Float64Array(count * 2);
  const previous = new Int32Array(count * 2);
  const mark = new Uint32Array(count * 2);
  let search = 0;

  function route(from: Rectangle, to: Rectangle): readonly Point[] {
    search += 1;
    const starts = portsOf(from);
    const goals = new Map(portsOf(to).map((port) => [port.vertex, port]));
    const queue = createQueue();
    const guess = (vertex: number): number =>
      Math.max(to.x - xOf(vertex), xOf(vertex) - to.x - to.width, 0) +
      Math.max(to.y - yOf(vertex), yOf(vertex) - to.y - to.height, 0);
    const reach = (state: number, total: number, before: number): void => {
      if (mark[state] === search && (cost[state] ?? 0) <= total) return;
      mark[state] = search;
      cost[state] = total;
      previous[state] = before;
      queue.push(state, total + guess(state >> 1));
    };
    for (const { vertex, axis } of starts) reach(vertex * 2 + axis, 0, -1);
    let best = Number.POSITIVE_INFINITY;
    let end = -1;
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      if (top.priority >= best) break;
      const { item: state } = top;
      const vertex = state >> 1;
      const axis = state & 1;
      const spent = cost[state] ?? 0;
      if (top.priority > spent + guess(vertex) + 1e-9) continue;
      const goal = goals.get(vertex);
      if (goal !== undefined) {
        const total = spent + (goal.axis === axis ? 0 : bendCost);
        if (total < best) {
          best = total;
          end = state;
        }
      }
      for (const [next, along, stretch] of [
        [vertex + 1, 0, vertex],
        [vertex - 1, 0, vertex - 1],
        [vertex + columns, 1, vertex],
        [vertex - columns, 1, vertex - columns],
      ] as const) {
        if (stretch < 0 || next >= count || blocked[along][stretch] === 1) continue;
        if (along === 0 && Math.floor(next / columns) !== Math.floor(vertex / columns)) continue;
        const length = Math.abs(along === 0 ? xOf(next) - xOf(vertex) : yOf(next) - yOf(vertex));
        const crowded = length * crowdCost * Math.min(4, crowd[along][stretch] ?? 0);
        reach(next * 2 + along, spent + length + crowded + (along === axis ? 0 : bendCost), state);
      }
    }
    return end < 0 ? [] : trace(end, starts, goals);
  }

  function trace(end: number, starts: readonly Port[], goals: ReadonlyMap<number, Port>): readonly Point[] {
    const vertices: number[] = [];
    for (let state = end; state >= 0; state = previous[state] ?? -1) vertices.push(state >> 1);
    vertices.reverse();
    for (const [index, vertex] of vertices.entries()) {
      const next = vertices[index + 1];
      if (next === undefined) break;
      const along = Math.abs(next - vertex) === 1 ? 0 : 1;
      const stretch = Math.min(vertex, next);
      crowd[along][stretch] = Math.min(250, (crowd[along][stretch] ?? 0) + 1);
    }
    const first = starts.find(({ vertex }) => vertex === vertices[0]);
    const last = goals.get(vertices.at(-1) ?? -1);
    const points = vertices.map((vertex) => ({ x: xOf(vertex), y: yOf(vertex) }));
    return first === undefined || last === undefined ? [] : corners([first.side, ...points, last.side]);
  }

  return { route };
}

const sortedUnique = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].sort((left, right) => left - right);

/** Index of a value that is in the sorted list. */
function indexOf(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The points at which a polyline turns, and its ends. */
function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    const straight = (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y);
    return !straight;
  });
}
