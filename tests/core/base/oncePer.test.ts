import { expect, it, vi } from 'vitest';
import { oncePer } from '../../../src/core/base/oncePer.ts';

it('makes one for each thing, and the same again for the same thing', () => {
  const make = vi.fn(({ name }: { name: string }) => ({ title: name }));
  const titleOf = oncePer(make);
  const [one, alike] = [{ name: 'a' }, { name: 'a' }];
  expect(titleOf(one)).toBe(titleOf(one));
  expect(titleOf(alike)).not.toBe(titleOf(one));
  expect(make).toHaveBeenCalledTimes(2);
});

it('keeps what is nothing much, too', () => {
  const make = vi.fn((_: object) => 0);
  const countOf = oncePer(make);
  const thing = {};
  expect([countOf(thing), countOf(thing)]).toEqual([0, 0]);
  expect(make).toHaveBeenCalledTimes(1);
});
