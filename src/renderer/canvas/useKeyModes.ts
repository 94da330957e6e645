import { useEffect, useState } from 'react';
import type { Rectangle } from '../../core/base/geometry.ts';
import { facing } from './connectDrag.ts';
import type { Direction } from './directions.ts';
import { nameIn } from './edgesOfNode.ts';
import type { SceneGestures } from './gestures.ts';
import { onlyOne } from './gestureWork.ts';
import { resizedBy } from './handles.ts';
import type { Stage } from './stage.ts';
import type { CanvasTarget } from './targets.ts';

/** What the keys are about until Enter ends it or Escape gives it up. */
type Mode =
  | { readonly kind: 'connect'; readonly from: string }
  /** `other` is where the edge's other end stays, `began` where it was taken hold of. */
  | { readonly kind: 'reconnect'; readonly edge: string; readonly end: 'from' | 'to'; readonly other: string }
  | { readonly kind: 'resize'; readonly id: string; readonly rectangle: Rectangle };

/** What the arrow keys do in place of going from thing to thing: connecting, reconnecting, resizing. */
export interface KeyModes {
  readonly on: Mode['kind'] | undefined;
  /** What the keys do now, as a sentence. */
  readonly hint: string | undefined;
  /** Draws a connection from a node. */
  readonly connectFrom: (id: string) => void;
  /** Leads the selected edge elsewhere, at its end away from this node; or resizes the node or group. */
  readonly reshape: (id: string) => void;
  /** Whether arrow keys may go to a node or group now. */
  readonly allows: (id: string) => boolean;
  /** To be called when a target gets the focus. */
  readonly follow: (target: CanvasTarget) => void;
  /** Makes what is resized wider, narrower, taller or shorter by so many px. */
  readonly stretch: (direction: Direction, distance: number) => void;
  /** To be called where an arrow key found nothing in its direction. */
  readonly foundNone: (direction: Direction) => void;
  /** Does it, and ends; where it can't be done, says why and goes on. */
  readonly finish: (target: CanvasTarget) => void;
  readonly giveUp: () => void;
}

