import { describe, expect, it } from 'vitest';
import type { Scene, SceneEdge, SceneGroup } from '../../../src/core/scene/scene.ts';
import { themes } from '../../../src/core/scene/theme.ts';
import type { Context } from '../../../src/renderer/canvas/brush.ts';
import type { IconBitmaps } from '../../../src/renderer/canvas/iconBitmaps.ts';
import { paintOver } from '../../../src/renderer/canvas/paintScene.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';

/** Does nothing but keep the words that are written. */
function penOf() {
  const words: string[] = [];
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 6 }),
    fillText: (text: string) => words.push(text),
    getLineDash: () => [],
  };
  const context = new Proxy(known, { get: (all, name) => all[String(name)] ?? (() => undefined) });
  return { context: context as unknown as Context, words };
}

const edge: SceneEdge = {
  id: 'edge',
  from: 'one',
  to: 'other',
  style: 'flow',
  state: 'plain',
  points: [
    { x: 0, y: 50 },
    { x: 400, y: 50 },
  ],
  label: {
    box: { x: 150, y: 40, width: 100, height: 20 },
    texts: [{ text: 'transcript', x: 200, y: 54, style: 'detail', anchor: 'middle', width: 60 }],
  },
};
const boundary: SceneGroup = {
  id: 'vpc',
  depth: 0,
  outlined: true,
  x: 0,
  y: 100,
  width: 320,
  height: 220,
  texts: [{ text: 'VPC', x: 20, y: 124, style: 'group', anchor: 'start', width: 30 }],
};
const scene: Scene = {
  theme: 'light',
  title: '',
  width: 0,
  height: 0,
  texts: [],
  legend: [],
  nodes: [],
  groups: [boundary],
  edges: [edge],
};
const icons: IconBitmaps = { get: () => undefined, onLoaded: () => () => {} } as unknown as IconBitmaps;

describe('what is painted over the picture while it moves', () => {
  for (const zoom of [0.5, 1])
    it(`keeps the words of its lines and the titles of its boundaries at ${zoom * 100} %`, () => {
      const { context, words } = penOf();
      const view = { x: 0, y: 0, zoom };
      const over = { groups: [boundary], nodes: [], edges: [edge], touched: false };
      paintOver(context, themes.light, over, { view, density: 1, icons }, pictureOf(scene));
      expect(words).toEqual(expect.arrayContaining(['transcript', 'VPC']));
    });
});
