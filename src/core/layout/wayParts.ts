/** The parts that ways of edges are made of: ends at sides of boxes, and corners between them. */
import type { Point, Rectangle, Side } from '../base/geometry.ts';
import type { Traffic } from './traffic.ts';

/** How far a line leaves a box straight before it may bend, px: longer than an arrow's head. */
export const stub = 16;
/** What a bend costs, as px of detour. */
export const bendCost = 40;
/** Air between a line and a box that it passes, or another line beside it, px. */
export const lineGap = 8;
const laneGap = 12;

/** Where a way begins or ends. */
export interface End {
  readonly at: Point;
  /** A stub away from the side. */
  readonly out: Point;
  readonly side: Side;
}

/** An end on a side: in its middle, or beside it where other edges end there already. */
export function endOf(box: Rectangle, side: Side, traffic: Traffic): End {
  const upright = side === 'left' || side === 'right';
  const length = upright ? box.height : box.width;
  const middle = Math.round((upright ? box.y : box.x) + length / 2);
  const line = Math.round(
    side === 'left' ? box.x : side === 'right' ? box.x + box.width : side === 'top' ? box.y : box.y + box.height,
  );
  const outwards = side === 'left' || side === 'top' ? line - stub : line + stub;
  const place = (along: number): End =>
    upright
      ? { at: { x: line, y: along }, out: { x: outwards, y: along }, side }
      : { at: { x: along, y: line }, out: { x: along, y: outwards }, side };
  const room = length / 2 - lineGap;
  for (let step = 0; step <= room / laneGap; step += 1) {
    for (const sign of step === 0 ? [1] : [1, -1]) {
      const end = place(middle + sign * step * laneGap);
      if (!traffic.endsNear(end.at)) return end;
    }
  }
  return place(middle);
}

/** Corners of the ways with few bends between the stubs of two ends. */
export function corners({ out: first, at: start }: End, { out: last, at: end }: End): readonly (readonly Point[])[] {
  const ways: Point[][] = [[{ x: last.x, y: first.y }], [{ x: first.x, y: last.y }]];
  const middleX = Math.round((first.x + last.x) / 2);
  const middleY = Math.round((first.y + last.y) / 2);
  for (const step of [0, 1, -1, 2, -2, 3, -3]) {
    const [x, y] = [middleX + step * laneGap, middleY + step * laneGap];
    if (Math.abs(x - middleX) <= Math.abs(first.x - last.x) / 2)
      ways.push([
        { x, y: first.y },
        { x, y: last.y },
      ]);
    if (Math.abs(y - middleY) <= Math.abs(first.y - last.y) / 2)
      ways.push([
        { x: first.x, y },
        { x: last.x, y },
      ]);
  }
  const outer = 2 * stub;
  for (const x of [Math.min(start.x, end.x) - outer, Math.max(start.x, end.x) + outer])
    ways.push([
      { x, y: first.y },
      { x, y: last.y },
    ]);
  for (const y of [Math.min(start.y, end.y) - outer, Math.max(start.y, end.y) + outer])
    ways.push([
      { x: first.x, y },
      { x: last.x, y },
    ]);
  return ways;
}

/** Without points that repeat, and without those at which nothing turns. */
export function straightened(points: readonly Point[]): readonly Point[] {
  const result: Point[] = [];
  for (const point of points) {
    const [before, last] = [result.at(-2), result.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const inLine =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (inLine) result.pop();
    result.push(point);
  }
  return result;
}
