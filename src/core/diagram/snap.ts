/** Snapping and guides while something is dragged or resized: lines that its edges and middles share with what is near. */
import type { Point, Rectangle } from '../base/geometry.ts';

/** A line to draw: at `at` along `axis` (an `x` guide is a vertical line at that x), from `from` to `to` on the other. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far the moving box must still go to snap, and the lines that it then shares. */
export interface Snapped {
  readonly delta: Point;
  readonly guides: readonly Guide[];
}

/** Lines of boxes, sorted, so that a drag among thousands stays fast. Made once, when the drag begins. */
export interface SnapLines {
  readonly x: readonly SnapLine[];
  readonly y: readonly SnapLine[];
}

/** An edge or a middle of a box: its place on the axis, and its reach on the other. */
export interface SnapLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const byPlace = (left: SnapLine, right: SnapLine): number => left.at - right.at;

/** The lines of what stands still. */
export function snapLines(others: readonly Rectangle[]): SnapLines {
  const x: SnapLine[] = [];
  const y: SnapLine[] = [];
  for (const box of others) {
    for (const part of [0, 0.5, 1]) {
      x.push({ at: box.x + box.width * part, from: box.y, to: box.y + box.height });
      y.push({ at: box.y + box.height * part, from: box.x, to: box.x + box.width });
    }
  }
  return { x: x.sort(byPlace), y: y.sort(byPlace) };
}

/** Snaps a box to prepared lines; each axis by itself to the nearest line within `threshold` px. */
export function snapTo(lines: SnapLines, moving: Rectangle, threshold: number): Snapped {
  const x = nearestShift(lines.x, [moving.x, moving.x + moving.width / 2, moving.x + moving.width], threshold) ?? 0;
  const y = nearestShift(lines.y, [moving.y, moving.y + moving.height / 2, moving.y + moving.height], threshold) ?? 0;
  const settled = { ...moving, x: moving.x + x, y: moving.y + y };
  return { delta: { x, y }, guides: [...guidesOn('x', lines.x, settled), ...guidesOn('y', lines.y, settled)] };
}

/** Snaps a box among others in one go: `snapTo(snapLines(others), moving, threshold)`. */
export const snap = (moving: Rectangle, others: readonly Rectangle[], threshold: number): Snapped =>
  snapTo(snapLines(others), moving, threshold);

/** Place of the first line at or after `at`. */
function firstFrom(lines: readonly SnapLine[], at: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least way to a line for any of the places; undefined where none is near enough. */
function nearestShift(lines: readonly SnapLine[], places: readonly number[], threshold: number): number | undefined {
  let best: number | undefined;
  for (const place of places) {
    const next = firstFrom(lines, place);
    for (const line of [lines[next - 1], lines[next]]) {
      if (!line) continue;
      const shift = line.at - place;
      if (Math.abs(shift) <= threshold && (best === undefined || Math.abs(shift) < Math.abs(best))) best = shift;
    }
  }
  return best;
}

/** Lines count as the same within this, px: sums of fractions are not exact. */
const same = 0.01;

/** The lines that the settled box shares, one for each place, long enough to touch everything on it. */
function guidesOn(axis: 'x' | 'y', lines: readonly SnapLine[], box: Rectangle): readonly Guide[] {
  const [start, length] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  const [from, to] = axis === 'x' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
  return [0, 0.5, 1].flatMap((part): Guide[] => {
    const at = start + length * part;
    let reach: { from: number; to: number } | undefined;
    for (let place = firstFrom(lines, at - same); place < lines.length; place += 1) {
      const line = lines[place];
      if (!line || line.at > at + same) break;
      reach = { from: Math.min(line.from, reach?.from ?? from), to: Math.max(line.to, reach?.to ?? to) };
    }
    return reach ? [{ axis, at, ...reach }] : [];
  });
}
