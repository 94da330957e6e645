import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import type { Layout, LayoutGraph } from '../../../src/core/layout/layout.ts';
import { anyGraph, cloudGraph } from '../../support/layoutGraphs.ts';
import { measureLayout } from '../../support/layoutMetrics.ts';

const engine = bundledElkEngine();

async function laidOut(graph: LayoutGraph): Promise<Layout> {
  const result = await engine(graph);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const clean = { overlaps: 0, through: 0, outside: 0, coveredLabels: 0, slanted: 0, unrouted: 0 };
const box = (id: string, group?: string) => ({ id, width: 80, height: 40, ...(group === undefined ? {} : { group }) });
const graphOf = (parts: Partial<LayoutGraph>): LayoutGraph => ({
  nodes: [],
  groups: [],
  edges: [],
  direction: 'right',
  ...parts,
});
const frame = (id: string, parent?: string) => ({
  id,
  padding: { top: 30, right: 10, bottom: 10, left: 10 },
  minimum: { width: 100, height: 50 },
  ...(parent === undefined ? {} : { parent }),
});

describe('the ELK engine', () => {
  it('lays out any graph cleanly, in integers, twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const layout = await laidOut(graph);
        expect(measureLayout(graph, layout)).toMatchObject(clean);
        const numbers = Object.values(layout.edges).flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y]));
        expect(numbers.every(Number.isInteger)).toBe(true);
        expect(await laidOut(graph)).toEqual(layout);
      }),
      { numRuns: 40, seed: 7 },
    );
  }, 60_000);

  it('starts and ends every edge on the border of its nodes, from source to target', async () => {
    const graph = cloudGraph(60);
    const layout = await laidOut(graph);
    for (const { id, from, to } of graph.edges) {
      const { points } = layout.edges[id] ?? { points: [] };
      for (const [point, node] of [
        [points[0], layout.nodes[from]],
        [points.at(-1), layout.nodes[to]],
      ] as const) {
        if (point === undefined || node === undefined) throw new Error(id);
        const onSide =
          point.x === node.x ||
          point.x === node.x + node.width ||
          point.y === node.y ||
          point.y === node.y + node.height;
        expect(onSide, id).toBe(true);
      }
    }
  });

  it('leads a flow and its answer straight between the two', async () => {
    const graph = graphOf({
      nodes: [box('store'), box('service')],
      edges: [
        { id: 'there', from: 'store', to: 'service', side: true },
        { id: 'back', from: 'service', to: 'store', side: true },
      ],
    });
    const { edges, nodes } = await laidOut(graph);
    expect(edges.back?.points[0]?.x).toBe(nodes.service?.x);
    expect(edges.back?.points.at(-1)?.x).toBe((nodes.store?.x ?? 0) + 80);
  });

  it('gives nothing a layout of nothing', async () => {
    expect(await laidOut(graphOf({}))).toMatchObject({ width: 0, height: 0 });
  });

  it('lets an empty group keep its least size', async () => {
    const layout = await laidOut(graphOf({ groups: [frame('empty')] }));
    expect(layout.groups.empty).toMatchObject({ width: 100, height: 50 });
  });

  it('takes ids that are names of things in JavaScript', async () => {
    const ids = ['__proto__', 'constructor', 'toString', ''];
    const layout = await laidOut(
      graphOf({ nodes: ids.map((id) => box(id)), edges: [{ id: '__proto__', from: '__proto__', to: '' }] }),
    );
    expect(Object.keys(layout.nodes).sort()).toEqual([...ids].sort());
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it.each([
    ['an unknown end', graphOf({ nodes: [box('a')], edges: [{ id: 'e', from: 'a', to: 'b' }] }), '"b"'],
    ['an unknown group', graphOf({ nodes: [box('a', 'g')] }), '"g"'],
    ['a node twice', graphOf({ nodes: [box('a'), box('a')] }), '"a"'],
    ['a node and a group of one id', graphOf({ nodes: [box('a')], groups: [frame('a')] }), '"a"'],
    ['groups inside each other', graphOf({ groups: [frame('g', 'h'), frame('h', 'g')] }), 'inside itself'],
    ['a size that is none', graphOf({ nodes: [{ id: 'a', width: Number.NaN, height: 1 }] }), '"a"'],
  ])('refuses %s and names it', async (_, graph, named) => {
    const result = await engine(graph);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'invalid-graph', message: expect.stringContaining(named) },
    });
  });

  it('turns a failure of ELK into a typed one', async () => {
    const { createElkEngine } = await import('../../../src/core/layout/elkEngine.ts');
    const broken = createElkEngine({ layout: () => Promise.reject(new Error('out of memory')) });
    expect(await broken(graphOf({ nodes: [box('a')] }))).toMatchObject({
      ok: false,
      error: { kind: 'engine', message: expect.stringContaining('out of memory') },
    });
  });

  it('keeps what was put by hand, moves nothing else, and leads its edges around', async () => {
    const graph = cloudGraph(30);
    const before = await laidOut(graph);
    const position = { x: -300, y: -200 };
    const moved = graph.nodes.map((node, index) => (index === 5 ? { ...node, position } : node));
    const after = await laidOut({ ...graph, nodes: moved });
    expect(after.nodes.n5).toMatchObject(position);
    for (const { id } of graph.nodes) if (id !== 'n5') expect(after.nodes[id]).toEqual(before.nodes[id]);
    expect(measureLayout(graph, after)).toMatchObject({ outside: 0, slanted: 0, through: 0, unrouted: 0 });
  });
});
