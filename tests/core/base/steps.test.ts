import { describe, expect, it } from 'vitest';
import { eachInSteps, finish, type Steps } from '../../../src/core/base/steps.ts';

function* counted(items: readonly string[], atOnce: number): Steps<string> {
  let told = '';
  yield* eachInSteps(items, atOnce, (item, place) => {
    told += `${place}${item} `;
  });
  return told;
}

describe('work in steps', () => {
  it('comes to its end, and may be left after every so many items', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    expect(finish(counted(items, 2))).toBe('0a 1b 2c 3d 4e ');
    expect([...counted(items, 2)]).toHaveLength(2);
    expect([...counted([], 2)]).toHaveLength(0);
  });
});
