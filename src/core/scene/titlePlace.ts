/** Where the title of a group stands: at its left, or further right where a line comes down through that. */
import type { Point, Rectangle } from '../base/geometry.ts';

/** Room between a title and a line beside it, px. */
const beside = 8;
/** Height of the rows in which lines are looked up, px. */
const row = 64;

/** A stretch from left to right, px. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Finds what lies across a band; built once for all the lines of a picture. */
export function acrossBand(lines: readonly (readonly Point[])[]): (band: Rectangle) => readonly Stretch[] {
  const rows = new Map<number, Rectangle[]>();
  for (const points of lines) {
    points.slice(1).forEach((end, place) => {
      const start = points[place] ?? end;
      const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
      const box = { x, y, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
      for (let at = Math.floor(y / row); at <= Math.floor((y + box.height) / row); at += 1)
        rows.set(at, [...(rows.get(at) ?? []), box]);
    });
  }
  return (band) => {
    const found = new Set<Rectangle>();
    for (let at = Math.floor(band.y / row); at <= Math.floor((band.y + band.height) / row); at += 1) {
      for (const box of rows.get(at) ?? []) {
        const isAcross = box.y < band.y + band.height && box.y + box.height > band.y;
        if (isAcross && box.x < band.x + band.width && box.x + box.width > band.x) found.add(box);
      }
    }
    return [...found].map(({ x, width }) => ({ from: x - beside, to: x + width + beside }));
  };
}

/** The left end of a title `width` wide in its band: the first place that no line crosses; the band's left where there is none. */
export function titleLeft(band: Rectangle, width: number, crossing: readonly Stretch[]): number {
  const starts = [band.x, ...crossing.map(({ to }) => to)].toSorted((left, right) => left - right);
  const isFree = (left: number): boolean =>
    left >= band.x &&
    left + width <= band.x + band.width &&
    !crossing.some(({ from, to }) => from < left + width && to > left);
  return starts.find(isFree) ?? band.x;
}
