import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/core/base/geometry.ts';
import type { Scene, SceneNode } from '../../../src/core/scene/scene.ts';
import type { Move, Resize, SceneGestures, SnapAsk } from '../../../src/renderer/canvas/gestures.ts';
import { handlesOf } from '../../../src/renderer/canvas/handles.ts';
import { type Live, stillLife } from '../../../src/renderer/canvas/live.ts';
import { moveDrag } from '../../../src/renderer/canvas/moveDrag.ts';
import { type Picture, pictureOf } from '../../../src/renderer/canvas/picture.ts';
import type { Press } from '../../../src/renderer/canvas/pointerWork.ts';
import { resizeDrag } from '../../../src/renderer/canvas/resizeDrag.ts';
import type { Stage } from '../../../src/renderer/canvas/stage.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number, y: number) => sceneNode(id, { x, y, width: 20, height: 20 });
const group = (id: string, x: number) => ({ id, x, y: 0, width: 200, height: 200, depth: 0, texts: [] });
const sceneWith = (nodes: readonly SceneNode[]) => sceneOf({ nodes, groups: [group('left', 0), group('right', 300)] });
const parents: Readonly<Record<string, string>> = { in: 'left' };

/** A stage that remembers what it was told, at a zoom of 2. */
function stageOf(scene: Scene) {
  let picture: Picture = pictureOf(scene);
  let live: Live = stillLife;
  const stage = {
    view: () => ({ x: 0, y: 0, zoom: 2 }),
    size: () => ({ width: 1000, height: 800 }),
    picture: () => picture,
    live: () => live,
    setLive: (change: Partial<Live>) => {
      live = { ...live, ...change };
    },
  } as unknown as Stage;
  return {
    stage,
    show: (next: Scene) => {
      picture = pictureOf(next);
    },
  };
}

const press = (x: number, y: number, keys: Partial<Press> = {}): Press => ({
  at: { x: x * 2, y: y * 2 },
  shift: false,
  alt: false,
  command: false,
  touch: false,
  ...keys,
});
const none: Point = { x: 0, y: 0 };

function hold(ids: readonly string[], from: Press, more: Partial<SceneGestures> = {}) {
  const moves: Move[] = [];
  const settling: (() => void)[] = [];
  const world = stageOf(sceneWith([node('in', 50, 50), node('out', 250, 50), node('far', 250, 150)]));
  const gestures: SceneGestures = {
    nesting: true,
    parentOf: (id) => parents[id],
    onMove: (move) => void moves.push(move),
    ...more,
  };
  const drag = moveDrag(world.stage, gestures, from, ids, (done) => settling.push(done));
  if (!drag) throw new Error('Nothing to drag.');
  const end = (at: Press) => {
    drag.move(at, none);
    drag.end?.(at);
    return moves.at(-1);
  };
  return { ...world, drag, moves, settling, end };
}

