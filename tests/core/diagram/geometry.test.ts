import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../src/core/base/geometry.ts';
import { alignBoxes, alignments, axes, distributeBoxes } from '../../../src/core/diagram/align.ts';
import { anyBox, anyBoxes } from '../../support/boxes.ts';

describe('alignBoxes', () => {
  it('makes one line common, moves along one axis only, and never leaves the box around all', () => {
    fc.assert(
      fc.property(anyBoxes, fc.constantFrom(...alignments), (all, way) => {
        const placed = alignBoxes(all, way);
        const across = ['left', 'center', 'right'].includes(way);
        const part = { left: 0, top: 0, center: 0.5, middle: 0.5, right: 1, bottom: 1 }[way];
        const lines = placed.map((point, at) => {
          const size = all[at] ?? { width: 0, height: 0 };
          return across ? point.x + size.width * part : point.y + size.height * part;
        });
        for (const line of lines) expect(line).toBeCloseTo(lines[0] ?? 0);
        placed.forEach((point, at) => {
          expect(across ? point.y : point.x).toBe(across ? all[at]?.y : all[at]?.x);
        });
      }),
    );
  });
});

describe('distributeBoxes', () => {
  it('makes the gaps equal, keeps the ends where they are, and stays when done twice', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 3, maxLength: 12 }), fc.constantFrom(...axes), (all, axis) => {
        const length = axis === 'x' ? 'width' : 'height';
        const placed = distributeBoxes(all, axis).map((point, at) => ({ ...all[at], ...point }) as Rectangle);
        const middle = (one: Rectangle): number => one[axis] + one[length] / 2;
        const order = all.map((one, at) => ({ one, at })).sort((a, b) => middle(a.one) - middle(b.one) || a.at - b.at);
        const sorted = order.map(({ at }) => placed[at] as Rectangle);
        const gaps = sorted
          .slice(1)
          .map((one, at) => one[axis] - (sorted[at]?.[axis] ?? 0) - (sorted[at]?.[length] ?? 0));
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0);
        expect(placed[order[0]?.at ?? 0]).toEqual(order[0]?.one);
        expect(placed[order.at(-1)?.at ?? 0]).toEqual(order.at(-1)?.one);
      }),
    );
  });
});
