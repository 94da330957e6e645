import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/core/checks/problem.ts';
import { emptyPage, tableOf } from '../../../src/core/diagram/page.ts';
import { problemGroups } from '../../../src/renderer/sketch/problemGroups.ts';

const places = { a: { x: 400, y: 10 }, b: { x: 10, y: 60 }, c: { x: 0, y: 500 } };
const page = {
  ...emptyPage('p', ''),
  nodes: tableOf(
    Object.entries(places).map(([id, position]) => ({ id, kind: 'service', label: id, position }) as const),
  ),
};
const problem = (id: string, kind: Problem['kind'], severity: Problem['severity'], part?: string): Problem => ({
  id,
  kind,
  severity,
  text: id,
  parts: part === undefined ? [] : [part],
});

describe('problems of a page', () => {
  it('stand by kind, the gravest first, and in each as the page is read', () => {
    const groups = problemGroups(
      [
        problem('1', 'unconnected', 'hint', 'c'),
        problem('2', 'lifecycle', 'error', 'c'),
        problem('3', 'unconnected', 'hint', 'a'),
        problem('4', 'unconnected', 'hint', 'b'),
        problem('5', 'unconnected', 'hint'),
      ],
      page,
    );
    expect(groups.map(({ problems }) => problems.map(({ id }) => id))).toEqual([['2'], ['5', '4', '3', '1']]);
  });
});
