import { middleOf, type Point, type Rectangle, type Size } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import { fontOf, textWidth } from './brush.ts';
import { type FarObstacles, lineOnCanvas } from './farObstacles.ts';
import { ascent, type FarLabel, type FarPage, isFree, leastSize } from './farPage.ts';
import { lengthBeside, lengthOf, piecesOf } from './lineInBox.ts';
import { toCanvas } from './view.ts';

/** So much of a line is seen beside its words at least, px: a head, and as much of a shaft. */
const leastLine = 24;
/** Between a line and the words beside it, px. */
const gap = 3;
/** So far words go aside to leave a border free, px. */
const mostAside = 24;

/**
 * The words of an edge, where the scene has them, or beside the line where they would leave too little of it to be seen, on the side
 * where they hide less of other lines; a little aside where they would hide a border; undefined where they would cover other words.
 * The place is the same whatever else is drawn with it: what stands out is drawn over what stands.
 */
export function nameEdge(page: FarPage, edge: SceneEdge, obstacles: FarObstacles): FarLabel | undefined {
  const { label } = edge;
  if (label === undefined) return undefined;
  const { context, theme, view } = page;
  const size = leastSize;
  const lines = label.texts.map(({ text }) => text);
  const width = Math.max(...lines.map((line) => textWidth(context, line, fontOf(size, 500)))) + 6;
  const height = lines.length * (size + 2) + 2;
  const middle = toCanvas(view, middleOf(label.box));
  const along = placeAlong(lineOnCanvas(view, edge), middle, { width, height }, obstacles);
  const box = along && (besideBorders(along, obstacles) ?? along);
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

/** Around the usual middle, or beside the line where enough of it is seen only then. */
function placeAlong(line: readonly Point[], middle: Point, size: Size, obstacles: FarObstacles): Rectangle | undefined {
  const around = ({ x, y }: Point): Rectangle => ({ x: x - size.width / 2, y: y - size.height / 2, ...size });
  const isLineSeen = (place: Rectangle): boolean => lengthBeside(line, place) >= leastLine;
  const usual = around(middle);
  if (isLineSeen(usual)) return usual;
  return besideLongest(line, size)
    .map(around)
    .filter(isLineSeen)
    .map((place) => ({ place, hides: obstacles.hiddenBy(place) }))
    .toSorted((one, other) => one.hides - other.hides)[0]?.place;
}

const lengthOfWay = ({ x, y }: Point): number => Math.abs(x) + Math.abs(y);

/** The nearest place that leaves every border and node free, and hides no more of any line than this one. */
function besideBorders(place: Rectangle, obstacles: FarObstacles): Rectangle | undefined {
  const ways = obstacles.waysOffBorders(place).filter((way) => lengthOfWay(way) <= mostAside);
  if (ways.length === 0) return undefined;
  const hides = obstacles.hiddenBy(place);
  return ways
    .toSorted((one, other) => lengthOfWay(one) - lengthOfWay(other))
    .map(({ x, y }) => ({ ...place, x: place.x + x, y: place.y + y }))
    .find(
      (aside) =>
        obstacles.waysOffBorders(aside).length === 0 && !obstacles.isTaken(aside) && obstacles.hiddenBy(aside) <= hides,
    );
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
