import { expect, it } from 'vitest';
import { gridStep } from '../../../src/renderer/canvas/dotGrid.ts';

it('dots stand neither close together nor far apart at any zoom, and keep their places from one zoom to the next', () => {
  for (let zoom = 0.02; zoom < 8; zoom *= 1.1) {
    const apart = gridStep(zoom) * zoom;
    expect(apart).toBeGreaterThanOrEqual(20 - 1e-9);
    expect(apart).toBeLessThan(40 + 1e-9);
    expect(Math.log2(gridStep(zoom) / gridStep(1)) % 1).toBeCloseTo(0);
  }
  expect(gridStep(1)).toBe(24);
});
