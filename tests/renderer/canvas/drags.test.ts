import { describe, expect, it } from 'vitest';
import type { SceneEdge } from '../../../src/core/scene/scene.ts';
import { movable, withContent } from '../../../src/renderer/canvas/drags.ts';
import { handlesOf, resizedBy } from '../../../src/renderer/canvas/handles.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { stretched } from '../../../src/renderer/canvas/stretch.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number) => sceneNode(id, { x, y: 20, width: 10, height: 10 });
const group = (id: string, x: number, size: number) => ({ id, x, y: 0, width: size, height: 100, depth: 0, texts: [] });
const scene = sceneOf({
  nodes: [node('in', 20), node('beside', 300)],
  groups: [group('outer', 0, 200), group('inner', 10, 80)],
});
const picture = pictureOf(scene);

describe('what moves', () => {
  it('is a group with all that lies in it, by place or as the view says', () => {
    expect([...withContent(picture, {}, ['outer'])].sort()).toEqual(['in', 'inner', 'outer']);
    const parentOf = (id: string) => (id === 'beside' ? 'outer' : undefined);
    expect([...withContent(picture, { parentOf }, ['outer'])].sort()).toEqual(['beside', 'outer']);
  });

  it('is taken hold of once where its group is taken too, and not at all where it is locked', () => {
    expect(movable(picture, {}, ['outer', 'in', 'beside'])).toEqual(['outer', 'beside']);
    expect(movable(picture, { locked: new Set(['beside']) }, ['beside', 'in'])).toEqual(['in']);
  });

  it('ends where groups say of each other that they hold them', () => {
    const parentOf = (id: string) => (id === 'inner' ? 'outer' : 'inner');
    expect(withContent(picture, { parentOf }, ['in']).has('in')).toBe(true);
    expect(withContent(picture, { parentOf }, ['beside', 'outer']).size).toBeGreaterThan(1);
  });
});

describe('a resize', () => {
  const box = { x: 100, y: 100, width: 200, height: 100 };
  const least = { width: 50, height: 40 };

  it('moves the sides of its handle and no other', () => {
    for (const handle of handlesOf(box)) {
      const after = resizedBy(box, handle, { x: 10, y: 10 }, { least });
      if (handle.across !== -1) expect(after.x).toBe(box.x);
      if (handle.across !== 1) expect(after.x + after.width).toBe(box.x + box.width);
      if (handle.down !== -1) expect(after.y).toBe(box.y);
      if (handle.down !== 1) expect(after.y + after.height).toBe(box.y + box.height);
    }
  });

  it('stops at the least size, with the other side where it was', () => {
    const corner = { at: { x: 100, y: 100 }, across: -1, down: -1 } as const;
    expect(resizedBy(box, corner, { x: 900, y: 900 }, { least })).toEqual({ x: 250, y: 160, width: 50, height: 40 });
  });
});

describe('an edge that is drawn out', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 50, y: 80 },
    { x: 100, y: 80 },
  ];
  const edge: SceneEdge = { id: 'e', from: 'a', to: 'b', style: 'flow', state: 'plain', points };
  const isSquare = (route: SceneEdge['points']) =>
    route.slice(1).every((point, index) => point.x === route[index]?.x || point.y === route[index]?.y);

  it.each([
    { from: true, to: false },
    { from: false, to: true },
    { from: true, to: true },
  ])('keeps its right angles and its other end: %j', (ends) => {
    const route = stretched(edge, { x: 13, y: -7 }, ends).points;
    expect(isSquare(route)).toBe(true);
    expect(route[0]).toEqual(ends.from ? { x: 13, y: -7 } : { x: 0, y: 0 });
    expect(route.at(-1)).toEqual(ends.to ? { x: 113, y: 73 } : { x: 100, y: 80 });
  });

  it('gets a step where it was straight', () => {
    const straight = { ...edge, points: [points[0], points[1]].flatMap((point) => point ?? []) };
    expect(isSquare(stretched(straight, { x: 0, y: 30 }, { from: true, to: false }).points)).toBe(true);
  });
});
