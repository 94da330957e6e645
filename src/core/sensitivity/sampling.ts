/** How often a plan stands when all weights are drawn at random: seeded, so that the same need gives the same figure. */
import { seededRandom } from '../base/random.ts';
import type { Model } from './model.ts';
import { type Plan, planAt } from './sweep.ts';

/** Draws; with these, the half of a 95 % interval is at most 3.1 points. */
export const sampleSize = 1000;
/** Fixed, so that a figure can be quoted. */
export const sampleSeed = 20_261_123;

/** A share of draws, and the bounds between which the true share lies with 95 % confidence. */
export interface Share {
  readonly holds: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
const quantile = 1.959963984540054;

/** The share `successes / draws` with Wilson's score interval (E. B. Wilson, 1927), which is sound near 0 and 1 too. */
export function shareOf(successes: number, draws: number): Share {
  if (draws === 0) return { holds: 0, low: 0, high: 1 };
  const holds = successes / draws;
  const square = quantile ** 2 / draws;
  const middle = (holds + square / 2) / (1 + square);
  const half = (quantile * Math.sqrt((holds * (1 - holds)) / draws + square / (4 * draws))) / (1 + square);
  return { holds, low: Math.max(0, Math.min(holds, middle - half)), high: Math.min(1, Math.max(holds, middle + half)) };
}

/** Plans under weights that are drawn evenly from [0, 1], each criterion by itself. */
export function samplePlans(model: Model, draws = sampleSize, seed = sampleSeed): readonly Plan[] {
  const random = seededRandom(seed);
  return Array.from({ length: draws }, () =>
    planAt(
      model,
      model.weights.map(() => random()),
    ),
  );
}
