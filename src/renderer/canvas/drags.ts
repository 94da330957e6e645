/** What a press on the canvas begins, by what it was on: each a Drag that shows itself on the stage and reports to the view. */
import { nearestSide, type Point, type Rectangle, type Side } from '../../core/base/geometry.ts';
import type { Move, ResizeLimit, SceneGestures, SnapAsk } from './gestures.ts';
import { type Handle, resizedBy } from './handles.ts';
import { hitTest } from './hitTest.ts';
import { stillLife } from './live.ts';
import type { Picture } from './picture.ts';
import type { Drag, Press } from './pointerWork.ts';
import { liesIn, touches } from './spatialGrid.ts';
import type { Stage } from './stage.ts';
import { seenPart, toScene } from './view.ts';

/** How near a line must be for what is dragged to snap to it, px of the screen. */
const snapReach = 6;

const snapAsk = (stage: Stage): SnapAsk => ({
  reach: snapReach / stage.view().zoom,
  seen: seenPart(stage.view(), stage.size()),
});

/** Where the pointer is in the scene. The view may move while a drag lasts. */
const placeOf = (stage: Stage, press: Press): Point => toScene(stage.view(), press.at);

/** Moves the view with the pointer. */
export function panDrag(stage: Stage): Drag {
  let before: Point = { x: 0, y: 0 };
  return {
    scrolls: false,
    move: (_, by) => {
      const view = stage.view();
      stage.setView({ ...view, x: view.x + by.x - before.x, y: view.y + by.y - before.y });
      before = by;
    },
  };
}

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

/** The group that a thing lies in. */
function parentOf(picture: Picture, gestures: SceneGestures, id: string): string | undefined {
  if (gestures.parentOf) return gestures.parentOf(id);
  const box = picture.nodes.get(id) ?? picture.groups.get(id);
  return box && picture.groupAround(box, new Set([id]))?.id;
}

/** Some things with everything that lies in those that are groups. */
export function withContent(picture: Picture, gestures: SceneGestures, ids: Iterable<string>): Set<string> {
  const all = new Set(ids);
  if (![...all].some((id) => picture.groups.has(id))) return all;
  const isInside = (id: string): boolean => {
    const seen = new Set<string>();
    for (
      let parent = parentOf(picture, gestures, id);
      parent !== undefined;
      parent = parentOf(picture, gestures, parent)
    ) {
      if (all.has(parent)) return true;
      if (seen.has(parent)) return false;
      seen.add(parent);
    }
    return false;
  };
  for (const { id } of [...picture.scene.groups, ...picture.scene.nodes]) if (isInside(id)) all.add(id);
  return all;
}

/** What can be moved of the selection. What lies in a group that is selected too moves with it. */
export function movable(picture: Picture, gestures: SceneGestures, ids: Iterable<string>): string[] {
  const taken = [...ids].filter((id) => (picture.nodes.has(id) || picture.groups.has(id)) && !gestures.locked?.has(id));
  if (!taken.some((id) => picture.groups.has(id))) return taken;
  const set = new Set(taken);
  return taken.filter((id) => {
    for (let parent = parentOf(picture, gestures, id), depth = 0; parent !== undefined && depth < 32; depth += 1) {
      if (set.has(parent)) return false;
      parent = parentOf(picture, gestures, parent);
    }
    return true;
  });
}

/** The upper left corners of these things; those that are not in the picture are left out. */
export const placesOf = (picture: Picture, ids: Iterable<string>): Record<string, Point> => {
  const places: Record<string, Point> = {};
  for (const id of ids) {
    const box = picture.nodes.get(id) ?? picture.groups.get(id);
    if (box) places[id] = { x: box.x, y: box.y };
  }
  return places;
};

const moved = (places: Readonly<Record<string, Point>>, { x, y }: Point): Record<string, Point> =>
  Object.fromEntries(Object.entries(places).map(([id, at]) => [id, { x: at.x + x, y: at.y + y }]));

const axisOf = ({ x, y }: Point): 'x' | 'y' => (Math.abs(x) > Math.abs(y) ? 'x' : 'y');

const nothing: ReadonlySet<string> = new Set();

/**
 * Moves what was taken hold of. It stays where it was dropped until the view's next scene is there; `settle` is called with
 * what to do when that is so.
 */
