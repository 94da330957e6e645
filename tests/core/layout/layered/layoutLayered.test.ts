import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLayered } from '../../../../src/core/layout/layered/layoutLayered.ts';
import { anyGraph, cloudGraph } from '../../../support/layoutGraphs.ts';
import { measureLayout } from '../../../support/layoutMetrics.ts';

const clean = { overlaps: 0, through: 0, outside: 0, coveredLabels: 0, slanted: 0, unrouted: 0 };

describe('our own layered layout', () => {
  it('lays out any graph cleanly, in integers, twice the same', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const layout = layoutLayered(graph);
        expect(measureLayout(graph, layout)).toMatchObject(clean);
        const numbers = Object.values(layout.edges).flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y]));
        expect(numbers.every(Number.isInteger)).toBe(true);
        expect(layoutLayered(graph)).toEqual(layout);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('keeps everything inside the whole, and starts and ends every edge on the border of its nodes', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const layout = layoutLayered(graph);
        for (const { x, y, width, height } of [...Object.values(layout.nodes), ...Object.values(layout.groups)]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(layout.width);
          expect(y + height).toBeLessThanOrEqual(layout.height);
        }
        for (const { id, from, to } of graph.edges) {
          const { points } = layout.edges[id] ?? { points: [] };
          for (const [point, node] of [
            [points[0], layout.nodes[from]],
            [points.at(-1), layout.nodes[to]],
          ] as const) {
            if (point === undefined || node === undefined) throw new Error(id);
            const insideX = point.x >= node.x && point.x <= node.x + node.width;
            const insideY = point.y >= node.y && point.y <= node.y + node.height;
            const onSide =
              [node.x, node.x + node.width].includes(point.x) || [node.y, node.y + node.height].includes(point.y);
            expect(insideX && insideY && onSide, id).toBe(true);
          }
        }
      }),
      { numRuns: 150, seed: 8 },
    );
  });

  it('runs every edge of an acyclic graph without groups to the right', () => {
    const { groups: _, ...graph } = cloudGraph(60);
    const flat = { ...graph, groups: [], nodes: graph.nodes.map(({ group: __, ...node }) => node) };
    const layout = layoutLayered(flat);
    for (const { id, from, to } of flat.edges)
      expect((layout.nodes[from]?.x ?? 0) < (layout.nodes[to]?.x ?? 0), id).toBe(true);
  });

  it('crosses fewer edges than ELK does by its defaults', () => {
    // ELK's own figures on these graphs, by `npm run bench layout`.
    const elk = { 42: 905, 1: 958, 2: 777, 3: 1315 };
    for (const [seed, crossings] of Object.entries(elk)) {
      const graph = cloudGraph(200, Number(seed));
      expect(measureLayout(graph, layoutLayered(graph)).crossings).toBeLessThan(crossings);
    }
  });

  it('takes ids that are names of things in JavaScript', () => {
    const ids = ['__proto__', 'constructor', 'toString', ''];
    const layout = layoutLayered({
      nodes: ids.map((id) => ({ id, width: 80, height: 40 })),
      groups: [],
      edges: [{ id: '__proto__', from: '__proto__', to: '' }],
      direction: 'right',
    });
    expect(Object.keys(layout.nodes).sort()).toEqual([...ids].sort());
    expect(Object.keys(layout.edges)).toEqual(['__proto__']);
  });
});
