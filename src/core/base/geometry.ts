/** A place on the picture, in px; x grows to the right and y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in px: its top left corner and its size. */
export interface Rectangle extends Point, Size {}

/** The middle of a rectangle. */
export const middleOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The way from one place to another as the crow flies, px. */
export const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

/** Whether two rectangles have the same place and size. */
export const sameBox = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** Whether two rectangles share more than an edge. */
export const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** A rectangle with `by` px more on every side. */
export const grown = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** Px on each side of a rectangle. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The sides of a box, clockwise from the top. */
export const sides = ['top', 'right', 'bottom', 'left'] as const;
/** A side of a box. */
export type Side = (typeof sides)[number];

/** The side of a rectangle that a place is nearest to. */
export function nearestSide({ x, y, width, height }: Rectangle, at: Point): Side {
  const ways: Sides = { top: at.y - y, right: x + width - at.x, bottom: y + height - at.y, left: at.x - x };
  return sides.reduce((best, side) => (Math.abs(ways[side]) < Math.abs(ways[best]) ? side : best));
}

/** A rectangle with more room on each side. */
export const padded = ({ x, y, width, height }: Rectangle, { top, right, bottom, left }: Sides): Rectangle => ({
  x: x - left,
  y: y - top,
  width: width + left + right,
  height: height + top + bottom,
});

/** The least rectangle around all; undefined around none. */
export function hullOf(boxes: Iterable<Rectangle>): Rectangle | undefined {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** Whether an upright and level polyline comes nearer to a rectangle than `nearness` px. */
export const passesNear = (points: readonly Point[], box: Rectangle, nearness: number): boolean =>
  points.slice(1).some((end, index) => {
    const start = points[index] ?? end;
    return (
      Math.max(start.x, end.x) > box.x - nearness &&
      Math.min(start.x, end.x) < box.x + box.width + nearness &&
      Math.max(start.y, end.y) > box.y - nearness &&
      Math.min(start.y, end.y) < box.y + box.height + nearness
    );
  });
