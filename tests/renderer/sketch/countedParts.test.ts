import { expect, it } from 'vitest';
import type { Part } from '../../../src/core/diagram/page.ts';
import { countedParts } from '../../../src/renderer/sketch/countedParts.ts';

const counting = (...types: Part['type'][]) => countedParts(types.map((type) => ({ type })));

it('lines and boundaries are no parts', () => {
  expect(counting('node', 'node', 'edge', 'group', 'edge')).toBe('2 parts, 1 boundary and 2 lines');
  expect(counting('node', 'edge')).toBe('1 part and 1 line');
  expect(counting('edge', 'edge')).toBe('2 lines');
  expect(counting('group', 'group')).toBe('2 boundaries');
});
