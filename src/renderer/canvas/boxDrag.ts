import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { placeOf } from './dragPlace.ts';
import type { SceneGestures } from './gestures.ts';
import type { Picture } from './picture.ts';
import type { Drag, Press } from './pointerWork.ts';
import { liesIn, touches } from './spatialGrid.ts';
import type { Stage } from './stage.ts';

const boxOf = (from: Point, to: Point): Rectangle => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});

/** Nodes that the box touches; groups and edges that lie in it. */
function inBox(picture: Picture, box: Rectangle): Set<string> {
  const ids = new Set<string>();
  for (const node of picture.nodesIn(box)) if (touches(node, box)) ids.add(node.id);
  for (const group of picture.groupsIn(box)) if (liesIn(group, box)) ids.add(group.id);
  for (const edge of picture.edgesIn(box))
    if (!edge.quiet && edge.points.every((point) => liesIn({ ...point, width: 0, height: 0 }, box))) ids.add(edge.id);
  return ids;
}

/** Draws a box whose content becomes the selection; with Shift or Ctrl/Cmd it is added to what is selected. */
export function boxDrag(stage: Stage, gestures: SceneGestures, from: Press): Drag {
  const start = placeOf(stage, from);
  const kept = from.shift || from.command ? (gestures.selection ?? []) : [];
  const boxed = () =>
    new Set([...kept, ...(stage.live().box ? inBox(stage.picture(), stage.live().box ?? boxOf(start, start)) : [])]);
  return {
    move: (to) => {
      stage.setLive({ box: boxOf(start, placeOf(stage, to)) });
      stage.setLive({ boxed: boxed() });
    },
    end: () => {
      const selected = boxed();
      stage.setLive({ box: undefined, boxed: undefined });
      gestures.onSelect?.(selected);
    },
    cancel: () => stage.setLive({ box: undefined, boxed: undefined }),
  };
}
