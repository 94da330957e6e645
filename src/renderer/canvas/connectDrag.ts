/** Lines that are drawn from one thing to another, or whose end is led elsewhere. */
import { nearestSide, type Point, type Rectangle, type Side } from '../../core/base/geometry.ts';
import { placeOf } from './dragPlace.ts';
import type { SceneGestures } from './gestures.ts';
import { hitTest } from './hitTest.ts';
import type { Drag, Press } from './pointerWork.ts';
import type { Stage } from './stage.ts';

/** The middle of the side of a box that faces a place. */
export function facing({ x, y, width, height }: Rectangle, to: Point): Point {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const across = (to.x - middle.x) / width;
  const down = (to.y - middle.y) / height;
  if (Math.abs(across) > Math.abs(down)) return { x: across > 0 ? x + width : x, y: middle.y };
  return { x: middle.x, y: down > 0 ? y + height : y };
}

function middleOfSide({ x, y, width, height }: Rectangle, side: Side): Point {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const places: Readonly<Record<Side, Point>> = {
    top: { x: middle.x, y },
    right: { x: x + width, y: middle.y },
    bottom: { x: middle.x, y: y + height },
    left: { x, y: middle.y },
  };
  return places[side];
}

/** The node or group that an arrow's end is over. */
function targetAt(stage: Stage, press: Press): string | undefined {
  const options = { editing: true, connecting: false, resizable: undefined, reconnectable: undefined };
  const hit = hitTest(stage.picture(), stage.view(), press.at, options);
  return hit.kind === 'node' || hit.kind === 'group' ? hit.id : undefined;
}

/** An arrow from where a node's border was pressed to wherever the pointer is. */
export function connectDrag(stage: Stage, gestures: SceneGestures, press: Press, from: string): Drag | undefined {
  const node = stage.picture().nodes.get(from) ?? stage.picture().groups.get(from);
  if (node === undefined) return undefined;
  const leaves = nearestSide(node, placeOf(stage, press));
  const start = middleOfSide(node, leaves);
  let target: string | undefined;
  return {
    move: (to) => {
      const at = placeOf(stage, to);
      const over = targetAt(stage, to);
      target = over !== undefined && over !== from && (gestures.canConnect?.(from, over) ?? true) ? over : undefined;
      const box = target && (stage.picture().nodes.get(target) ?? stage.picture().groups.get(target));
      stage.setLive({ connection: { from: start, to: box ? facing(box, start) : at, target } });
    },
    end: (to) => {
      stage.setLive({ connection: undefined });
      const over = targetAt(stage, to);
      // Back onto its own node, or onto one that it may not lead to: nothing was meant, or nothing can be.
      if (target === undefined && over !== undefined && stage.picture().nodes.has(over)) return;
      gestures.onConnect?.({ from, leaves, at: placeOf(stage, to), ...(target === undefined ? {} : { to: target }) });
    },
    cancel: () => stage.setLive({ connection: undefined }),
  };
}

/** Leads one end of an edge to something else; undefined where the edge is not in the picture. */
export function reconnectDrag(stage: Stage, gestures: SceneGestures, id: string, end: 'from' | 'to'): Drag | undefined {
  const edge = stage.picture().edges.get(id);
  if (edge === undefined) return undefined;
  const other = end === 'from' ? edge.to : edge.from;
  const fixed = (end === 'from' ? edge.points.at(-1) : edge.points[0]) ?? { x: 0, y: 0 };
  let target: string | undefined;
  const allowed = (over: string) =>
    end === 'from' ? (gestures.canConnect?.(over, other) ?? true) : (gestures.canConnect?.(other, over) ?? true);
  return {
    move: (to) => {
      const at = placeOf(stage, to);
      const over = targetAt(stage, to);
      target = over !== undefined && over !== other && allowed(over) ? over : undefined;
      const box = target && (stage.picture().nodes.get(target) ?? stage.picture().groups.get(target));
      const free = box ? facing(box, fixed) : at;
      stage.setLive({
        connection: end === 'to' ? { from: fixed, to: free, target } : { from: free, to: fixed, target },
      });
    },
    end: (press) => {
      stage.setLive({ connection: undefined });
      gestures.onReconnect?.({
        edge: id,
        end,
        at: placeOf(stage, press),
        ...(target === undefined ? {} : { to: target }),
      });
    },
    cancel: () => stage.setLive({ connection: undefined }),
  };
}