export function moveDrag(
  stage: Stage,
  gestures: SceneGestures,
  from: Press,
  ids: readonly string[],
  settle: (done: () => void) => void,
): Drag | undefined {
  const picture = stage.picture();
  const all = withContent(picture, gestures, ids);
  const places = placesOf(picture, all);
  const [first] = ids;
  const anchorAt = first === undefined ? undefined : places[first];
  if (first === undefined || anchorAt === undefined) return undefined;
  const start = placeOf(stage, from);
  const groupAt = (at: Point) =>
    gestures.nesting ? stage.picture().groupAround({ ...at, width: 0, height: 0 }, all)?.id : undefined;
  const began = groupAt(start);
  const parents = gestures.nesting ? ids.map((id) => parentOf(picture, gestures, id)) : [];
  const moving = { ids: all, anchor: { id: first, at: anchorAt } };
  let delta: Point = { x: 0, y: 0 };
  let into: string | undefined;
  // Of several things some may lie in other groups: they stay in them unless the pointer has gone over a border.
  const isElsewhere = () => parents.some((parent) => parent !== into) && (into !== began || parents.length === 1);
  const report = (phase: Move['phase'], press: Press, by = delta) =>
    gestures.onMove?.({
      phase,
      ids,
      delta: by,
      positions: moved(places, delta),
      by: 'pointer',
      copy: press.alt,
      ...(phase === 'end' && isElsewhere() ? { into: { group: into } } : {}),
    });
  /** How far it is from where the picture has it now, which may have been laid out anew meanwhile; undefined: it is gone. */
  const deltaNow = (): Point | undefined => {
    const now = placesOf(stage.picture(), [first])[first];
    return now && { x: anchorAt.x + delta.x - now.x, y: anchorAt.y + delta.y - now.y };
  };
  const clear = () => stage.setLive({ moving: undefined, guides: [], dropInto: undefined });
  let reported = false;
  return {
    move: (to) => {
      if (!reported) report('start', to);
      reported = true;
      const now = placeOf(stage, to);
      const raw = { x: Math.round(now.x - start.x), y: Math.round(now.y - start.y) };
      const along = to.shift ? axisOf(raw) : undefined;
      const wanted = { x: along === 'y' ? 0 : raw.x, y: along === 'x' ? 0 : raw.y };
      const snapped = to.command ? undefined : gestures.snap?.(ids, wanted, { ...snapAsk(stage), along, copy: to.alt });
      delta = snapped?.delta ?? wanted;
      into = groupAt(now);
      stage.setLive({
        moving: {
          ...moving,
          hidden: to.alt ? nothing : all,
          delta,
          edges: to.alt ? [] : gestures.routeEdges?.(moved(places, delta)),
        },
        guides: snapped?.guides ?? [],
        dropInto: isElsewhere() ? into : undefined,
      });
      report('during', to);
    },
    end: (at) => {
      const by = deltaNow();
      if (!by || (by.x === 0 && by.y === 0)) {
        clear();
        if (by) report('end', at, by);
        return;
      }
      stage.setLive({ guides: [], dropInto: undefined });
      settle(() => stage.setLive({ moving: undefined }));
      report('end', at, by);
    },
    cancel: () => {
      delta = { x: 0, y: 0 };
      report('cancel', from);
      clear();
    },
  };
}

/**
 * Makes a node or group wider, narrower, taller or shorter by one of its handles; undefined where it is not in the
 * picture.
 */
export function resizeDrag(
  stage: Stage,
  gestures: SceneGestures,
  from: Press,
  { id, handle }: { readonly id: string; readonly handle: Handle },
): Drag | undefined {
  const picture = stage.picture();
  const box = picture.groups.get(id) ?? picture.nodes.get(id);
  const limit = gestures.resizable?.(id);
  if (box === undefined || limit === undefined || gestures.locked?.has(id)) return undefined;
  const before: Rectangle = { x: box.x, y: box.y, width: box.width, height: box.height };
  const start = placeOf(stage, from);
  let rectangle = before;
  let began = false;
  const clear = () => stage.setLive({ resized: undefined, guides: [] });
  return {
    move: (to) => {
      if (!began) gestures.onResize?.({ id, rectangle, phase: 'start' });
      began = true;
      const now = placeOf(stage, to);
      const delta = { x: Math.round(now.x - start.x), y: Math.round(now.y - start.y) };
      const wanted = resizedBy(before, handle, delta, limit);
      const snapped = to.command ? undefined : gestures.snapResize?.(id, wanted, handle, snapAsk(stage));
      const allowed = snapped && within(snapped.rectangle, limit);
      rectangle = allowed ? snapped.rectangle : wanted;
      stage.setLive({ resized: rectangle, guides: allowed ? snapped.guides : [] });
      gestures.onResize?.({ id, rectangle, phase: 'during' });
    },
    end: () => {
      clear();
      gestures.onResize?.({ id, rectangle, phase: 'end' });
    },
    cancel: () => {
      clear();
      gestures.onResize?.({ id, rectangle: before, phase: 'cancel' });
    },
  };
}

/** Whether a box may be as it is. */
const within = (box: Rectangle, { least, holds }: ResizeLimit): boolean =>
  box.width >= least.width && box.height >= least.height && (holds === undefined || liesIn(holds, box));

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

/** Everything that a gesture may leave behind. */
export const clearGesture = (stage: Stage): void => {
  const { hovered, focused, hoveredEdge } = stage.live();
  stage.setLive({ ...stillLife, hovered, focused, hoveredEdge });
};
