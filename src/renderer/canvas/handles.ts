import type { Point, Rectangle, Side } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import type { ResizeLimit } from './gestures.ts';

/** A place of a box's border that it can be resized by: which of its sides follow, -1 the first one, 1 the last one, 0 none. */
export interface Handle {
  readonly at: Point;
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

const sides = [-1, 0, 1] as const;

/** The corners and the middles of the sides. */
export const handlesOf = ({ x, y, width, height }: Rectangle): Handle[] =>
  sides.flatMap((down) =>
    sides.flatMap((across): Handle[] =>
      across === 0 && down === 0
        ? []
        : [{ at: { x: x + (width * (across + 1)) / 2, y: y + (height * (down + 1)) / 2 }, across, down }],
    ),
  );

/** The box after a handle was dragged by `delta`: no side passes what the box holds, or the other side nearer than `least`. */
export function resizedBy(
  { x, y, width, height }: Rectangle,
  { across, down }: Handle,
  delta: Point,
  { least, holds }: ResizeLimit,
): Rectangle {
  const held = {
    width: holds === undefined ? 0 : across === -1 ? x + width - holds.x : holds.x + holds.width - x,
    height: holds === undefined ? 0 : down === -1 ? y + height - holds.y : holds.y + holds.height - y,
  };
  const newWidth = across === 0 ? width : Math.max(least.width, held.width, width + across * delta.x);
  const newHeight = down === 0 ? height : Math.max(least.height, held.height, height + down * delta.y);
  return {
    x: across === -1 ? x + width - newWidth : x,
    y: down === -1 ? y + height - newHeight : y,
    width: newWidth,
    height: newHeight,
  };
}

/** The two ends of an edge, which can be dragged elsewhere. */
export function endsOf({ points }: SceneEdge): { readonly end: 'from' | 'to'; readonly at: Point }[] {
  const first = points[0];
  const last = points.at(-1);
  return first && last
    ? [
        { end: 'from', at: first },
        { end: 'to', at: last },
      ]
    : [];
}

/** How far outside of a group's sides the places lie that connections are drawn from, px of the canvas: clear of what resizes it. */
export const outsideGroup = 16;

/** The middles of a box's sides: where connections are drawn from. */
export const middlesOf = ({ x, y, width, height }: Rectangle): { readonly side: Side; readonly at: Point }[] => [
  { side: 'top', at: { x: x + width / 2, y } },
  { side: 'right', at: { x: x + width, y: y + height / 2 } },
  { side: 'bottom', at: { x: x + width / 2, y: y + height } },
  { side: 'left', at: { x, y: y + height / 2 } },
];
