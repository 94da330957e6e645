import { describe, expect, it } from 'vitest';
import type { Connection, Move, SceneGestures } from '../../../src/renderer/canvas/gestures.ts';
import { gestureWork } from '../../../src/renderer/canvas/gestureWork.ts';
import { outsideGroup } from '../../../src/renderer/canvas/handles.ts';
import { type Live, stillLife } from '../../../src/renderer/canvas/live.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import type { Press } from '../../../src/renderer/canvas/pointerWork.ts';
import type { Stage } from '../../../src/renderer/canvas/stage.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number) => sceneNode(id, { x, y: 100, width: 100, height: 60 });
const scene = sceneOf({
  nodes: [node('inside', 100), node('outside', 600)],
  groups: [{ id: 'group', x: 50, y: 50, width: 300, height: 300, depth: 0, texts: [] }],
});

/** A canvas that knows what is selected and keeps what it was told. */
function canvasWith(selection: readonly string[], more: Partial<SceneGestures> = {}) {
  let live: Live = stillLife;
  const moves: Move[] = [];
  const selected: string[][] = [];
  const connections: Connection[] = [];
  const stage = {
    view: () => ({ x: 0, y: 0, zoom: 1 }),
    size: () => ({ width: 1000, height: 800 }),
    picture: () => pictureOf(scene),
    live: () => live,
    setLive: (change: Partial<Live>) => {
      live = { ...live, ...change };
    },
  } as unknown as Stage;
  const gestures: SceneGestures = {
    selection: new Set(selection),
    onSelect: (ids) => selected.push([...ids]),
    onMove: (move) => moves.push(move),
    onConnect: (connection) => connections.push(connection),
    ...more,
  };
  const nothing = () => undefined;
  const area = { style: { cursor: '' } } as unknown as HTMLElement;
  const work = gestureWork(area, stage, {
    gestures: () => gestures,
    choose: nothing,
    pointAt: nothing,
    focus: nothing,
    zoomTo: nothing,
    userMoved: nothing,
    settle: (done) => done(),
  });
  const drag = (from: Press, to: Press) => {
    work.hover(from);
    const began = work.drag(from, 'main');
    began?.move(to, { x: to.at.x - from.at.x, y: to.at.y - from.at.y });
    began?.end?.(to);
  };
  return { work, drag, moves, selected, connections, live: () => live, area };
}
const press = (x: number, y: number, keys: Partial<Press> = {}): Press => ({
  at: { x, y },
  shift: false,
  alt: false,
  command: false,
  touch: false,
  ...keys,
});

describe('the ground of a boundary', () => {
  it('moves it with its content where it is selected', () => {
    const { drag, moves, area } = canvasWith(['group']);
    drag(press(250, 250), press(290, 270));
    expect(moves.at(-1)).toMatchObject({
      phase: 'end',
      ids: ['group'],
      delta: { x: 40, y: 20 },
      positions: { group: { x: 90, y: 70 }, inside: { x: 140, y: 120 } },
    });
    expect(area.style.cursor).toBe('move');
  });

  it('begins a box where it is not selected, is locked, or Shift is down', () => {
    const canvases = [
      [canvasWith([]), {}],
      [canvasWith(['group'], { locked: new Set(['group']) }), {}],
      [canvasWith(['group']), { shift: true }],
    ] as const;
    for (const [{ drag, moves, selected }, keys] of canvases) {
      drag(press(300, 300, keys), press(150, 90, keys));
      expect(moves).toEqual([]);
      expect(selected.at(-1)).toContain('inside');
    }
  });
});

describe('what shows that lines can be drawn', () => {
  it('is there as soon as the pointer is on a part, and gone beside it', () => {
    const { work, live } = canvasWith([]);
    work.hover(press(150, 130));
    expect(live()).toMatchObject({ handles: 'inside', border: undefined });
    work.hover(press(102, 130));
    expect(live()).toMatchObject({ handles: 'inside', border: 'inside' });
    work.hover(press(450, 500));
    expect(live()).toMatchObject({ handles: undefined, border: undefined });
  });

  it('lets a line begin outside of the side of a boundary that was pointed at', () => {
    const { work, drag, connections } = canvasWith([]);
    work.hover(press(348, 200));
    drag(press(350 + outsideGroup, 200), press(650, 130));
    expect(connections).toEqual([{ from: 'group', leaves: 'right', to: 'outside', at: { x: 650, y: 130 } }]);
  });
});
