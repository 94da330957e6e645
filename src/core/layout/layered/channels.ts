/**
 * The space between two layers, where edges run up and down. Each segment gets a track; of two whose stretches meet, the order
 * with fewer crossings is taken where the others allow it (after Sander 1996, as ELK's orthogonal router does).
 */
import type { Segment } from './model.ts';

interface Run {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Lines nearer than this, px, would seem to be one. */
const nearness = 4;
/** What it costs to have two edges on one line, as crossings. */
const sharingCost = 40;

/** The tracks of the segments that bend, and how many there are. */
export function assignTracks(segments: readonly Segment[]): { tracks: ReadonlyMap<Segment, number>; count: number } {
  const runs = segments.flatMap((segment): Run[] => {
    const from = segment.tail.y + segment.tailOffset;
    const to = segment.head.y + segment.headOffset;
    return from === to ? [] : [{ segment, from, to, low: Math.min(from, to), high: Math.max(from, to) }];
  });
  runs.sort((one, other) => one.low - other.low || one.high - other.high);
  const order = orderRuns(runs);
  const tracks = new Map<Segment, number>();
  let count = 0;
  const placed: { run: Run; track: number }[] = [];
  for (const run of order) {
    let track = 0;
    for (const other of placed) if (other.track >= track && meet(other.run, run)) track = other.track + 1;
    placed.push({ run, track });
    tracks.set(run.segment, track);
    count = Math.max(count, track + 1);
  }
  return { tracks, count };
}

const meet = (one: Run, other: Run): boolean => one.low <= other.high + nearness && other.low <= one.high + nearness;

/** What it costs to have `left` on the left of `right`. */
function costOf(left: Run, right: Run): number {
  let cost = 0;
  if (left.to > right.low && left.to < right.high) cost += 1;
  if (right.from > left.low && right.from < left.high) cost += 1;
  if (Math.abs(left.to - right.from) < nearness) cost += sharingCost;
  return cost;
}

/** An order from left to right with little cost: as flowOrder, on the differences of cost; then neighbours change places. */
function orderRuns(runs: readonly Run[]): readonly Run[] {
  const count = runs.length;
  const outgoing: { to: number; weight: number }[][] = runs.map(() => []);
  const incoming: { to: number; weight: number }[][] = runs.map(() => []);
  const balance = new Float64Array(count);
  const holds = new Float64Array(count);
  for (const [index, run] of runs.entries()) {
    for (let next = index + 1; next < count; next += 1) {
      const other = runs[next];
      if (other === undefined || other.low > run.high + nearness) break;
      const weight = costOf(other, run) - costOf(run, other);
      if (weight === 0) continue;
      const [from, to] = weight > 0 ? [index, next] : [next, index];
      const size = Math.abs(weight);
      outgoing[from]?.push({ to, weight: size });
      incoming[to]?.push({ to: from, weight: size });
      balance[from] = (balance[from] ?? 0) + size;
      balance[to] = (balance[to] ?? 0) - size;
      holds[to] = (holds[to] ?? 0) + 1;
    }
  }
  const open = new Set(runs.keys());
  const ready = [...open].filter((index) => holds[index] === 0);
  const order: number[] = [];
  const take = (index: number): void => {
    open.delete(index);
    order.push(index);
    for (const { to, weight } of outgoing[index] ?? []) {
      if (!open.has(to)) continue;
      balance[to] = (balance[to] ?? 0) + weight;
      holds[to] = (holds[to] ?? 0) - 1;
      if (holds[to] === 0) ready.push(to);
    }
    for (const { to, weight } of incoming[index] ?? []) if (open.has(to)) balance[to] = (balance[to] ?? 0) - weight;
  };
  while (open.size > 0) {
    const next = ready.shift();
    if (next !== undefined) {
      if (open.has(next)) take(next);
      continue;
    }
    let best = -1;
    for (const index of open) if (best < 0 || (balance[index] ?? 0) > (balance[best] ?? 0)) best = index;
    take(best);
  }
  return order.flatMap((index) => runs[index] ?? []);
}
