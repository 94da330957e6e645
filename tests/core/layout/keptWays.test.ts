import { describe, expect, it } from 'vitest';
import type { LayoutEdge } from '../../../src/core/layout/layout.ts';
import { fittingWays, keptWays, layoutOf, leadEdges } from '../../../src/core/layout/placedLayout.ts';
import { processorTime } from '../../support/processorTime';

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

describe('the ways that edges bring along', () => {
  const way = {
    points: [
      { x: 100, y: 30 },
      { x: 300, y: 30 },
    ],
  };
  const brought: LayoutEdge = { id: 'e', from: 'a', to: 'c', way };
  const blocking = { ...boxes, nodes: { ...boxes.nodes, d: { x: 180, y: 10, width: 30, height: 40 } } };

  it('fit where their ends lie on the borders that they belong to', () => {
    expect(fittingWays([brought], boxes)).toEqual({ e: way });
    expect(fittingWays([{ ...brought, to: 'b' }], boxes)).toEqual({});
  });

  it('fit with a node on them only where that is allowed', () => {
    expect(fittingWays([brought], blocking)).toEqual({ e: way });
    expect(fittingWays([brought], blocking, { unblocked: true })).toEqual({});
    expect(fittingWays([brought], boxes, { unblocked: true })).toEqual({ e: way });
  });

  it('are looked over in a time that grows as the graph does', () => {
    const ids = Array.from({ length: 6_000 }, (_, place) => place);
    const nodes = Object.fromEntries(ids.map((place) => [`n${place}`, box(place * 200, 0)]));
    const chain = ids.slice(1).map((place): LayoutEdge => {
      const points = [
        { x: place * 200 - 100, y: 30 },
        { x: place * 200, y: 30 },
      ];
      return { id: `e${place}`, from: `n${place - 1}`, to: `n${place}`, way: { points } };
    });
    const elapsed = processorTime();
    const fitting = fittingWays(chain, { nodes, groups: {} }, { unblocked: true });
    const before = { nodes, groups: {}, edges: fitting, width: 0, height: 0 };
    const newcomers = Object.fromEntries(ids.map((place) => [`m${place}`, box(place * 200, 300)]));
    const kept = keptWays(chain, { nodes: { ...nodes, ...newcomers }, groups: {} }, before);
    expect(Object.keys(kept).length).toBe(chain.length);
    expect(elapsed()).toBeLessThan(1_500);
  });
});
