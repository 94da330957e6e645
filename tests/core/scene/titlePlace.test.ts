import { describe, expect, it } from 'vitest';
import { acrossBand, titleLeft } from '../../../src/core/scene/titlePlace.ts';

const band = { x: 100, y: 200, width: 300, height: 20 };
const down = (x: number) => [
  { x, y: 0 },
  { x, y: 900 },
];

describe('the place of a title', () => {
  it('is at the left where no line comes down through it', () => {
    expect(titleLeft(band, 80, acrossBand([])(band))).toBe(100);
    expect(titleLeft(band, 80, acrossBand([down(250)])(band))).toBe(100);
  });

  it('is beside the line otherwise, between two where it fits, and at the left where it fits nowhere', () => {
    expect(titleLeft(band, 80, acrossBand([down(150)])(band))).toBe(158);
    expect(titleLeft(band, 80, acrossBand([down(150), down(200)])(band))).toBe(208);
    expect(titleLeft(band, 200, acrossBand([down(150), down(300)])(band))).toBe(100);
  });

  it('minds no line that ends above it or runs beside it', () => {
    const above = [
      { x: 150, y: 0 },
      { x: 150, y: 190 },
    ];
    expect(acrossBand([above, down(20)])(band)).toEqual([]);
  });
});
