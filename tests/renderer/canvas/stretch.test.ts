import { describe, expect, it } from 'vitest';
import type { SceneEdge } from '../../../src/core/scene/scene.ts';
import { stretched } from '../../../src/renderer/canvas/stretch.ts';

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
