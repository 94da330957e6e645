import { describe, expect, it } from 'vitest';
import { handlesOf, resizedBy } from '../../../src/renderer/canvas/handles.ts';

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
