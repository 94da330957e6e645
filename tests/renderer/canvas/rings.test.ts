import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../src/core/base/geometry.ts';
import type { Scene, SceneNode } from '../../../src/core/scene/scene.ts';
import { themes } from '../../../src/core/scene/theme.ts';
import type { Context } from '../../../src/renderer/canvas/brush.ts';
import { drawnBox } from '../../../src/renderer/canvas/drawnBox.ts';
import { lensOver, lensPlace } from '../../../src/renderer/canvas/lens.ts';
import { condensed, type MarkLook } from '../../../src/renderer/canvas/paintMarks.ts';
import { paintRings } from '../../../src/renderer/canvas/paintRings.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';

/** Every letter is half as wide as high; what is stroked is kept. */
function penOf() {
  const rings: (Rectangle & { colour: string; thick: number })[] = [];
  let path: Rectangle[] = [];
  const pen = {
    font: '',
    strokeStyle: '',
    lineWidth: 0,
    measureText: (text: string) => ({ width: text.length * 0.5 * Number(/(\d+)px/.exec(pen.font)?.[1]) }),
    getLineDash: () => [],
    beginPath: () => {
      path = [];
    },
    roundRect: (x: number, y: number, width: number, height: number) => path.push({ x, y, width, height }),
    rect: (x: number, y: number, width: number, height: number) => path.push({ x, y, width, height }),
    stroke: () => {
      for (const box of path) rings.push({ ...box, colour: pen.strokeStyle, thick: pen.lineWidth });
    },
  };
  return { context: pen as unknown as Context, rings };
}

const actor: SceneNode = {
  id: 'actor',
  kind: 'actor',
  state: 'plain',
  framed: false,
  x: 100,
  y: 100,
  width: 100,
  height: 70,
  icon: 'icon',
  iconBox: { x: 130, y: 100, width: 40, height: 40 },
  texts: [{ text: 'Your application', x: 150, y: 160, style: 'node', anchor: 'middle', width: 98 }],
  rows: [],
  badges: [],
  description: 'Your application',
};
const card: SceneNode = {
  ...actor,
  id: 'card',
  kind: 'service',
  framed: true,
  x: 400,
  texts: [{ text: 'Queue', x: 450, y: 160, style: 'node', anchor: 'middle', width: 40 }],
};
const scene: Scene = {
  theme: 'light',
  title: '',
  width: 0,
  height: 0,
  texts: [],
  legend: [],
  nodes: [actor, card],
  groups: [],
  edges: [],
};
const picture = pictureOf(scene);
const far = { x: 0, y: 0, zoom: 0.4 };
const near = { x: 0, y: 0, zoom: 1 };
const size = { width: 800, height: 600 };
const stays = () => ({ x: 0, y: 0 });

describe('rings', () => {
  it('go around the name too where it stands out over a far part, and around the card where it does not', () => {
    const { context } = penOf();
    const box = drawnBox(context, picture, far, 'actor');
    expect(box?.width).toBeGreaterThanOrEqual(16 * 6);
    expect(box && box.x + box.width / 2).toBeCloseTo(60, 0);
    expect(drawnBox(context, picture, far, 'card')).toMatchObject({ x: 160, width: 40 });
    expect(drawnBox(context, picture, near, 'card')).toMatchObject({ x: 400, width: 100 });
  });

  it.each([far, near])('are as thick at zoom $zoom, and that of the focus lies outside of the other', (view) => {
    const { context, rings } = penOf();
    const viewOf = () => view;
    paintRings(context, picture, themes.light, { selected: ['card'], focused: 'card', viewOf, shiftOf: stays, size });
    const [chosen, focused] = rings;
    expect(rings.map(({ thick }) => thick)).toEqual([2, 3]);
    expect(chosen?.colour).not.toBe(focused?.colour);
    expect(focused && chosen && chosen.x - focused.x).toBeGreaterThanOrEqual(2.5);
    expect(chosen && card.x * view.zoom - chosen.x).toBeGreaterThan(2);
  });

  it('leave out what is not drawn there', () => {
    const { context, rings } = penOf();
    const viewOf = (id: string) => (id === 'card' ? undefined : near);
    paintRings(context, picture, themes.light, {
      selected: ['card', 'gone'],
      focused: undefined,
      viewOf,
      shiftOf: stays,
      size,
    });
    expect(rings).toEqual([]);
  });
});

describe('the lens', () => {
  it('covers as little of the others as it can, and stays in the canvas', () => {
    const node = { x: 300, y: 300, width: 40, height: 20 };
    const large = { width: 160, height: 80 };
    expect(lensPlace(node, large, [], size)).toMatchObject({ x: 240, y: 270 });
    const right = { x: 350, y: 300, width: 60, height: 20 };
    expect(lensPlace(node, large, [right], size)).toMatchObject({ x: 180 });
    expect(lensPlace({ ...node, x: 0 }, large, [], size).x).toBeGreaterThan(0);
  });

  it('is left out where all that a part says can be read', () => {
    const { context } = penOf();
    expect(lensOver(context, picture, 'card', { ...far, zoom: 0.6 }, size)).toBeUndefined();
    expect(lensOver(context, picture, 'card', near, size)).toBeUndefined();
    expect(lensOver(context, picture, 'card', { ...far, zoom: 0.2 }, size)?.node.id).toBe('card');
  });
});

describe('marks on one border', () => {
  const shown = (...looks: MarkLook[]) => condensed(looks.map((look) => ({ look, text: look })));

  it('are two at most: the gravest, and how many there are besides', () => {
    expect(shown('error')).toEqual({ looks: ['error'], more: 0 });
    expect(shown('error', 'comment')).toEqual({ looks: ['error', 'comment'], more: 0 });
    expect(shown('error', 'hint', 'hint')).toEqual({ looks: ['error'], more: 2 });
    expect(shown('hint', 'hint')).toEqual({ looks: ['hint'], more: 1 });
  });
});
