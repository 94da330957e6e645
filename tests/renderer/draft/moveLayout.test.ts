import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../src/core/base/geometry.ts';
import type { Layout, LayoutGraph } from '../../../src/core/layout/layout.ts';
import { moveLayout } from '../../../src/renderer/draft/moveLayout.ts';

const padding = { top: 40, right: 10, bottom: 10, left: 10 };
const graph: LayoutGraph = {
  direction: 'right',
  nodes: [
    { id: 'a', width: 100, height: 60, group: 'inner' },
    { id: 'b', width: 100, height: 60, group: 'outer' },
    { id: 'c', width: 100, height: 60 },
  ],
  groups: [
    { id: 'outer', padding, minimum: { width: 0, height: 0 } },
    { id: 'inner', parent: 'outer', padding, minimum: { width: 0, height: 0 } },
  ],
  edges: [
    { id: 'ab', from: 'a', to: 'b', label: { width: 40, height: 20 } },
    { id: 'bc', from: 'b', to: 'c' },
  ],
};
const layout: Layout = {
  width: 700,
  height: 200,
  nodes: {
    a: { x: 40, y: 90, width: 100, height: 60 },
    b: { x: 260, y: 90, width: 100, height: 60 },
    c: { x: 480, y: 90, width: 100, height: 60 },
  },
  groups: { outer: { x: 0, y: 0, width: 400, height: 200 }, inner: { x: 20, y: 50, width: 140, height: 120 } },
  edges: {
    ab: {
      points: [
        { x: 140, y: 120 },
        { x: 260, y: 120 },
      ],
      label: { x: 180, y: 110, width: 40, height: 20 },
    },
    bc: {
      points: [
        { x: 360, y: 120 },
        { x: 480, y: 120 },
      ],
    },
  },
};

const holds = (outer: Rectangle | undefined, inner: Rectangle | undefined): boolean =>
  outer !== undefined &&
  inner !== undefined &&
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('moving nodes of a draft', () => {
  it('is the layout itself where nothing was moved', () => {
    expect(moveLayout(graph, layout, {})).toBe(layout);
    expect(moveLayout(graph, layout, { a: { x: 40, y: 90 }, gone: { x: 0, y: 0 } })).toBe(layout);
  });

  it('leaves what is not concerned as it was', () => {
    const moved = moveLayout(graph, layout, { a: { x: 40, y: 300 } });
    expect(moved.nodes.c).toBe(layout.nodes.c);
    expect(moved.edges.bc).toBe(layout.edges.bc);
    expect(moved.edges.ab).not.toEqual(layout.edges.ab);
  });

  it('leads an edge around a node that was put upon it', () => {
    const moved = moveLayout(
      graph,
      { ...layout, nodes: { ...layout.nodes, c: { x: 480, y: 400, width: 100, height: 60 } } },
      { c: { x: 150, y: 90 } },
    );
    expect(moved.edges.ab).not.toEqual(layout.edges.ab);
  });
});

describe('wherever nodes are moved', () => {
  const place = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) });

  it('groups hold their nodes, and edges go straight from box to box', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const { nodes, groups, edges } = moveLayout(graph, layout, { a, b });
        expect(holds(groups.outer, nodes.a) && holds(groups.outer, nodes.b) && holds(groups.inner, nodes.a)).toBe(true);
        for (const { id, from, to } of graph.edges) {
          const points = edges[id]?.points ?? [];
          expect(points.length).toBeGreaterThanOrEqual(2);
          for (const [index, point] of points.slice(1).entries()) {
            const before = points[index];
            expect(before?.x === point.x || before?.y === point.y).toBe(true);
          }
          const onBorder = (box: Rectangle | undefined, point = points[0]) =>
            box !== undefined && point !== undefined && holds(box, { ...point, width: 0, height: 0 });
          expect(onBorder(nodes[from], points[0]) && onBorder(nodes[to], points.at(-1))).toBe(true);
        }
      }),
    );
  });
});
