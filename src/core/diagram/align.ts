/** Aligning and distributing: pure geometry on boxes. */
import type { Point, Rectangle } from '../base/geometry.ts';

/** The edge or middle that is made common: `left`, `center`, `right` across; `top`, `middle`, `bottom` down. */
export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
/** One of them. */
export type Alignment = (typeof alignments)[number];

/** `x`: gaps from left to right are made equal; `y`: from top to bottom. */
export const axes = ['x', 'y'] as const;
/** One of them. */
export type Axis = (typeof axes)[number];

/** Where the boxes stand once they are aligned on the box around all of them. In the order given. */
export function alignBoxes(boxes: readonly Rectangle[], way: Alignment): readonly Point[] {
  // One by one, since a call can't take the arguments that a page of thousands would give.
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const placed: Readonly<Record<Alignment, (box: Rectangle) => Point>> = {
    left: ({ y }) => ({ x: left, y }),
    center: ({ y, width }) => ({ x: (left + right - width) / 2, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    top: ({ x }) => ({ x, y: top }),
    middle: ({ x, height }) => ({ x, y: (top + bottom - height) / 2 }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
  };
  return boxes.map(placed[way]);
}

/**
 * Where the boxes stand once the gaps between them are equal; the first and the last along the axis stay. Boxes that
 * overlap get equal overlaps. Fewer than three stay where they are. In the order given.
 */
export function distributeBoxes(boxes: readonly Rectangle[], axis: Axis): readonly Point[] {
  const length = axis === 'x' ? 'width' : 'height';
  const sorted = boxes
    .map((box, place) => ({ box, place }))
    .sort(
      (one, other) =>
        one.box[axis] + one.box[length] / 2 - other.box[axis] - other.box[length] / 2 || one.place - other.place,
    );
  const [first, last] = [sorted[0], sorted.at(-1)];
  const points = boxes.map(({ x, y }): Point => ({ x, y }));
  if (boxes.length < 3 || !first || !last) return points;
  const filled = sorted.reduce((sum, { box }) => sum + box[length], 0);
  const gap = (last.box[axis] + last.box[length] - first.box[axis] - filled) / (sorted.length - 1);
  let at = first.box[axis];
  for (const { box, place } of sorted) {
    points[place] = axis === 'x' ? { x: at, y: box.y } : { x: box.x, y: at };
    at += box[length] + gap;
  }
  points[last.place] = { x: last.box.x, y: last.box.y };
  return points;
}
