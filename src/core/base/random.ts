/** A source of numbers in [0, 1). Passed in wherever chance is wanted, so that the same seed gives the same result. */
export type Random = () => number;

/** A seeded generator (mulberry32, public domain, Tommy Ettinger 2017): fast, 32 bits of state, for sampling only. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
