import type { Point } from '../base/geometry.ts';
import { clearance } from './routeGrid.ts';

/** Distance between two edges that run side by side, px, where there is room; and what stays free beside a box. */
const trackGap = 4;
const leastClearance = 3;

interface Segment {
  readonly route: number;
  readonly index: number;
  /** 0: horizontal, at a y; 1: vertical, at an x. */
  readonly axis: 0 | 1;
  readonly line: number;
  readonly low: number;
  readonly high: number;
}

/** Moves segments that would lie on one another apart, within the gutter that their line is the middle of. */
export function separateRoutes(routes: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
  const shifts = routes.map((route) => route.slice(1).map(() => 0));
  const segments = routes.flatMap(segmentsOf);
  const lines = new Map<string, Segment[]>();
  for (const segment of segments) {
    const key = `${segment.axis} ${segment.line}`;
    const sharing = lines.get(key);
    if (sharing === undefined) lines.set(key, [segment]);
    else sharing.push(segment);
  }
  for (const sharing of lines.values()) {
    for (const cluster of clustersOf(sharing)) {
      const tracks = tracksOf(cluster);
      const count = Math.max(...tracks) + 1;
      const gap = count < 2 ? 0 : Math.min(trackGap, (2 * (clearance - leastClearance)) / (count - 1));
      for (const [place, { route, index }] of cluster.entries()) {
        const own = shifts[route];
        if (own !== undefined) own[index] = ((tracks[place] ?? 0) - (count - 1) / 2) * gap;
      }
    }
  }
  return routes.map((route, index) => shifted(route, shifts[index] ?? []));
}

function segmentsOf(route: readonly Point[], number: number): readonly Segment[] {
  return route.slice(1).map((end, index) => {
    const start = route[index] ?? end;
    const axis = start.y === end.y ? 0 : 1;
    const [first, second] = axis === 0 ? [start.x, end.x] : [start.y, end.y];
    return {
      route: number,
      index,
      axis,
      line: axis === 0 ? start.y : start.x,
      low: Math.min(first, second),
      high: Math.max(first, second),
    };
  });
}

/** Runs of segments on one line in which each touches one before it. */
function clustersOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const inOrder = [...segments].sort(
    (left, right) => left.low - right.low || left.high - right.high || left.route - right.route,
  );
  const clusters: Segment[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const segment of inOrder) {
    const open = clusters.at(-1);
    // Edges that end where others begin need a little air between them too.
    if (open === undefined || segment.low > reach + 2 * clearance) clusters.push([segment]);
    else open.push(segment);
    reach = Math.max(reach, segment.high);
  }
  return clusters;
}

/** The lowest track on which a segment meets none of those before it. */
function tracksOf(cluster: readonly Segment[]): readonly number[] {
  const ends: number[] = [];
  return cluster.map(({ low, high }) => {
    const free = ends.findIndex((end) => end + 2 * clearance < low);
    const track = free < 0 ? ends.length : free;
    ends[track] = high;
    return track;
  });
}

/** The route with each segment moved across by its shift; corners follow both of their segments. */
function shifted(route: readonly Point[], shifts: readonly number[]): readonly Point[] {
  return route.map((point, index) => {
    const before = route[index - 1];
    const after = route[index + 1];
    let { x, y } = point;
    for (const [other, shift] of [
      [before, shifts[index - 1] ?? 0],
      [after, shifts[index] ?? 0],
    ] as const) {
      if (other === undefined) continue;
      if (other.y === point.y) y += shift;
      else x += shift;
    }
    return { x, y };
  });
}
