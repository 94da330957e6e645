import { expect, it } from 'vitest';
import { killHolders } from '../support/killedLocks.ts';

// The soak run kills forty.
it('row 9: a file that a killed process had open is free within 10 s, and was told as taken before', async () => {
  for (const { said, told, freeAfter } of await killHolders(2, 9)) {
    expect(said).toBe('held');
    expect(told).toBe(true);
    expect(freeAfter).toBeLessThanOrEqual(10_000);
  }
}, 60_000);
