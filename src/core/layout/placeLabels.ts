import type { Point, Rectangle, Size } from '../base/geometry.ts';
import { type BoxIndex, createBoxIndex } from './boxIndex.ts';

/** A line that has a label of this size, px. */
export interface Labelled {
  readonly id: string;
  readonly points: readonly Point[];
  readonly size: Size;
}

/** A stretch of a line, as a box without a width; `id` is that of its edge. */
export interface Stretch extends Rectangle {
  readonly id: string;
}

/** The stretches of some lines, to be looked up by place. */
export const stretchesOf = (lines: Iterable<Pick<Labelled, 'id' | 'points'>>): readonly Stretch[] =>
  [...lines].flatMap(({ id, points }) =>
    points.slice(1).map((to, index) => {
      const from = points[index] ?? to;
      const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
      return { id, x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
    }),
  );

/** What a px of another edge's line counts below a label, as px² of a node there: words there seem to be that line's. */
const lineCost = 4;

/** Where along a stretch a label is tried, as shares of it. */
const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];

/**
 * Puts each label on its edge, the longest stretches first, where it covers neither a node, nor another label, nor another line; where
 * there is no such place, where it covers the least. `labels` are those that stand already, `lines` those of other edges, the ones that
 * are to be labelled among them or not. By id; edges without points get none.
 */
export function placeLabels(
  edges: readonly Labelled[],
  nodes: BoxIndex<Rectangle>,
  labels: Iterable<Rectangle> = [],
  lines?: BoxIndex<Stretch>,
): ReadonlyMap<string, Rectangle> {
  const taken = createBoxIndex(labels);
  const placed = new Map<string, Rectangle>();
  for (const { id, points, size } of edges) {
    let best: { box: Rectangle; covered: number } | undefined;
    for (const middle of middles(points, size)) {
      const box = { ...size, x: Math.round(middle.x - size.width / 2), y: Math.round(middle.y - size.height / 2) };
      const covered = covers(box, nodes) + covers(box, taken) + lineCost * lengthUnder(box, id, lines);
      if (best === undefined || covered < best.covered) best = { box, covered };
      if (covered === 0) break;
    }
    if (best === undefined) continue;
    taken.add(best.box);
    placed.set(id, best.box);
  }
  return placed;
}

/** Places for the middle of a label: on the line first, then beside it. */
function middles(points: readonly Point[], size: Size): readonly Point[] {
  const stretches = points
    .slice(1)
    .map((to, index) => ({ from: points[index] ?? to, to }))
    .map(({ from, to }) => ({ from, to, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) }))
    .sort((one, other) => other.length - one.length);
  const on = stretches.flatMap(({ from, to }) =>
    shares.map((share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })),
  );
  const beside = on.flatMap(({ x, y }) =>
    [-1, 1].flatMap((sign) => [
      { x, y: y + sign * (size.height / 2 + 4) },
      { x: x + sign * (size.width / 2 + 4), y },
      { x: x + sign * (size.width / 2 + 4), y: y - sign * (size.height / 2 + 4) },
      { x, y: y + sign * (1.5 * size.height + 8) },
    ]),
  );
  return [...on, ...beside];
}

function covers(box: Rectangle, index: BoxIndex<Rectangle>): number {
  const seen = new Set<Rectangle>();
  let area = 0;
  index.some(box.x, box.y, box.x + box.width, box.y + box.height, (other) => {
    if (seen.has(other)) return false;
    seen.add(other);
    const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
    const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    area += width * height;
    return false;
  });
  return area;
}

/** px of the lines of other edges below a box. */
function lengthUnder(box: Rectangle, id: string, lines: BoxIndex<Stretch> | undefined): number {
  const seen = new Set<Stretch>();
  let length = 0;
  lines?.some(box.x, box.y, box.x + box.width, box.y + box.height, (line) => {
    if (line.id === id || seen.has(line)) return false;
    seen.add(line);
    const across = Math.min(box.x + box.width, line.x + line.width) - Math.max(box.x, line.x);
    const down = Math.min(box.y + box.height, line.y + line.height) - Math.max(box.y, line.y);
    length += Math.max(across, down);
    return false;
  });
  return length;
}
