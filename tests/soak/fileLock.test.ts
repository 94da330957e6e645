import { expect, it } from 'vitest';
import { tellFigure } from '../support/figure.ts';
import { killHolders } from '../support/killedLocks.ts';

it('row 9: the files of 40 killed processes are free within 10 s', async (context) => {
  const found = [...(await killHolders(20, 1)), ...(await killHolders(20, 2))];
  const longest = Math.max(...found.map(({ freeAfter }) => freeAfter));
  tellFigure(context, `${found.length} holders killed: free after at most ${Math.round(longest)} ms`);
  expect(found.every(({ said, told }) => said === 'held' && told)).toBe(true);
  expect(longest).toBeLessThanOrEqual(10_000);
});
