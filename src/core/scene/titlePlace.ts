/** Where the title of a group stands: at its left, or further right where a line comes down through that. */
import type { Point, Rectangle } from '../base/geometry.ts';

/** Room between a title and a line beside it, px. */
const beside = 8;
/** Height of the rows in which lines are looked up, px. */
const row = 64;
/** Width of the columns in which those that go down are, px. */
const column = 512;

/** Pictures are far smaller than 2^20 columns. */
const cellOf = (along: number, down: number): number => down * 2_097_152 + along;

/** A stretch from left to right, px. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds what lies across a band; built once for all the lines of a picture. A slanted stretch crosses nothing: it only stands in for a way
 * that is still being found, and what is drawn around it should not jump when that comes.
 */
export function acrossBand(lines: readonly (readonly Point[])[]): (band: Rectangle) => readonly Stretch[] {
  const level = new Map<number, Rectangle[]>();
  const upright = new Map<number, Rectangle[]>();
  const put = (rows: Map<number, Rectangle[]>, key: number, box: Rectangle): void => {
    const held = rows.get(key);
    if (held) held.push(box);
    else rows.set(key, [box]);
  };
  for (const points of lines) {
    for (let place = 1; place < points.length; place += 1) {
      const [start, end] = [points[place - 1], points[place]];
      if (!start || !end || (start.x !== end.x && start.y !== end.y)) continue;
      const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
      const box = { x, y, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
      if (box.width > 0) put(level, Math.floor(y / row), box);
      else
        for (let at = Math.floor(y / row); at <= Math.floor((y + box.height) / row); at += 1)
          put(upright, cellOf(Math.floor(x / column), at), box);
    }
  }
  return (band) => {
    const found = new Set<Rectangle>();
    const look = (boxes: readonly Rectangle[] = []): void => {
      for (const box of boxes) {
        const isAcross = box.y < band.y + band.height && box.y + box.height > band.y;
        if (isAcross && box.x < band.x + band.width && box.x + box.width > band.x) found.add(box);
      }
    };
    const last = Math.floor((band.x + band.width) / column);
    for (let at = Math.floor(band.y / row); at <= Math.floor((band.y + band.height) / row); at += 1) {
      look(level.get(at));
      for (let along = Math.floor(band.x / column); along <= last; along += 1) look(upright.get(cellOf(along, at)));
    }
    return [...found].map(({ x, width }) => ({ from: x - beside, to: x + width + beside }));
  };
}

/** The left end of a title `width` wide in its band: the first place that no line crosses; the band's left where there is none. */
export function titleLeft(band: Rectangle, width: number, crossing: readonly Stretch[]): number {
  let left = band.x;
  for (const { from, to } of crossing.toSorted((one, other) => one.from - other.from))
    if (from < left + width && to > left) left = to;
  return left + width <= band.x + band.width ? left : band.x;
}
