import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../src/core/base/geometry.ts';
import { layoutLayered } from '../../../src/core/layout/layered/layoutLayered.ts';
import type { LayoutGraph } from '../../../src/core/layout/layout.ts';
import { routeEdges } from '../../../src/core/layout/routeEdges.ts';
import { anyGraph, cloudGraph } from '../../support/layoutGraphs.ts';
import { measureLayout } from '../../support/layoutMetrics.ts';

const graphOf = (nodes: Readonly<Record<string, Rectangle>>, edges: LayoutGraph['edges']): LayoutGraph => ({
  nodes: Object.entries(nodes).map(([id, box]) => ({ ...box, id })),
  groups: [],
  edges,
  direction: 'right',
});
const laidOut = (nodes: Readonly<Record<string, Rectangle>>, edges: LayoutGraph['edges']) => ({
  width: 0,
  height: 0,
  nodes,
  groups: {},
  edges: routeEdges(edges, nodes),
});

describe('leading edges around boxes', () => {
  it('leads through no node, level and upright, in whole px, from border to border, twice the same', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { nodes } = layoutLayered(graph);
        const edges = routeEdges(graph.edges, nodes);
        const metrics = measureLayout(graph, { ...layoutLayered(graph), edges });
        expect(metrics).toMatchObject({ through: 0, slanted: 0, unrouted: 0 });
        for (const { id, from, to } of graph.edges) {
          const points = edges[id]?.points ?? [];
          expect(points.length).toBeGreaterThan(1);
          expect(points.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
          for (const [point, box] of [
            [points[0], nodes[from]],
            [points.at(-1), nodes[to]],
          ] as const) {
            if (point === undefined || box === undefined) throw new Error(id);
            const onSide =
              [box.x, box.x + box.width].includes(point.x) || [box.y, box.y + box.height].includes(point.y);
            expect(onSide, id).toBe(true);
          }
        }
        expect(routeEdges(graph.edges, nodes)).toEqual(edges);
      }),
      { numRuns: 150, seed: 21 },
    );
  });

  it('leaves on the side that is wished for, as long as a way does', () => {
    const nodes = {
      a: { x: 0, y: 0, width: 80, height: 60 },
      b: { x: 300, y: 0, width: 80, height: 60 },
      c: { x: 0, y: 61, width: 80, height: 60 },
    };
    const start = (leaves: 'top' | 'bottom' | 'left') =>
      routeEdges([{ id: 'e', from: 'a', to: 'b', leaves }], nodes).e?.points[0];
    expect(start('top')).toEqual({ x: 40, y: 0 });
    expect(start('left')).toEqual({ x: 0, y: 30 });
    // Right below it stands another.
    expect(start('bottom')).toEqual({ x: 80, y: 30 });
  });

  it('goes around what stands between', () => {
    const nodes = {
      a: { x: 0, y: 0, width: 80, height: 60 },
      wall: { x: 160, y: -200, width: 40, height: 460 },
      b: { x: 300, y: 0, width: 80, height: 60 },
    };
    const edges = [{ id: 'e', from: 'a', to: 'b' }];
    expect(measureLayout(graphOf(nodes, edges), laidOut(nodes, edges))).toMatchObject({ through: 0, unrouted: 0 });
  });

  it('goes straight where nothing is in the way', () => {
    const nodes = { a: { x: 0, y: 0, width: 80, height: 60 }, b: { x: 300, y: 0, width: 80, height: 60 } };
    expect(routeEdges([{ id: 'e', from: 'a', to: 'b' }], nodes).e?.points).toEqual([
      { x: 80, y: 30 },
      { x: 300, y: 30 },
    ]);
  });

  it('keeps parallel edges apart, and off the edges that stay', () => {
    const nodes = { a: { x: 0, y: 0, width: 80, height: 60 }, b: { x: 300, y: 0, width: 80, height: 60 } };
    const stays = {
      old: {
        points: [
          { x: 80, y: 30 },
          { x: 300, y: 30 },
        ],
      },
    };
    const { one, other } = routeEdges(
      [
        { id: 'one', from: 'a', to: 'b' },
        { id: 'other', from: 'b', to: 'a' },
      ],
      nodes,
      stays,
    );
    const heights = [stays.old, one, other].map((edge) => edge?.points[0]?.y);
    expect(new Set(heights).size).toBe(3);
  });

  it('gives boxes that lie on one another a way all the same', () => {
    const box = { x: 0, y: 0, width: 80, height: 60 };
    const { e } = routeEdges([{ id: 'e', from: 'a', to: 'b' }], { a: box, b: { ...box, x: 10 } });
    expect(e?.points.length).toBeGreaterThan(1);
  });

  it('places labels clear of nodes and of each other where there is room', () => {
    const bare = cloudGraph(40);
    const graph = { ...bare, edges: bare.edges.map((edge) => ({ ...edge, label: { width: 60, height: 18 } })) };
    const { nodes } = layoutLayered(graph);
    const layout = { width: 0, height: 0, nodes, groups: {}, edges: routeEdges(graph.edges, nodes) };
    expect(measureLayout(graph, layout).coveredLabels).toBe(0);
  });

  it('leads over a thousand edges across a full grid in few bends each, through no node', () => {
    const graph = cloudGraph(700);
    const nodes = Object.fromEntries(
      graph.nodes.map(({ id }, at) => [
        id,
        { x: (at % 27) * 240, y: Math.floor(at / 27) * 146, width: 144, height: at % 3 === 0 ? 130 : 108 },
      ]),
    );
    expect(graph.edges.length).toBeGreaterThan(1_000);
    const edges = routeEdges(graph.edges, nodes);
    const ways = graph.edges.map(({ id }) => edges[id]?.points ?? []);
    const bends = ways.reduce((sum, points) => sum + points.length - 2, 0);
    expect(bends / ways.length).toBeLessThan(4.5);
    const boxes = Object.entries(nodes);
    const through = graph.edges.filter(({ from, to }, at) =>
      ways[at]?.some((point, index, points) => {
        const next = points[index + 1] ?? point;
        const [left, right] = [Math.min(point.x, next.x), Math.max(point.x, next.x)];
        const [top, bottom] = [Math.min(point.y, next.y), Math.max(point.y, next.y)];
        return boxes.some(
          ([id, { x, y, width, height }]) =>
            id !== from && id !== to && left < x + width && right > x && top < y + height && bottom > y,
        );
      }),
    );
    expect(through).toEqual([]);
  });
});
