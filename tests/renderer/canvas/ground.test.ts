import { beforeEach, expect, it, vi } from 'vitest';
import { finish } from '../../../src/core/base/steps.ts';
import { createGround } from '../../../src/renderer/canvas/ground.ts';
import type { IconBitmaps } from '../../../src/renderer/canvas/iconBitmaps.ts';
import { createAhead } from '../../../src/renderer/canvas/paintAhead.ts';
import { paintingScene, paintScene } from '../../../src/renderer/canvas/paintScene.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

vi.mock('../../../src/renderer/themes/forcedColours.ts', async () => {
  const { themes } = await import('../../../src/core/scene/theme.ts');
  return { shownColours: (name: 'light' | 'dark') => themes[name] };
});

/** A canvas that notes what is done to it, one line each. */
function notedCanvas() {
  const notes: string[] = [];
  const canvas = { width: 0, height: 0, style: {} as Record<string, string>, getContext: () => context };
  const known: Record<string, unknown> = {
    canvas,
    getLineDash: () => [],
    measureText: (text: string) => ({ width: text.length * 6 }),
    createPattern: () => null,
  };
  const context: unknown = new Proxy(known, {
    get: (target, name: string) =>
      name in target
        ? target[name]
        : (...what: unknown[]) => {
            notes.push(`${name} ${what.map((each) => (each instanceof Object ? 'a canvas' : each)).join(' ')}`);
          },
    set: (target, name: string, value) => {
      target[name] = value;
      notes.push(`${name} = ${value}`);
      return true;
    },
  });
  return { canvas: canvas as unknown as HTMLCanvasElement, context: context as CanvasRenderingContext2D, notes };
}

const icons: IconBitmaps = { get: () => undefined, picture: () => undefined, onLoaded: () => () => {} };
const none: ReadonlySet<string> = new Set();
/** So many nodes in a row, each joined to the next by a slanted line. */
const pictureWith = (count: number, name = 'n') => {
  const places = Array.from({ length: count }, (_, at) => ({ x: (at % 50) * 200, y: Math.floor(at / 50) * 120 }));
  const nodes = places.map((place, at) => sceneNode(`${name}${at}`, { ...place, width: 160, height: 60 }));
  const edges = places.slice(1).map((place, at) => ({
    id: `${name}e${at}`,
    from: `${name}${at}`,
    to: `${name}${at + 1}`,
    points: [places[at] ?? place, place],
    style: 'flow' as const,
    state: 'plain' as const,
    heads: 'end' as const,
    description: '',
  }));
  return pictureOf(sceneOf({ nodes, edges: edges as never }));
};

const view = { x: 0, y: 0, zoom: 0.1 };
const calm = { dirty: undefined, viewChanged: false, flying: false };

let shown = pictureWith(3, 'first');
beforeEach(() => {
  shown = pictureWith(3, 'first');
});

/** A ground that shows a small picture, and the canvas behind it. */
function groundWorld() {
  const front = notedCanvas();
  const behind: ReturnType<typeof notedCanvas>[] = [];
  let told = () => {};
  const done = () =>
    new Promise<void>((resolve) => {
      told = resolve;
    });
  const makeCanvas = () => {
    const made = notedCanvas();
    behind.push(made);
    return made.canvas;
  };
  const paint = () => ({ picture: shown, icons, without: none, near: undefined });
  const ground = createGround(front.canvas, front.context, paint, () => told(), createAhead(makeCanvas));
  ground.resize({ width: 1200, height: 800 }, 1);
  ground.update(view, { ...calm, viewChanged: true });
  front.notes.length = 0;
  return { ground, front, behind, done };
}

it('paints another large picture out of sight in many steps, as it would at once, and shows it whole', async () => {
  const { ground, front, behind, done } = groundWorld();
  shown = pictureWith(900);
  ground.replace(500);
  const ready = done();
  expect(ground.update(view, calm)).toBe(false);
  expect(ground.isWaiting()).toBe(true);
  await ready;
  // Nothing of it was seen before, and now all of it is.
  expect(front.notes).toEqual([]);
  expect(ground.isWaiting()).toBe(false);
  expect(ground.update(view, calm)).toBe(true);
  expect(front.notes.filter((note) => note.startsWith('drawImage'))).toEqual(['drawImage a canvas 0 0']);
  expect(ground.isPainted()).toBe(true);

  const options = {
    view: { x: 192, y: 192, zoom: 0.1 },
    size: { width: 1584, height: 1184 },
    density: 1,
    icons,
    without: none,
    near: undefined,
  };
  const atOnce = notedCanvas();
  atOnce.canvas.width = 1584;
  atOnce.canvas.height = 1184;
  paintScene(atOnce.context, shown, options);
  expect(behind[0]?.notes).toEqual(atOnce.notes);
  expect([...paintingScene(notedCanvas().context, shown, options)].length).toBeGreaterThan(10);
});

it('paints a small picture, and one after another size, in the frame that asks for it', () => {
  const { ground, front, behind } = groundWorld();
  shown = pictureWith(40);
  ground.replace(500);
  expect(ground.update(view, calm)).toBe(true);
  expect(front.notes.length).toBeGreaterThan(100);
  // Of a layer that has just got its size nothing can stand.
  shown = pictureWith(900, 'other');
  ground.resize({ width: 900, height: 800 }, 1);
  ground.replace(500);
  expect(ground.update(view, calm)).toBe(true);
  expect(behind).toEqual([]);
});

it('lets the picture before stand only until the last of several', async () => {
  const { ground, front, behind, done } = groundWorld();
  shown = pictureWith(900);
  ground.replace(500);
  ground.update(view, calm);
  shown = pictureWith(900, 'last');
  ground.replace(500);
  const ready = done();
  expect(ground.update(view, calm)).toBe(false);
  await ready;
  ground.update(view, calm);
  expect(front.notes.filter((note) => note.startsWith('drawImage'))).toHaveLength(1);
  expect(behind).toHaveLength(2);
  expect(ground.isDue()).toBe(false);
});

it('gives up a finer picture in the making where a part of what is shown has changed, and asks for another at rest', async () => {
  const { ground, behind, done } = groundWorld();
  shown = pictureWith(900);
  ground.replace(500);
  const ready = done();
  ground.update(view, calm);
  await ready;
  ground.update(view, calm);
  ground.refresh();
  expect(ground.isDue()).toBe(true);
  expect(ground.update(view, calm)).toBe(true);
  expect(behind).toHaveLength(2);
  ground.update(view, { ...calm, dirty: { x: 0, y: 0, width: 200, height: 100 } });
  expect(ground.isWaiting()).toBe(false);
  expect(ground.isDue()).toBe(false);
  expect(ground.isProvisional(view, true)).toBe(false);
  expect(ground.isProvisional(view, false)).toBe(true);
});

it('makes the grids of a picture in steps that find what those made at once find', () => {
  const [one, other] = [pictureWith(3_000), pictureWith(3_000)];
  expect(one.isPrepared()).toBe(false);
  expect([...one.preparing()].length).toBeGreaterThan(3);
  expect(one.isPrepared()).toBe(true);
  const box = { x: 900, y: 900, width: 700, height: 300 };
  expect(one.nodesIn(box).map(({ id }) => id)).toEqual(other.nodesIn(box).map(({ id }) => id));
  expect(one.edgesIn(box).map(({ id }) => id)).toEqual(other.edgesIn(box).map(({ id }) => id));
  expect(finish(one.preparing())).toBeUndefined();
});
