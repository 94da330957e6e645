/**
 * Snapping and guides while something is dragged or resized: lines that its edges and middles share with what is near, and gaps that
 * are as wide as those beside it (`snapGaps.ts`).
 */
import type { Point, Rectangle } from '../base/geometry.ts';
import type { Axis } from './align.ts';
import { type Gap, gapShift, gapsAround } from './snapGaps.ts';

/** A line to draw: at `at` along `axis` (an `x` guide is a vertical line at that x), from `from` to `to` on the other. */
export interface Guide {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far the moving box must still go to snap, and what it then shares with others. */
export interface Snapped {
  readonly delta: Point;
  readonly guides: readonly Guide[];
  /** Gaps of one width, beside the box and further on; none where there are not two. */
  readonly gaps: readonly Gap[];
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

/** What a box is dragged among. */
export interface SnapField {
  readonly lines: SnapLines;
  /** What stands beside it in the same holder: only their gaps are compared. */
  readonly siblings: readonly Rectangle[];
}

/** How eagerly a dragged box snaps to others. */
export interface SnapOptions {
  /** How far it may be moved to snap, px. */
  readonly threshold: number;
  /** It may be moved along this axis alone. */
  readonly along?: Axis | undefined;
}

/** The sides of a box that a resize moves: -1 the first of the axis, 1 the last, 0 neither. */
export interface DraggedSides {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
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

/** Snaps a box that is moved: each axis by itself, to the nearest line or the nearest equal gap within the threshold. */
export function snapMove(
  { lines, siblings }: SnapField,
  moving: Rectangle,
  { threshold, along }: SnapOptions,
): Snapped {
  const shift = (axis: Axis): number => {
    if (along !== undefined && along !== axis) return 0;
    const line = nearestShift(lines[axis], placesOf(moving, axis), threshold);
    const gap = gapShift(siblings, moving, axis, threshold);
    if (line === undefined || gap === undefined) return line ?? gap ?? 0;
    return Math.abs(gap) < Math.abs(line) ? gap : line;
  };
  const delta = { x: shift('x'), y: shift('y') };
  const settled = { ...moving, x: moving.x + delta.x, y: moving.y + delta.y };
  const shown = along === undefined ? axes : [along];
  return {
    delta,
    guides: shown.flatMap((axis) => guidesOn(axis, lines[axis], settled, placesOf(settled, axis))),
    gaps: shown.flatMap((axis) => gapsAround(siblings, settled, axis)),
  };
}

/** Snaps a box that is resized: the sides that move, each to the nearest line within the threshold. */
export function snapSides(
  lines: SnapLines,
  box: Rectangle,
  { across, down }: DraggedSides,
  threshold: number,
): { readonly box: Rectangle; readonly guides: readonly Guide[] } {
  const sideOf = (of: Rectangle, axis: Axis): readonly number[] => {
    const side = axis === 'x' ? across : down;
    const places = placesOf(of, axis);
    return side === 0 ? [] : places.slice(side === -1 ? 0 : 2).slice(0, 1);
  };
  const x = nearestShift(lines.x, sideOf(box, 'x'), threshold) ?? 0;
  const y = nearestShift(lines.y, sideOf(box, 'y'), threshold) ?? 0;
  const settled = {
    x: across === -1 ? box.x + x : box.x,
    y: down === -1 ? box.y + y : box.y,
    width: box.width + across * x,
    height: box.height + down * y,
  };
  return { box: settled, guides: axes.flatMap((axis) => guidesOn(axis, lines[axis], settled, sideOf(settled, axis))) };
}

const axes = ['x', 'y'] as const satisfies readonly Axis[];

/** Both edges of a box and its middle, along an axis: first, middle, last. */
function placesOf({ x, y, width, height }: Rectangle, axis: Axis): readonly number[] {
  const [start, length] = axis === 'x' ? [x, width] : [y, height];
  return [start, start + length / 2, start + length];
}

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

/** The lines that some places of the settled box share, long enough to touch everything on them. */
function guidesOn(axis: Axis, lines: readonly SnapLine[], box: Rectangle, places: readonly number[]): readonly Guide[] {
  const [from, to] = axis === 'x' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
  const found = places.map((at): Guide | undefined => {
    let reach: { from: number; to: number } | undefined;
    for (let place = firstFrom(lines, at - same); place < lines.length; place += 1) {
      const line = lines[place];
      if (!line || line.at > at + same) break;
      reach = { from: Math.min(line.from, reach?.from ?? from), to: Math.max(line.to, reach?.to ?? to) };
    }
    return reach && { axis, at, ...reach };
  });
  const [first, middle, last] = found;
  // Of something as large as what it stands in line with the edges say enough.
  return [first, first && last ? undefined : middle, last].flatMap((guide) => guide ?? []);
}
