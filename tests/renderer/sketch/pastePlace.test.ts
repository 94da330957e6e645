import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grown, overlap, type Rectangle } from '../../../src/core/base/geometry.ts';
import { copyStep, type Ground, pasteStep } from '../../../src/renderer/sketch/pastePlace.ts';

const groundOf = (nodes: readonly Rectangle[], groups: readonly Rectangle[] = [], edges: Ground['edges'] = []) =>
  ({ nodes, groups, edges }) as unknown as Ground;
const part = { x: 100, y: 100, width: 144, height: 160 };
const seen = { x: 0, y: 0, width: 1200, height: 800 };
const moved = (box: Rectangle, { x, y }: { x: number; y: number }) => ({ ...box, x: box.x + x, y: box.y + y });

describe('a copy', () => {
  it('stands beside its original, and the next one goes on the same way', () => {
    const by = copyStep(part, groundOf([part]), seen);
    expect(by).toEqual({ x: 168, y: 0 });
    const copy = moved(part, by);
    expect(copyStep(copy, groundOf([part, copy]), seen, by)).toEqual(by);
    const down = { x: 0, y: 184 };
    expect(copyStep(moved(part, down), groundOf([part, moved(part, down)]), seen, down)).toEqual(down);
  });

  it('leaves lines, their labels and other boundaries alone', () => {
    const box = fc.record({
      x: fc.integer({ min: -300, max: 900 }),
      y: fc.integer({ min: -300, max: 700 }),
      width: fc.integer({ min: 40, max: 300 }),
      height: fc.integer({ min: 40, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), box, box, (nodes, group, label) => {
        const points = [
          { x: 244, y: 180 },
          { x: 400, y: 180 },
        ];
        const edges = [{ id: 'e', from: 'a', to: 'b', style: 'flow', points, label: { box: label, texts: [] } }];
        const ground = groundOf([part, ...nodes], [group], edges as unknown as Ground['edges']);
        const by = copyStep(part, ground, seen);
        if (by.x === 24 && by.y === 24) return;
        const copy = moved(part, by);
        for (const node of ground.nodes) expect(overlap(copy, node)).toBe(false);
        expect(overlap(copy, label)).toBe(false);
        expect(overlap(copy, grown({ x: 244, y: 180, width: 156, height: 0 }, 1))).toBe(false);
        const holds = part.x >= group.x && part.y >= group.y && part.x + 144 <= group.x + group.width;
        if (!holds) expect(overlap(copy, group)).toBe(false);
      }),
    );
  });

  it('comes back to where it was cut, beside what it was copied from, or into what is seen', () => {
    expect(pasteStep(part, groundOf([]), seen)).toEqual({ x: 0, y: 0 });
    expect(pasteStep(part, groundOf([part]), seen)).toEqual({ x: 168, y: 0 });
    const far = { ...seen, x: 5000 };
    expect(overlap(moved(part, pasteStep(part, groundOf([part]), far)), far)).toBe(true);
    // Only a corner of it would be seen where it was.
    const corner = { ...seen, x: 230, y: 250 };
    const pasted = moved(part, pasteStep(part, groundOf([]), corner));
    expect({ x: pasted.x + part.width / 2, y: pasted.y + part.height / 2 }).toEqual({ x: 830, y: 650 });
  });
});
