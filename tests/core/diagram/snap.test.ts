import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../src/core/base/geometry.ts';
import { axes } from '../../../src/core/diagram/align.ts';
import { type SnapOptions, snapLines, snapMove, snapSides } from '../../../src/core/diagram/snap.ts';
import type { Gap } from '../../../src/core/diagram/snapGaps.ts';
import { anyBox, anyBoxes } from '../../support/boxes.ts';

const toLines = (moving: Rectangle, others: readonly Rectangle[], options: SnapOptions) =>
  snapMove({ lines: snapLines(others), siblings: [] }, moving, options);
const toGaps = (moving: Rectangle, siblings: readonly Rectangle[], threshold = 6) =>
  snapMove({ lines: snapLines([]), siblings }, moving, { threshold });
const moved = (one: Rectangle, by: { x: number; y: number }): Rectangle => ({
  ...one,
  x: one.x + by.x,
  y: one.y + by.y,
});
const widths = (gaps: readonly Gap[]) => gaps.map(({ from, to }) => to - from);

describe('snapping to lines', () => {
  const still: Rectangle = { x: 100, y: 100, width: 100, height: 60 };

  it('goes to the nearest edge or middle, and shows the line through both', () => {
    expect(toLines({ x: 103, y: 300, width: 80, height: 40 }, [still], { threshold: 6 })).toEqual({
      delta: { x: -3, y: 0 },
      guides: [{ axis: 'x', at: 100, from: 100, to: 340 }],
      gaps: [],
    });
    expect(toLines({ x: 131, y: 300, width: 40, height: 40 }, [still], { threshold: 6 })).toMatchObject({
      delta: { x: -1, y: 0 },
      guides: [{ axis: 'x', at: 150, from: 100, to: 340 }],
    });
  });

  it('shows the lines that are shared, of three the outer two, and none where nothing is near', () => {
    expect(toLines({ ...still, y: 300 }, [still], { threshold: 6 }).guides.map(({ at }) => at)).toEqual([100, 200]);
    const away = { x: 900, y: 900, width: 30, height: 30 };
    expect(toLines(away, [still], { threshold: 6 })).toEqual({ delta: { x: 0, y: 0 }, guides: [], gaps: [] });
    expect(toLines(still, [], { threshold: 6 }).guides).toEqual([]);
  });

  it('leaves the other axis alone where a move is held to one', () => {
    const near = { x: 103, y: 104, width: 80, height: 40 };
    const snapped = toLines(near, [still], { threshold: 6, along: 'x' });
    expect(snapped.delta).toEqual({ x: -3, y: 0 });
    expect(snapped.guides.every(({ axis }) => axis === 'x')).toBe(true);
  });

  it('finds what looking at every line would find', () => {
    fc.assert(
      fc.property(anyBox, anyBoxes, fc.integer({ min: 1, max: 20 }), (moving, others, threshold) => {
        const { delta, guides } = toLines(moving, others, { threshold });
        for (const axis of axes) {
          const length = axis === 'x' ? 'width' : 'height';
          const places = (one: Rectangle): readonly number[] =>
            [0, 0.5, 1].map((part) => one[axis] + one[length] * part);
          const ways = others.flatMap((other) =>
            places(other).flatMap((line) => places(moving).map((place) => line - place)),
          );
          const near = ways.filter((way) => Math.abs(way) <= threshold).map(Math.abs);
          expect(Math.abs(delta[axis])).toBe(near.length === 0 ? 0 : Math.min(...near));
          if (near.length > 0) expect(guides.some((guide) => guide.axis === axis)).toBe(true);
        }
      }),
    );
  });
});

