import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  broughtIn,
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

  it('brings a box in by the shortest way, without zooming, and moves no more once it is there', () => {
    const box = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 200 }),
      height: fc.integer({ min: 1, max: 150 }),
    });
    fc.assert(
      fc.property(view, box, (seen, wanted) => {
        const next = broughtIn(seen, wanted, size, 48);
        expect(next.zoom).toBe(seen.zoom);
        expect(broughtIn(next, wanted, size, 48)).toMatchObject({
          x: expect.closeTo(next.x, 5),
          y: expect.closeTo(next.y, 5),
        });
        const at = toCanvas(next, wanted);
        if (wanted.width * next.zoom > size.width - 96) return;
        expect(at.x).toBeGreaterThan(47.99);
        expect(at.x + wanted.width * next.zoom).toBeLessThan(size.width - 47.99);
      }),
    );
    const still = { x: 0, y: 0, zoom: 1 };
    expect(broughtIn(still, { x: 100, y: 100, width: 50, height: 50 }, size, 48)).toBe(still);
    expect(broughtIn(still, { x: 790, y: 100, width: 50, height: 50 }, size, 48)).toEqual({ x: -88, y: 0, zoom: 1 });
    expect(broughtIn(still, { x: -100, y: 100, width: 5000, height: 50 }, size, 48)).toBe(still);
  });
});
