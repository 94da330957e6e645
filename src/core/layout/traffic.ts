import type { Point } from '../base/geometry.ts';

/** Lines nearer than this seem to be one, px. */
const near = 5;
/** Lines are kept in buckets of so many px across. */
const bucket = 8;
/** And of so many px along: a line of a large picture is in a few of them only. */
const reach = 1024;

interface Stretch {
  readonly line: number;
  readonly low: number;
  readonly high: number;
}

/** The ways that are taken: where edges end, and along which lines they run. */
export interface Traffic {
  add(points: readonly Point[]): void;
  /** How many px of a stretch lie on others that run along it. */
  shared(from: Point, to: Point): number;
  /** Whether an edge ends next to a point. */
  endsNear(point: Point): boolean;
}

/** The ways given, and those `below`, which stays as it is: it may be kept from one frame to the next. */
export function createTraffic(ways: Iterable<readonly Point[]>, below?: Traffic): Traffic {
  const across = new Map<number, Stretch[]>();
  const down = new Map<number, Stretch[]>();
  const lineKey = (row: number, part: number): number => row * 2_097_152 + part;
  const ends = new Map<number, Point[]>();
  // Pictures are far smaller than 2^20 buckets.
  const endKey = (x: number, y: number): number => Math.floor(y / bucket) * 2_097_152 + Math.floor(x / bucket);
  const put = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [item]);
    else list.push(item);
  };
  const traffic: Traffic = {
    add(points) {
      for (let index = 1; index < points.length; index += 1) {
        const [from, to] = [points[index - 1], points[index]];
        if (from === undefined || to === undefined) continue;
        const level = from.y === to.y;
        const line = level ? from.y : from.x;
        const [one, other] = level ? [from.x, to.x] : [from.y, to.y];
        const stretch = { line, low: Math.min(one, other), high: Math.max(one, other) };
        for (let part = Math.floor(stretch.low / reach); part <= Math.floor(stretch.high / reach); part += 1)
          put(level ? across : down, lineKey(Math.floor(line / bucket), part), stretch);
      }
      for (const end of [points[0], points.at(-1)]) if (end !== undefined) put(ends, endKey(end.x, end.y), end);
    },
    shared(from, to) {
      const level = from.y === to.y;
      const line = level ? from.y : from.x;
      const [one, other] = level ? [from.x, to.x] : [from.y, to.y];
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      let sum = below?.shared(from, to) ?? 0;
      for (let row = Math.floor((line - near) / bucket); row <= Math.floor((line + near) / bucket); row += 1) {
        for (let part = Math.floor(low / reach); part <= Math.floor(high / reach); part += 1) {
          const [first, last] = [Math.max(low, part * reach), Math.min(high, (part + 1) * reach)];
          for (const stretch of (level ? across : down).get(lineKey(row, part)) ?? []) {
            if (Math.abs(stretch.line - line) < near)
              sum += Math.max(0, Math.min(last, stretch.high) - Math.max(first, stretch.low));
          }
        }
      }
      return sum;
    },
    endsNear(point) {
      if (below?.endsNear(point)) return true;
      const { x, y } = point;
      for (const dx of [-bucket, 0, bucket]) {
        for (const dy of [-bucket, 0, bucket]) {
          const held = ends.get(endKey(x + dx, y + dy)) ?? [];
          if (held.some((end) => Math.abs(end.x - x) <= bucket && Math.abs(end.y - y) <= bucket)) return true;
        }
      }
      return false;
    },
  };
  for (const points of ways) traffic.add(points);
  return traffic;
}
