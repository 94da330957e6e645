import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { freePlace } from '../../../src/renderer/sketch/freePlace.ts';

const sceneOf = (corners: readonly { x: number; y: number }[]): Scene =>
  ({ nodes: corners.map((corner, at) => ({ id: `${at}`, ...corner, width: 184, height: 150 })) }) as unknown as Scene;

describe('freePlace', () => {
  it('takes the wished place where it is free', () => {
    expect(freePlace(sceneOf([]), { x: 500, y: 400 })).toEqual({ x: 396, y: 312 });
  });

  it('never stands on another node while there is room near by', () => {
    const corner = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) });
    fc.assert(
      fc.property(fc.array(corner, { maxLength: 20 }), (corners) => {
        const place = freePlace(sceneOf(corners), { x: 0, y: 0 });
        for (const { x, y } of corners)
          expect(place.x + 208 <= x || x + 184 <= place.x || place.y + 176 <= y || y + 150 <= place.y).toBe(true);
      }),
    );
  });
});
