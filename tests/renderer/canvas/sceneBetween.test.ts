import { expect, it } from 'vitest';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { sceneBetween } from '../../../src/renderer/canvas/sceneBetween.ts';

const scene = (x: number, y: number): Scene =>
  ({
    theme: 'light',
    nodes: [
      {
        id: 'one',
        x,
        y,
        width: 120,
        height: 60,
        texts: [],
        rows: [],
        badges: [],
        iconBox: { x, y, width: 24, height: 24 },
      },
    ],
    groups: [{ id: 'around', x: x - 20, y: y - 20, width: 160 + x, height: 100, texts: [] }],
    edges: [
      {
        id: 'edge',
        from: 'one',
        to: 'one',
        points: [
          { x, y },
          { x: x + 50, y },
        ],
      },
    ],
  }) as unknown as Scene;
const [before, after] = [scene(0, 300), scene(400, 100)];
const placeAt = (share: number) => {
  const [{ x, y } = { x: Number.NaN, y: Number.NaN }] = sceneBetween(before, after, share).nodes;
  return { x, y };
};

it('begins where things stood and ends exactly where they stay', () => {
  expect(placeAt(0)).toEqual({ x: 0, y: 300 });
  expect(sceneBetween(before, after, 1)).toEqual(after);
});

it('stands between the two on the way, in a straight line', () => {
  expect(placeAt(0.25)).toEqual({ x: 100, y: 250 });
  const { groups, edges } = sceneBetween(before, after, 0.5);
  expect(groups[0]).toMatchObject({ x: 180, y: 180, width: 360 });
  expect(edges[0]?.points[0]).toEqual({ x: 200, y: 200 });
});
