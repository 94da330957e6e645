/** Boxes anywhere, of the sizes that parts and boundaries have, for property tests. */
import fc from 'fast-check';
import type { Rectangle } from '../../src/core/base/geometry.ts';

/** A box, px. */
export const anyBox: fc.Arbitrary<Rectangle> = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 24, max: 300 }),
  height: fc.integer({ min: 24, max: 300 }),
});

/** One to twelve boxes. */
export const anyBoxes: fc.Arbitrary<Rectangle[]> = fc.array(anyBox, { minLength: 1, maxLength: 12 });