const growth: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Connecting, reconnecting and resizing by keyboard: each begun by a key, led by arrows, ended by Enter. */
export function useKeyModes(stage: Stage | undefined, gestures: SceneGestures, say: (text: string) => void): KeyModes {
  const [mode, setMode] = useState<Mode>();
  /** Why the last key did nothing. */
  const [trouble, setTrouble] = useState<string>();
  const { selection, canConnect, onConnect, onReconnect, onResize, resizable, locked } = gestures;
  const picture = () => stage?.picture();
  const boxOf = (id: string) => picture()?.nodes.get(id) ?? picture()?.groups.get(id);
  const nameOf = (id: string) => (stage ? nameIn(stage.picture(), id) : '');

  const begin = (next: Mode) => {
    setTrouble(undefined);
    setMode(next);
  };
  const giveUp = () => {
    setTrouble(undefined);
    setMode(undefined);
    stage?.setLive({ connection: undefined, resized: undefined });
  };
  // Whoever takes the pointer means something else.
  useEffect(() => {
    if (!mode) return undefined;
    const stop = () => {
      setMode(undefined);
      stage?.setLive({ connection: undefined, resized: undefined });
    };
    window.addEventListener('pointerdown', stop);
    return () => window.removeEventListener('pointerdown', stop);
  }, [mode, stage]);

  const reshape = (id: string) => {
    const edge = picture()?.edges.get(onlyOne(selection) ?? '');
    if (edge && onReconnect && !locked?.has(edge.id)) {
      const end = edge.to === id ? 'from' : 'to';
      return begin({ kind: 'reconnect', edge: edge.id, end, other: end === 'to' ? edge.from : edge.to });
    }
    const box = boxOf(id);
    if (!box || !onResize || locked?.has(id) || !resizable?.(id)) return;
    const { x, y, width, height } = box;
    begin({ kind: 'resize', id, rectangle: { x, y, width, height } });
    stage?.setLive({ resized: { x, y, width, height } });
  };

  const fits = (from: string, to: string) => from !== to && (canConnect?.(from, to) ?? true);
  const isEnd = (id: string): boolean => {
    if (mode?.kind === 'connect') return fits(mode.from, id);
    if (mode?.kind === 'reconnect') return mode.end === 'to' ? fits(mode.other, id) : fits(id, mode.other);
    return false;
  };

  const follow = (target: CanvasTarget) => {
    setTrouble(undefined);
    if (!stage || (mode?.kind !== 'connect' && mode?.kind !== 'reconnect')) return;
    const stays = boxOf(mode.kind === 'connect' ? mode.from : mode.other);
    const goes = isEnd(target.node) ? boxOf(target.node) : undefined;
    if (!stays || !goes) return stage.setLive({ connection: undefined });
    const start = facing(stays, goes);
    const ends = { stays: start, goes: facing(goes, start) };
    const backwards = mode.kind === 'reconnect' && mode.end === 'from';
    stage.setLive({
      connection: {
        from: backwards ? ends.goes : ends.stays,
        to: backwards ? ends.stays : ends.goes,
        target: target.node,
      },
    });
  };

  const stretch = (direction: Direction, distance: number) => {
    const limit = mode?.kind === 'resize' ? resizable?.(mode.id) : undefined;
    if (mode?.kind !== 'resize' || !limit) return;
    const { x, y } = growth[direction];
    const handle = { at: mode.rectangle, across: x === 0 ? 0 : 1, down: y === 0 ? 0 : 1 } as const;
    const rectangle = resizedBy(mode.rectangle, handle, { x: x * distance, y: y * distance }, limit);
    setMode({ ...mode, rectangle });
    stage?.setLive({ resized: rectangle });
  };

  const finish = (target: CanvasTarget) => {
    if (mode !== undefined && mode.kind !== 'resize' && !isEnd(target.node)) {
      const { scene } = picture() ?? {};
      const others = [...(scene?.nodes ?? []), ...(scene?.groups ?? [])].some(({ id }) => isEnd(id));
      setTrouble(noEnd(mode, target.node, nameOf, others));
      return;
    }
    giveUp();
    if (mode?.kind === 'resize') onResize?.({ id: mode.id, rectangle: mode.rectangle, phase: 'end' });
    const at = { x: target.x, y: target.y };
    if (mode?.kind === 'connect') onConnect?.({ from: mode.from, to: target.node, at });
    if (mode?.kind === 'reconnect') {
      const edge = picture()?.edges.get(mode.edge);
      if (edge?.[mode.end] === target.node) say(`The line stays at ${nameOf(target.node)}`);
      else onReconnect?.({ edge: mode.edge, end: mode.end, to: target.node, at });
    }
  };

  return {
    on: mode?.kind,
    hint: mode && (trouble ?? hintOf(mode, nameOf)),
    connectFrom: (id) => {
      if (onConnect && boxOf(id)) begin({ kind: 'connect', from: id });
    },
    foundNone: (direction) => {
      if (mode !== undefined && mode.kind !== 'resize') setTrouble(noneThere(direction));
    },
    reshape,
    allows: (id) => mode === undefined || isEnd(id) || (mode.kind === 'connect' && id === mode.from),
    follow,
    stretch,
    finish,
    giveUp,
  };
}

const sides: Readonly<Record<Direction, string>> = {
  left: 'to the left',
  right: 'to the right',
  up: 'above',
  down: 'below',
};

/** That an arrow key leads nowhere. */
const noneThere = (direction: Direction): string =>
  `Nothing ${sides[direction]} that it could lead to: try another arrow key, or Escape to give up`;

/** Why a line can't end at a part. `others`: it could end elsewhere. */
function noEnd(
  mode: Exclude<Mode, { kind: 'resize' }>,
  at: string,
  nameOf: (id: string) => string,
  others: boolean,
): string {
  if (!others) return 'There is nothing here that it could lead to: Escape, then / adds a part';
  const stays = mode.kind === 'connect' ? mode.from : mode.other;
  const choose = 'choose another end by arrow key, or Escape to give up';
  if (at === stays) return `${nameOf(stays)} can’t lead to itself: ${choose}`;
  return `${nameOf(stays)} and ${nameOf(at)} can’t be connected, since one holds the other: ${choose}`;
}

function hintOf(mode: Mode, nameOf: (id: string) => string): string {
  switch (mode.kind) {
    case 'connect':
      return `Connecting from ${nameOf(mode.from)}: arrow keys choose, Enter connects, Escape gives up`;
    case 'reconnect': {
      const what = mode.end === 'to' ? `the line from ${nameOf(mode.other)}` : `the line to ${nameOf(mode.other)}`;
      return `Leading ${what} elsewhere: arrow keys choose, Enter connects, Escape gives up`;
    }
    case 'resize': {
      const { width, height } = mode.rectangle;
      return `${Math.round(width)} × ${Math.round(height)}: arrow keys resize, with Shift by more, Enter keeps, Escape gives up`;
    }
  }
}
