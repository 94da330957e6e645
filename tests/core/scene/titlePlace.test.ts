import { describe, expect, it } from 'vitest';
import { acrossBand, groundOfTitle, titleLeft } from '../../../src/core/scene/titlePlace.ts';
import { processorTime } from '../../support/processorTime';

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

  it('has a ground over the lines where there is no place without any', () => {
    const lines = acrossBand([down(150), down(300)])(band);
    const left = titleLeft(band, 200, lines);
    expect(groundOfTitle({ ...band, x: left, width: 200 }, lines)).toEqual({ x: 97, y: 200, width: 206, height: 20 });
    expect(groundOfTitle({ ...band, x: 158, width: 80 }, lines)).toBeUndefined();
  });

  it('minds no line that ends above it or runs beside it', () => {
    const above = [
      { x: 150, y: 0 },
      { x: 150, y: 190 },
    ];
    expect(acrossBand([above, down(20)])(band)).toEqual([]);
  });

  it('minds a level line on its height, and no slanted one, which only stands in for a way', () => {
    const level = [
      { x: 0, y: 210 },
      { x: 150, y: 210 },
    ];
    const slanted = [
      { x: 0, y: 0 },
      { x: 900, y: 900 },
    ];
    expect(acrossBand([level, slanted])(band)).toEqual([{ from: -8, to: 158 }]);
  });

  it('is found among very many lines on one height in a time that grows as they do', () => {
    const lines = Array.from({ length: 60_000 }, (_, place) => [
      { x: place, y: 210 },
      { x: place + 40, y: 210 },
    ]);
    const elapsed = processorTime();
    expect(titleLeft(band, 80, acrossBand(lines)(band))).toBe(100);
    expect(elapsed()).toBeLessThan(1_000);
  });
});
