/** Where the title of a group stands: at its left, or further right where a line comes down through that. */
import type { Point, Rectangle } from '../base/geometry.ts';
import { finish, type Steps } from '../base/steps.ts';

/** Room between a title and a line beside it, px. */
const beside = 8;
/** A stretch from left to right, px. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A level line, or one that goes down: where it lies on the one axis, and from where to where it reaches on the other, px. */
interface Line {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Finds what lies across a band; built once for all the lines of a picture. A slanted stretch crosses nothing: it only stands in for a way
 * that is still being found, and what is drawn around it should not jump when that comes.
 */
export const acrossBand = (lines: readonly (readonly Point[])[]): AcrossBand => finish(findingAcrossBand(lines));

type AcrossBand = (band: Rectangle) => readonly Stretch[];

/** The same in steps. */
export function* findingAcrossBand(lines: readonly (readonly Point[])[]): Steps<AcrossBand> {
  const level: Line[] = [];
  const upright: Line[] = [];
  for (const points of lines) {
    for (let place = 1; place < points.length; place += 1) {
      const [start, end] = [points[place - 1], points[place]];
      if (!start || !end) continue;
      if (start.x === end.x)
        upright.push({ at: start.x, low: Math.min(start.y, end.y), high: Math.max(start.y, end.y) });
      else if (start.y === end.y)
        level.push({ at: start.y, low: Math.min(start.x, end.x), high: Math.max(start.x, end.x) });
    }
  }
  for (const sorted of [level, upright]) {
    yield;
    sorted.sort((one, other) => one.at - other.at);
  }
  yield;
  return ({ x, y, width, height }) => {
    const stretch = (from: number, to: number): Stretch => ({ from: from - beside, to: to + beside });
    return [
      ...between(level, y, y + height, x, x + width).map(({ low, high }) => stretch(low, high)),
      ...between(upright, x, x + width, y, y + height).map(({ at }) => stretch(at, at)),
    ];
  };
}

/** Of lines in order, those that lie between two places and reach into a range. */
function between(lines: readonly Line[], first: number, last: number, from: number, to: number): readonly Line[] {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) <= first) low = middle + 1;
    else high = middle;
  }
  const found: Line[] = [];
  for (let place = low; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line || line.at >= last) break;
    if (line.low < to && line.high > from) found.push(line);
  }
  return found;
}

/** The left end of a title `width` wide in its band: the first place that no line crosses; the band's left where there is none. */
export function titleLeft(band: Rectangle, width: number, crossing: readonly Stretch[]): number {
  let left = band.x;
  for (const { from, to } of crossing.toSorted((one, other) => one.from - other.from))
    if (from < left + width && to > left) left = to;
  return left + width <= band.x + band.width ? left : band.x;
}

/** Room around the words of a title on its ground, px. */
const around = 3;

/** The ground of a title that lines come through, at its place in its band; undefined where none do. */
export function groundOfTitle(title: Rectangle, crossing: readonly Stretch[]): Rectangle | undefined {
  const isCrossed = crossing.some(({ from, to }) => from + beside < title.x + title.width && to - beside > title.x);
  if (!isCrossed) return undefined;
  return { x: title.x - around, y: title.y, width: title.width + 2 * around, height: title.height };
}
