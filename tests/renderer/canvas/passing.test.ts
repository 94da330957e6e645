import { describe, expect, it } from 'vitest';
import { easeOut, shareOf } from '../../../src/renderer/canvas/passing.ts';

describe('the share of something that goes on for a while', () => {
  it('grows from nothing to all of it, and stays there', () => {
    const passing = { began: 100, duration: 200 };
    expect([100, 200, 300, 900].map((now) => shareOf(passing, now))).toEqual([0, 0.5, 1, 1]);
  });

  it('is nothing in a frame that was due before it began', () => {
    expect(easeOut(shareOf({ began: 1000, duration: 250 }, 400))).toBe(0);
  });
});
