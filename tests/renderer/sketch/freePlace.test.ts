import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, type Rectangle } from '../../../src/core/base/geometry.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { freePlace } from '../../../src/renderer/sketch/freePlace.ts';

const sceneOf = (nodes: readonly Rectangle[], groups: readonly Rectangle[] = []) =>
  ({ nodes, groups }) as unknown as Pick<Scene, 'nodes' | 'groups'>;
const boundary = { width: 320, height: 220 };

const box = (widest: number) =>
  fc.record({
    x: fc.integer({ min: -600, max: 600 }),
    y: fc.integer({ min: -600, max: 600 }),
    width: fc.integer({ min: 40, max: widest }),
    height: fc.integer({ min: 40, max: widest }),
  });
const isInside = (inner: Rectangle, { x, y, width, height }: Rectangle) =>
  inner.x >= x && inner.y >= y && inner.x + inner.width <= x + width && inner.y + inner.height <= y + height;

describe('freePlace', () => {
  it('takes the wished place where it is free', () => {
    expect(freePlace(sceneOf([]), { width: 200, height: 100 }, { x: 500, y: 400 })).toEqual({ x: 400, y: 350 });
  });

  it('puts a boundary beside the part in the middle, not over it', () => {
    const part = { x: -72, y: -80, width: 144, height: 160 };
    const place = freePlace(sceneOf([part]), boundary, { x: 0, y: 0 });
    expect(overlap({ ...place, ...boundary }, part)).toBe(false);
    expect(Math.hypot(place.x + 160, place.y + 110)).toBeLessThan(300);
  });

  it('stands on no node, and wholly inside or outside of every boundary, however large it is', () => {
    fc.assert(
      fc.property(
        fc.array(box(200), { maxLength: 20 }),
        fc.array(box(700), { maxLength: 4 }),
        fc.constantFrom({ width: 144, height: 160 }, { width: 40, height: 40 }, boundary),
        (nodes, groups, size) => {
          const place = { ...freePlace(sceneOf(nodes, groups), size, { x: 0, y: 0 }), ...size };
          for (const node of nodes) expect(overlap(place, node)).toBe(false);
          for (const group of groups) expect(!overlap(place, group) || isInside(place, group)).toBe(true);
        },
      ),
    );
  });
});
