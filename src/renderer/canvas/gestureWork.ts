/** Joins pointers, stage and view: what is pressed, hovered and clicked, and what the view is told of it. */
import type { Point } from '../../core/base/geometry.ts';
import { boxDrag } from './boxDrag.ts';
import { connectDrag, reconnectDrag } from './connectDrag.ts';
import type { SceneGestures } from './gestures.ts';
import { canBegin, type Hit, hitTest } from './hitTest.ts';
import { moveDrag } from './moveDrag.ts';
import { panDrag } from './panDrag.ts';
import type { Drag, PointerWork, Press } from './pointerWork.ts';
import { resizeDrag } from './resizeDrag.ts';
import type { Stage } from './stage.ts';
import { movable } from './taken.ts';
import { toScene, zoomedAt } from './view.ts';

/** What the canvas does for gestures that no view asked to be told of. */
export interface GestureHost {
  readonly gestures: () => SceneGestures;
  /** A node, or a row in it, was clicked where the view takes no selection of ids. */
  readonly choose: (id: string | undefined) => void;
  /** The pointer came onto a node, or left it. */
  readonly pointAt: (id: string | undefined) => void;
  readonly focus: (id: string) => void;
  readonly zoomTo: (id: string) => void;
  readonly userMoved: () => void;
  readonly settle: (done: () => void) => void;
}

const cursors: Readonly<Record<Hit['kind'], string>> = {
  node: 'pointer',
  border: 'crosshair',
  edge: 'pointer',
  end: 'move',
  handle: 'resize',
  group: 'move',
  ground: '',
};

function cursorOf(hit: Hit, editing: boolean, canMove: boolean): string {
  if (hit.kind === 'handle') {
    const { across, down } = hit.handle;
    if (across === 0) return 'ns-resize';
    if (down === 0) return 'ew-resize';
    return across === down ? 'nwse-resize' : 'nesw-resize';
  }
  if (hit.kind === 'node' && canMove) return editing ? 'move' : 'grab';
  return cursors[hit.kind];
}

/** What the thing is that was hit, if it can be selected. */
function idOf(hit: Hit): string | undefined {
  switch (hit.kind) {
    case 'node':
    case 'border':
    case 'edge':
    case 'group':
    case 'handle':
      return hit.id;
    case 'end':
      return hit.edge;
    case 'ground':
      return undefined;
  }
}

/** The one thing that is selected. */
export const onlyOne = (ids: ReadonlySet<string> | undefined): string | undefined =>
  ids?.size === 1 ? ids.values().next().value : undefined;