describe('snapping to equal gaps', () => {
  const at = (x: number, width = 100, y = 0): Rectangle => ({ x, y, width, height: 60 });

  it('stands in the middle between two', () => {
    const { delta, gaps } = toGaps(at(204, 60), [at(0), at(360)]);
    expect(delta).toEqual({ x: -4 + 0, y: 0 });
    expect(gaps).toEqual([
      { axis: 'x', from: 100, to: 200, at: 30 },
      { axis: 'x', from: 260, to: 360, at: 30 },
    ]);
  });

  it('goes on a row with the gap that it has, on either side, and shows all of them', () => {
    const row = [at(0), at(140), at(280)];
    const after = toGaps(at(424), row);
    expect(after.delta.x).toBe(-4);
    expect(widths(after.gaps)).toEqual([40, 40, 40]);
    const before = toGaps(at(-137), row);
    expect(before.delta.x).toBe(-3);
    expect(widths(before.gaps)).toEqual([40, 40, 40]);
  });

  it('does so in a column too', () => {
    const column = [at(0, 100, 0), at(0, 100, 90)];
    const { delta, gaps } = toGaps(at(10, 80, 182), column);
    expect(delta).toEqual({ x: 0, y: -2 });
    expect(gaps.map(({ axis }) => axis)).toEqual(['y', 'y']);
  });

  it('pays no heed to what is not in the row, and to what it lies on', () => {
    expect(toGaps(at(424), [at(0), at(140, 100, 300), at(280)]).gaps).toEqual([]);
    expect(toGaps(at(424), [at(0), at(400, 200)])).toEqual({ delta: { x: 0, y: 0 }, guides: [], gaps: [] });
  });

  it('moves by no more than it may, shows gaps of one width alone, and stays when done twice', () => {
    const row = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(row, fc.integer({ min: -150, max: 750 }), fc.integer({ min: 1, max: 12 }), (places, x, threshold) => {
        const siblings = places.map((place) => at(place, 40));
        const moving = at(x, 40);
        const { delta } = toGaps(moving, siblings, threshold);
        expect(Math.abs(delta.x)).toBeLessThanOrEqual(threshold);
        const settled = moved(moving, delta);
        const again = toGaps(settled, siblings, threshold);
        if (delta.x !== 0) expect(again.delta.x).toBeCloseTo(0, 6);
        if (delta.x !== 0) expect(again.gaps.length).toBeGreaterThan(1);
        const beside = again.gaps.filter(({ from, to }) => from === settled.x + 40 || to === settled.x);
        for (const { from, to } of again.gaps) {
          expect(to).toBeGreaterThan(from);
          // Each is as wide as one of those at the box itself, within the px that whole places ask for.
          expect(beside.some((own) => Math.abs(own.to - own.from - (to - from)) <= 1)).toBe(true);
        }
      }),
    );
  });

  it('prefers the line where it is as near', () => {
    const others = [at(0), at(140)];
    const snapped = snapMove({ lines: snapLines(others), siblings: others }, at(283), { threshold: 6 });
    expect(snapped.delta.x).toBe(-3);
    expect(snapped.gaps).toHaveLength(2);
  });
});

describe('snapping a resize', () => {
  const still: Rectangle = { x: 300, y: 200, width: 100, height: 60 };
  const all = fc.constantFrom(-1 as const, 0 as const, 1 as const);

  it('takes the side that is dragged to the line, and no other', () => {
    const wide = snapSides(snapLines([still]), { x: 0, y: 0, width: 297, height: 50 }, { across: 1, down: 0 }, 6);
    expect(wide.box).toEqual({ x: 0, y: 0, width: 300, height: 50 });
    expect(wide.guides).toEqual([{ axis: 'x', at: 300, from: 0, to: 260 }]);
    const left = snapSides(snapLines([still]), { x: 404, y: 0, width: 100, height: 50 }, { across: -1, down: 0 }, 6);
    expect(left.box).toEqual({ x: 400, y: 0, width: 104, height: 50 });
  });

  it('keeps the sides that are not dragged, whatever is near', () => {
    fc.assert(
      fc.property(anyBox, anyBoxes, all, all, (resized, others, across, down) => {
        const after = snapSides(snapLines(others), resized, { across, down }, 8).box;
        if (across !== -1) expect(after.x).toBe(resized.x);
        if (across !== 1) expect(after.x + after.width).toBeCloseTo(resized.x + resized.width);
        if (down !== -1) expect(after.y).toBe(resized.y);
        if (down !== 1) expect(after.y + after.height).toBeCloseTo(resized.y + resized.height);
        expect(Math.abs(after.width - resized.width)).toBeLessThanOrEqual(8);
      }),
    );
  });
});
