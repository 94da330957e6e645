import { distance, type Point } from '../base/geometry.ts';
import type { SceneEdge } from '../scene/scene.ts';
import { formatNumber } from './xml.ts';

const pair = ({ x, y }: Point): string => `${formatNumber(x)} ${formatNumber(y)}`;

/** Length of an arrow's head along the line, and half its width, px. */
export const arrow = { length: 8, halfWidth: 4 } as const;

/** Path of a polyline whose corners are rounded by at most `radius`, and by at most half of the shorter leg. */
export function routePath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${pair(first)}`;
  let previous = first;
  for (const [index, corner] of rest.entries()) {
    const next = rest[index + 1];
    if (next === undefined) path += `L${pair(corner)}`;
    else {
      const reach = Math.min(radius, distance(previous, corner) / 2, distance(corner, next) / 2);
      path += `L${pair(towards(corner, previous, reach))}Q${pair(corner)} ${pair(towards(corner, next, reach))}`;
    }
    previous = corner;
  }
  return path;
}

/** The polyline cut short by an arrow's length where it has a head, so that the line does not show beside the tip. */
export function withoutTips(points: readonly Point[], heads: SceneEdge['heads'] = 'forward'): readonly Point[] {
  if (heads === 'none') return points;
  const cut = withoutTip(points);
  return heads === 'both' ? withoutTip(cut.toReversed()).toReversed() : cut;
}

/** The polyline cut short by an arrow's length at its end. */
function withoutTip(points: readonly Point[]): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return points;
  return [...points.slice(0, -1), towards(last, before, Math.min(arrow.length - 1, distance(before, last)))];
}

/** The triangles of a polyline's heads, each as the points of a polygon. */
export function arrowHeads(points: readonly Point[], heads: SceneEdge['heads'] = 'forward'): readonly string[] {
  if (heads === 'none') return [];
  return heads === 'both' ? [arrowHead(points), arrowHead(points.toReversed())] : [arrowHead(points)];
}

/** Triangle at the end of the polyline, as the points of a polygon. No marker: not every program draws one. */
function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const length = Math.max(distance(before, tip), 0.01);
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * arrow.length, y: tip.y - along.y * arrow.length };
  const across = { x: -along.y * arrow.halfWidth, y: along.x * arrow.halfWidth };
  return [tip, { x: base.x + across.x, y: base.y + across.y }, { x: base.x - across.x, y: base.y - across.y }]
    .map(({ x, y }) => `${formatNumber(x)},${formatNumber(y)}`)
    .join(' ');
}

function towards(from: Point, to: Point, reach: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) / length) * reach, y: from.y + ((to.y - from.y) / length) * reach };
}