/** Makes gestures out of what the pointer does: what is below it decides what a press, a drag or a click means. */
export function gestureWork(area: HTMLElement, stage: Stage, host: GestureHost): PointerWork {
  const hitAt = (at: Point): Hit => {
    const { onSelect, onConnect, onReconnect, onResize, resizable, selection, locked } = host.gestures();
    const one = onlyOne(selection);
    return hitTest(stage.picture(), stage.view(), at, {
      editing: onSelect !== undefined,
      connecting: onConnect !== undefined,
      handles: stage.live().handles,
      resizable: one !== undefined && onResize && resizable?.(one) && !locked?.has(one) ? one : undefined,
      reconnectable: onReconnect ? one : undefined,
    });
  };

  /** What a press on a thing takes hold of: all that is selected if it is, else the thing alone, which then is. */
  const takeHold = (id: string, press: Press): readonly string[] => {
    const { selection, onSelect } = host.gestures();
    if (selection?.has(id)) return [...selection];
    if (!onSelect) return [id];
    const taken = new Set(press.shift || press.command ? [...(selection ?? []), id] : [id]);
    onSelect(taken);
    return [...taken];
  };

  /** A group that is selected is taken hold of by its ground too; with Shift or Ctrl a box adds to what is selected, and a finger pans. */
  const holds = (group: string, { shift, command, touch }: Press): boolean => {
    const { selection, onMove, locked } = host.gestures();
    return (
      !shift && !command && !touch && onMove !== undefined && selection?.has(group) === true && !locked?.has(group)
    );
  };

  const ground = (from: Press): Drag =>
    host.gestures().onSelect && !from.touch ? boxDrag(stage, host.gestures(), from) : panning();
  const panning = (): Drag => {
    host.userMoved();
    return panDrag(stage);
  };

  const dragOf = (from: Press): Drag | undefined => {
    const gestures = host.gestures();
    const hit = hitAt(from.at);
    switch (hit.kind) {
      case 'border':
        return connectDrag(stage, gestures, from, hit.id);
      case 'handle':
        return resizeDrag(stage, gestures, from, hit);
      case 'end':
        return reconnectDrag(stage, gestures, hit.edge, hit.end);
      case 'node':
      case 'group': {
        if (!gestures.onMove) return ground(from);
        const ids = movable(stage.picture(), gestures, takeHold(hit.id, from));
        return ids.length === 0 ? ground(from) : moveDrag(stage, gestures, from, ids, host.settle);
      }
      case 'edge':
        // A finger that begins on a line by chance means the ground.
        if (from.touch) return ground(from);
        takeHold(hit.id, from);
        return undefined;
      case 'ground': {
        const held = hit.group !== undefined && holds(hit.group, from) ? hit.group : undefined;
        const ids = held === undefined ? [] : movable(stage.picture(), gestures, gestures.selection ?? []);
        return ids.length === 0 ? ground(from) : moveDrag(stage, gestures, from, ids, host.settle);
      }
    }
  };

  const click = (press: Press) => {
    const { onSelect, selection, onGround } = host.gestures();
    const hit = hitAt(press.at);
    if (!onSelect) {
      host.choose(hit.kind === 'node' ? (hit.row ?? hit.id) : undefined);
      return;
    }
    // The ground of a group belongs to it for a click; a drag on it selects by box.
    const id = idOf(hit) ?? (hit.kind === 'ground' ? hit.group : undefined);
    if (id === undefined) {
      if (!press.shift && !press.command) onSelect(new Set());
      onGround?.(toScene(stage.view(), press.at), 1);
      return;
    }
    if (press.shift || press.command) {
      const next = new Set(selection);
      if (!next.delete(id)) next.add(id);
      onSelect(next);
    } else onSelect(new Set([id]));
    if (stage.picture().nodes.has(id) || stage.picture().groups.has(id)) host.focus(id);
  };

  /** What shows that a connection can be drawn from it: what the pointer is on, or the selected group that it is in. */
  const withHandles = (hit: Hit, { selection }: SceneGestures): string | undefined => {
    if (hit.kind === 'ground') return hit.group !== undefined && selection?.has(hit.group) ? hit.group : undefined;
    if (hit.kind === 'end' || hit.kind === 'edge') return undefined;
    const node = stage.picture().nodes.get(hit.id);
    return node && !canBegin(node, stage.view().zoom) ? undefined : hit.id;
  };

  return {
    drag: (from, button) => {
      host.pointAt(undefined);
      const drag = button === 'pan' ? panning() : dragOf(from);
      stage.setLive({ hoveredEdge: undefined, border: undefined, handles: undefined });
      return drag;
    },
    click,
    doubleClick: (press) => {
      const { onOpen, onGround } = host.gestures();
      const hit = hitAt(press.at);
      const id = idOf(hit);
      if (id === undefined) onGround?.(toScene(stage.view(), press.at), 2);
      else if (onOpen) onOpen(id);
      else if (hit.kind === 'node') host.zoomTo(id);
    },
    menu: (press) => {
      const { onMenu, onSelect, selection } = host.gestures();
      if (!onMenu) return;
      const hit = hitAt(press.at);
      const id = idOf(hit) ?? (hit.kind === 'ground' ? hit.group : undefined);
      if (id !== undefined && !selection?.has(id)) onSelect?.(new Set([id]));
      const { left, top } = area.getBoundingClientRect();
      onMenu({
        id,
        at: toScene(stage.view(), press.at),
        inWindow: { x: press.at.x + left, y: press.at.y + top },
      });
    },
    hover: (press) => {
      const gestures = host.gestures();
      const hit = press && hitAt(press.at);
      const edge = hit?.kind === 'edge' ? hit.id : undefined;
      if (edge !== stage.live().hoveredEdge) {
        stage.setLive({ hoveredEdge: edge });
        gestures.onEdgeHover?.(edge);
      }
      const border = hit?.kind === 'border' ? hit.id : undefined;
      if (border !== stage.live().border) stage.setLive({ border });
      const handles = hit && gestures.onConnect ? withHandles(hit, gestures) : undefined;
      if (handles !== stage.live().handles) stage.setLive({ handles });
      const node = hit?.kind === 'node' || hit?.kind === 'border' ? hit.id : undefined;
      host.pointAt(node !== undefined && stage.picture().nodes.has(node) ? node : undefined);
      const held = press && hit?.kind === 'ground' && hit.group !== undefined && holds(hit.group, press);
      const cursor = held
        ? cursors.group
        : hit
          ? cursorOf(hit, gestures.onSelect !== undefined, gestures.onMove !== undefined)
          : '';
      if (area.style.cursor !== cursor) area.style.cursor = cursor;
    },
    pan: ({ x, y }) => {
      host.userMoved();
      const view = stage.view();
      stage.setView({ ...view, x: view.x + x, y: view.y + y });
    },
    zoom: (factor, at) => {
      host.userMoved();
      stage.setView(zoomedAt(stage.view(), factor, at));
    },
  };
}
