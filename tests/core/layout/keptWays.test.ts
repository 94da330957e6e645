import { describe, expect, it } from 'vitest';
import type { LayoutEdge } from '../../../src/core/layout/layout.ts';
import { keptWays, layoutOf, leadEdges } from '../../../src/core/layout/placedLayout.ts';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 60 });
const boxes = { nodes: { a: box(0, 0), b: box(0, 120), c: box(300, 0) }, groups: {} };
const edge: LayoutEdge = { id: 'e', from: 'a', to: 'b' };
const before = layoutOf(boxes, leadEdges([edge], boxes));

describe('the ways that can stay', () => {
  it('are those of edges whose ends stand where they stood', () => {
    expect(keptWays([edge], boxes, before)).toEqual(before.edges);
    expect(keptWays([edge], { ...boxes, nodes: { ...boxes.nodes, b: box(0, 130) } }, before)).toEqual({});
  });

  it('are none of an edge that leads elsewhere now, though all stands where it stood', () => {
    expect(keptWays([{ ...edge, to: 'c' }], boxes, before)).toEqual({});
    expect(keptWays([{ ...edge, from: 'c' }], boxes, before)).toEqual({});
    expect(keptWays([{ ...edge, from: 'b', to: 'a' }], boxes, before)).toEqual({});
  });
});