describe('a move', () => {
  it('goes into the group below the pointer, and out of its own', () => {
    expect(hold(['out'], press(260, 60)).end(press(400, 60))).toMatchObject({
      delta: { x: 140, y: 0 },
      into: { group: 'right' },
    });
    expect(hold(['in'], press(60, 60)).end(press(250, 60))?.into).toEqual({ group: undefined });
    expect(hold(['in'], press(60, 60)).end(press(90, 60))?.into).toBeUndefined();
  });

  it('of several leaves each in its group while the pointer stays where it was', () => {
    expect(hold(['out', 'in'], press(260, 60)).end(press(262, 66))?.into).toBeUndefined();
    expect(hold(['out', 'in'], press(260, 60)).end(press(400, 60))?.into).toEqual({ group: 'right' });
  });

  it('is held to one axis by Shift, whatever it could snap to', () => {
    const asked: SnapAsk[] = [];
    const { end } = hold(['out'], press(260, 60), {
      snap: (_, delta, ask) => {
        asked.push(ask);
        return { delta, guides: [] };
      },
    });
    expect(end(press(290, 66, { shift: true }))?.delta).toEqual({ x: 30, y: 0 });
    expect(asked[0]).toMatchObject({ along: 'x', reach: 3 });
  });

  it('snaps nowhere while Ctrl is down', () => {
    const { end } = hold(['out'], press(260, 60), { snap: () => ({ delta: { x: 99, y: 99 }, guides: [] }) });
    expect(end(press(270, 60, { command: true }))?.delta).toEqual({ x: 10, y: 0 });
  });

  it('with Alt leaves what it takes hold of where it is, for as long as Alt is down', () => {
    const { drag, stage, end } = hold(['out'], press(260, 60));
    drag.move(press(280, 60, { alt: true }), none);
    expect(stage.live().moving?.hidden.size).toBe(0);
    drag.move(press(280, 60), none);
    expect(stage.live().moving?.hidden.has('out')).toBe(true);
    expect(end(press(280, 60, { alt: true }))?.copy).toBe(true);
  });

  it('lands where it was seen to, also when all was laid out anew meanwhile', () => {
    const { drag, show, moves } = hold(['out'], press(260, 60));
    drag.move(press(280, 60), none);
    show(sceneWith([node('in', 50, 50), node('out', 400, 90), node('far', 250, 150)]));
    drag.end?.(press(280, 60));
    // It was seen at 270, 50, and now stands at 400, 90.
    expect(moves.at(-1)?.delta).toEqual({ x: -130, y: -40 });
  });

  it('does nothing where what it took hold of is gone', () => {
    const { drag, show, moves, stage } = hold(['out'], press(260, 60));
    drag.move(press(280, 60), none);
    show(sceneWith([node('in', 50, 50)]));
    drag.end?.(press(280, 60));
    expect(moves.map(({ phase }) => phase)).not.toContain('end');
    expect(stage.live().moving).toBeUndefined();
  });

  it('back to where it began waits for no new scene', () => {
    const { end, settling, stage } = hold(['out'], press(260, 60));
    expect(end(press(260, 60))?.delta).toEqual({ x: 0, y: 0 });
    expect(settling).toEqual([]);
    expect(stage.live().moving).toBeUndefined();
  });

  it('that is given up says so and leaves nothing', () => {
    const { drag, moves, stage } = hold(['out'], press(260, 60));
    drag.move(press(400, 60), none);
    drag.cancel?.();
    expect(moves.at(-1)).toMatchObject({ phase: 'cancel', delta: { x: 0, y: 0 } });
    expect(stage.live()).toMatchObject({ moving: undefined, guides: [], dropInto: undefined });
  });
});

describe('a resize', () => {
  const holds = { x: 20, y: 20, width: 100, height: 60 };
  const shrink = (across: -1 | 0 | 1, down: -1 | 0 | 1, to: Press, more: Partial<SceneGestures> = {}) => {
    const { stage } = stageOf(sceneWith([]));
    const told: Resize[] = [];
    const handle = handlesOf(group('left', 0)).find((each) => each.across === across && each.down === down);
    if (!handle) throw new Error('There is no such handle.');
    const gestures: SceneGestures = {
      resizable: () => ({ least: { width: 40, height: 40 }, holds }),
      onResize: (resize) => void told.push(resize),
      ...more,
    };
    const drag = resizeDrag(stage, gestures, press(handle.at.x, handle.at.y), { id: 'left', handle });
    drag?.move(to, none);
    drag?.end?.(to);
    return told.at(-1)?.rectangle;
  };

  it('goes no further than what the boundary holds, from any side', () => {
    expect(shrink(1, 1, press(0, 0))).toEqual({ x: 0, y: 0, width: 120, height: 80 });
    expect(shrink(-1, -1, press(190, 190))).toEqual({ x: 20, y: 20, width: 180, height: 180 });
    expect(shrink(1, 0, press(0, 0))).toEqual({ x: 0, y: 0, width: 120, height: 200 });
  });

  it('does not snap into what it holds either', () => {
    const into = { rectangle: { x: 0, y: 0, width: 90, height: 200 }, guides: [] };
    expect(shrink(1, 0, press(122, 0), { snapResize: () => into })).toEqual({ x: 0, y: 0, width: 122, height: 200 });
    const free = { rectangle: { x: 0, y: 0, width: 125, height: 200 }, guides: [] };
    expect(shrink(1, 0, press(122, 0), { snapResize: () => free })).toEqual(free.rectangle);
  });
});
