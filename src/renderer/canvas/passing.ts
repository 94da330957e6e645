/** Something that goes on for a while. */
export interface Passing {
  /** By the clock of `performance.now`, ms. */
  readonly began: number;
  readonly duration: number;
}

/**
 * The share of it that is over, 0 to 1. A frame is given the time at which it was due: where the thread was busy, that is before
 * the beginning.
 */
export const shareOf = ({ began, duration }: Passing, now: number): number =>
  Math.min(1, Math.max(0, (now - began) / duration));

/** Quick at first, then slower. */
export const easeOut = (share: number): number => 1 - (1 - share) ** 3;
