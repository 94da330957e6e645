import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  centredOn,
  fitted,
  seenPart,
  toCanvas,
  toScene,
  zoomedAt,
} from '../../../src/renderer/canvas/view.ts';

const size = { width: 800, height: 600 };
const place = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) });
const view = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  zoom: fc.double({ min: 0.05, max: 3, noNaN: true }),
});

describe('a view', () => {
  it('leads there and back', () => {
    fc.assert(
      fc.property(view, place, (seen, at) => {
        const back = toScene(seen, toCanvas(seen, at));
        expect(back.x).toBeCloseTo(at.x, 5);
        expect(back.y).toBeCloseTo(at.y, 5);
      }),
    );
  });

  it('keeps what is under the pointer there while it zooms, also at the limits', () => {
    fc.assert(
      fc.property(view, place, fc.double({ min: 0.01, max: 50, noNaN: true }), (seen, fixed, factor) => {
        const before = toScene(seen, fixed);
        const after = toScene(zoomedAt(seen, factor, fixed), fixed);
        expect(after.x).toBeCloseTo(before.x, 4);
        expect(after.y).toBeCloseTo(before.y, 4);
      }),
    );
  });

  it('fits a box whole, in the middle, and no larger than asked', () => {
    const box = { x: 100, y: 50, width: 4000, height: 1000 };
    const seen = seenPart(fitted(box, size, 0.05), size);
    expect(seen.x).toBeLessThan(box.x);
    expect(seen.x + seen.width).toBeGreaterThan(box.x + box.width);
    expect(seen.x + seen.width / 2).toBeCloseTo(box.x + box.width / 2);
    expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, size, 0.05, 1.25).zoom).toBe(1.25);
  });

  it('goes from one to another without leaving the way between', () => {
    const from = centredOn({ x: 0, y: 0 }, 0.3, size);
    const to = centredOn({ x: 900, y: 300 }, 1.2, size);
    expect(between(from, to, 1, size).x).toBeCloseTo(to.x);
    expect(between(from, to, 0, size).x).toBeCloseTo(from.x);
    const middle = toScene(between(from, to, 0.5, size), { x: 400, y: 300 });
    expect(middle.x).toBeGreaterThan(0);
    expect(middle.x).toBeLessThan(900);
  });
});
