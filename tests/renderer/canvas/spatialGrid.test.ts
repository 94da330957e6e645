import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrid, touches } from '../../../src/renderer/canvas/spatialGrid.ts';

const box = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
  width: fc.integer({ min: 0, max: 1500 }),
  height: fc.integer({ min: 0, max: 1500 }),
});

it('leaves out nothing that touches the place asked for, and names each once, in order', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 40 }), box, (boxes, asked) => {
      const found = createGrid(boxes.entries()).near(asked);
      const touching = boxes.flatMap((each, index) => (touches(each, asked) ? [index] : []));
      expect(touching.filter((index) => !found.includes(index))).toEqual([]);
      expect(found).toEqual([...new Set(found)].sort((left, right) => left - right));
    }),
  );
});

it('looks at few boxes where there are many', () => {
  const boxes = Array.from({ length: 5000 }, (_, index) => ({
    x: (index % 100) * 200,
    y: Math.floor(index / 100) * 100,
    width: 160,
    height: 60,
  }));
  expect(createGrid(boxes.entries()).near({ x: 4000, y: 2000, width: 10, height: 10 }).length).toBeLessThan(30);
});

describe('a grid of very large things', () => {
  it('finds them wherever they may be, and the small ones by place', () => {
    const small = Array.from(
      { length: 400 },
      (_, at) => [at, { x: at * 300, y: at * 300, width: 90, height: 90 }] as const,
    );
    const wide = { x: 0, y: 0, width: 120_000, height: 120_000 };
    const grid = createGrid([...small, [400, wide]]);
    const found = grid.near({ x: 3000, y: 3000, width: 10, height: 10 });
    expect(found).toContain(10);
    expect(found).toContain(400);
    expect(found.length).toBeLessThan(30);
  });
});
