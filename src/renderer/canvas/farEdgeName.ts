import { hullOf, type Point, type Rectangle, type Size } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import { fontOf, textWidth } from './brush.ts';
import { ascent, type FarLabel, type FarPage, isFree, leastSize } from './farPage.ts';
import { touches } from './spatialGrid.ts';
import { toCanvas, type View } from './view.ts';

/** So much of a line is seen beside its words at least, px: a head, and as much of a shaft. */
const leastLine = 24;
/** Between a line and the words beside it, px. */
const gap = 3;

/** A line as it lies on the canvas, and the box around it, px. */
export interface FarLine {
  readonly points: readonly Point[];
  readonly hull: Rectangle | undefined;
}

/** Where a line lies on the canvas. */
export function farLine(view: View, edge: SceneEdge): FarLine {
  const points = edge.points.map((point) => toCanvas(view, point));
  return { points, hull: hullOf(points.map((point) => ({ ...point, width: 0, height: 0 }))) };
}

/**
 * The words of an edge, where the scene has them, or beside the line where they would leave too little of it to be seen, on the side
 * where they hide less of `others`, all lines of the picture; undefined where they would cover other words. The place is the same whatever
 * else is drawn with it: what stands out is drawn over what stands.
 */
export function nameEdge(
  page: FarPage,
  { label }: SceneEdge,
  { points: line }: FarLine,
  others: () => readonly FarLine[],
): FarLabel | undefined {
  if (label === undefined) return undefined;
  const { context, theme, view } = page;
  const size = leastSize;
  const lines = label.texts.map(({ text }) => text);
  const width = Math.max(...lines.map((line) => textWidth(context, line, fontOf(size, 500)))) + 6;
  const height = lines.length * (size + 2) + 2;
  const around = ({ x, y }: Point): Rectangle => ({ x: x - width / 2, y: y - height / 2, width, height });
  const middle = toCanvas(view, {
    x: label.box.x + label.box.width / 2,
    y: label.box.y + label.box.height / 2,
  });
  const isLineSeen = (place: Rectangle): boolean => lengthBeside(line, place) >= leastLine;
  const hidden = (place: Rectangle): number =>
    others().reduce(
      (sum, { points, hull }) => sum + (hull && touches(hull, place) ? lengthWithin(points, place) : 0),
      0,
    );
  const besides = (): Rectangle | undefined =>
    besideLongest(line, { width, height })
      .map(around)
      .filter(isLineSeen)
      .map((place) => ({ place, hides: hidden(place) }))
      .toSorted((one, other) => one.hides - other.hides)[0]?.place;
  const usual = around(middle);
  const box = isLineSeen(usual) ? usual : besides();
  if (!box || !isFree(page, box)) return undefined;
  page.taken.push(box);
  return {
    lines,
    at: { x: box.x + width / 2, y: box.y + 2 + size / 2 + (ascent * size) / 2 },
    align: 'center',
    size,
    weight: 500,
    lineHeight: size + 2,
    colour: theme.muted,
    ground: { box, fill: theme.canvas },
  };
}

/** Middles of boxes of that size on either side of the longest piece of a line. */
function besideLongest(line: readonly Point[], { width, height }: Size): readonly Point[] {
  const [longest] = piecesOf(line).toSorted((one, other) => lengthOf(other) - lengthOf(one));
  if (!longest) return [];
  const [from, to] = longest;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const isLevel = Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
  const away = isLevel ? height / 2 + gap : width / 2 + gap;
  return [-away, away].map((by) => (isLevel ? { x, y: y + by } : { x: x - by, y }));
}

type Piece = readonly [Point, Point];

const piecesOf = (line: readonly Point[]): readonly Piece[] =>
  line.slice(1).flatMap((to, place) => {
    const from = line[place];
    return from ? [[from, to] as const] : [];
  });

const lengthOf = ([from, to]: Piece): number => Math.hypot(to.x - from.x, to.y - from.y);

const lengthWithin = (line: readonly Point[], box: Rectangle): number =>
  piecesOf(line).reduce((sum, piece) => sum + lengthOf(piece) * shareWithin(piece, box), 0);

/** How much of a line lies outside of a box. */
const lengthBeside = (line: readonly Point[], box: Rectangle): number =>
  piecesOf(line).reduce((sum, piece) => sum + lengthOf(piece), 0) - lengthWithin(line, box);

/** The share of a piece that lies in a box (clipping by Liang and Barsky, 1984). */
function shareWithin([from, to]: Piece, { x, y, width, height }: Rectangle): number {
  const spans = [
    { start: from.x, by: to.x - from.x, least: x, most: x + width },
    { start: from.y, by: to.y - from.y, least: y, most: y + height },
  ];
  let [enters, leaves] = [0, 1];
  for (const { start, by, least, most } of spans) {
    if (by === 0) {
      if (start < least || start > most) return 0;
      continue;
    }
    const [one, other] = [(least - start) / by, (most - start) / by];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  return Math.max(0, leaves - enters);
}
