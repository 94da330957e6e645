import { describe, expect, it } from 'vitest';
import type { SceneNode } from '../../../src/core/scene/scene.ts';
import { changedPart, placesOf } from '../../../src/renderer/canvas/changedPart.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { shiftedNode } from '../../../src/renderer/canvas/shifted.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number) => sceneNode(id, { x, y: 0, width: 100, height: 50 });

const edge = {
  id: 'a-b',
  from: 'a',
  to: 'b',
  style: 'flow' as const,
  state: 'plain' as const,
  points: [
    { x: 100, y: 25 },
    { x: 300, y: 25 },
  ],
};

const scene = sceneOf({
  edges: [edge],
  nodes: [node('a', 0), node('b', 300), node('c', 900)],
});

const whole = pictureOf(scene);
const withNodes = (nodes: readonly SceneNode[]) => pictureOf({ ...scene, nodes });

describe('the part of a scene that is to be painted anew', () => {
  it('is none where nothing differs', () => {
    expect(changedPart(whole, pictureOf({ ...scene }))).toBe('none');
  });

  it('is where a node was, where it is, and where its edges lead', () => {
    const [a, b, c] = scene.nodes;
    if (!a || !b || !c) throw new Error('There are three.');
    expect(changedPart(whole, withNodes([a, shiftedNode(b, { x: 20, y: 30 }), c]))).toEqual({
      x: 100,
      y: 0,
      width: 320,
      height: 80,
    });
  });

  it('holds what is gone, with its edges', () => {
    const without = pictureOf({ ...scene, nodes: scene.nodes.slice(1), edges: [] });
    expect(changedPart(whole, without)).toEqual({ x: 0, y: 0, width: 300, height: 50 });
  });

  it('cannot be told in another theme, with other groups or of very many', () => {
    expect(changedPart(whole, pictureOf({ ...scene, theme: 'dark' }))).toBeUndefined();
    expect(changedPart(whole, pictureOf({ ...scene, groups: [] }))).toBeUndefined();
    const many = Array.from({ length: 500 }, (_, index) => node(`n${index}`, index));
    expect(changedPart(whole, withNodes([...scene.nodes, ...many]))).toBeUndefined();
  });

  it('of some things holds their edges', () => {
    expect(placesOf(whole, new Set(['a']))).toEqual({ x: 0, y: 0, width: 300, height: 50 });
    expect(placesOf(whole, new Set(['nobody']))).toBeUndefined();
  });
});
