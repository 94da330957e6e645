import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { success } from '../../../src/core/base/result.ts';
import { layoutLayered } from '../../../src/core/layout/layered/layoutLayered.ts';
import type { Layout, LayoutEngine, LayoutGraph, RelayoutScope } from '../../../src/core/layout/layout.ts';
import { createRelayout } from '../../../src/core/layout/relayout.ts';
import { anyGraph, cloudGraph } from '../../support/layoutGraphs.ts';
import { measureLayout } from '../../support/layoutMetrics.ts';

const engine: LayoutEngine = (graph) => Promise.resolve(success(layoutLayered(graph)));
const relayout = createRelayout(engine);

async function again(graph: LayoutGraph, before: Layout, scope?: RelayoutScope): Promise<Layout> {
  const result = await relayout(graph, before, scope);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The graph without one of its nodes and its edges. */
const without = (graph: LayoutGraph, id: string): LayoutGraph => ({
  ...graph,
  nodes: graph.nodes.filter((node) => node.id !== id),
  edges: graph.edges.filter(({ from, to }) => from !== id && to !== id),
});

/** The share of nodes, but for some, that moved less than 10 px. */
function unmoved(graph: LayoutGraph, before: Layout, after: Layout, but: readonly string[]): number {
  const others = graph.nodes.filter(({ id }) => !but.includes(id));
  const stay = others.filter(({ id }) => {
    const [then, now] = [before.nodes[id], after.nodes[id]];
    return then && now && Math.hypot(now.x - then.x, now.y - then.y) < 10;
  });
  return stay.length / Math.max(1, others.length);
}

const clean = { overlaps: 0, through: 0, outside: 0, slanted: 0, unrouted: 0 };

describe('laying out again', () => {
  it('changes nothing where nothing changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const before = layoutLayered(graph);
        expect(await again(graph, before)).toMatchObject({
          nodes: before.nodes,
          groups: before.groups,
          edges: before.edges,
        });
      }),
      { numRuns: 60, seed: 31 },
    );
  });

  it('adds any node to any graph cleanly, twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, fc.nat(), async (graph, pick) => {
        if (graph.nodes.length === 0) return;
        const added = graph.nodes[pick % graph.nodes.length]?.id ?? '';
        const before = layoutLayered(without(graph, added));
        const after = await again(graph, before);
        expect(measureLayout(graph, after)).toMatchObject(clean);
        expect(await again(graph, before)).toEqual(after);
      }),
      { numRuns: 120, seed: 32 },
    );
  });

  it('adds a node to 200 so that nine tenths of the others move less than 10 px', async () => {
    for (const seed of [42, 1, 2]) {
      const graph = cloudGraph(200, seed);
      for (let index = 3; index < 200; index += 41) {
        const id = `n${index}`;
        const before = layoutLayered(without(graph, id));
        const after = await again(graph, before);
        expect(unmoved(graph, before, after, [id]), id).toBeGreaterThanOrEqual(0.9);
        expect(measureLayout(graph, after)).toMatchObject(clean);
      }
    }
  });

  it('keeps the rest where it is when a node is removed', async () => {
    const graph = cloudGraph(60);
    const before = layoutLayered(graph);
    const rest = without(graph, 'n20');
    const after = await again(rest, before);
    for (const { id } of rest.nodes) expect(after.nodes[id]).toEqual(before.nodes[id]);
    for (const { id } of rest.edges) expect(after.edges[id]).toEqual(before.edges[id]);
  });

  it('makes room for a node that grew', async () => {
    const graph = cloudGraph(60);
    const before = layoutLayered(graph);
    const larger = {
      ...graph,
      nodes: graph.nodes.map((node) => (node.id === 'n20' ? { ...node, width: 300, height: 260 } : node)),
    };
    const after = await again(larger, before);
    expect(after.nodes.n20).toMatchObject({ width: 300, height: 260 });
    expect(measureLayout(larger, after)).toMatchObject(clean);
  });

  it('leaves what is pinned exactly where it is, whatever is laid out', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, fc.constantFrom<RelayoutScope>('whole', 'changes'), async (graph, scope) => {
        const before = layoutLayered(graph);
        const pinned = {
          ...graph,
          nodes: graph.nodes.map((node, index) => ({ ...node, height: node.height + 7, pinned: index % 3 === 0 })),
        };
        const after = await again(pinned, before, scope);
        for (const node of pinned.nodes) {
          if (!node.pinned) continue;
          expect(after.nodes[node.id]).toMatchObject({ x: before.nodes[node.id]?.x, y: before.nodes[node.id]?.y });
        }
        expect(measureLayout(pinned, after)).toMatchObject({ outside: 0, unrouted: 0 });
      }),
      { numRuns: 60, seed: 33 },
    );
  });

  it('tidies one group and leaves the others alone where they are not in the way', async () => {
    const graph = cloudGraph(60);
    const tidy = layoutLayered(graph);
    const messy: Layout = {
      ...tidy,
      nodes: Object.fromEntries(
        graph.nodes.map(({ id, group }, index) => {
          const box = tidy.nodes[id] ?? { x: 0, y: 0, width: 0, height: 0 };
          return [id, group === 'g1' ? { ...box, x: box.x + (index % 5) * 3 } : box];
        }),
      ),
    };
    const after = await again(graph, messy, ['g1']);
    expect(measureLayout(graph, after)).toMatchObject(clean);
    const outside = graph.nodes.filter(({ group }) => group === 'g1').map(({ id }) => id);
    expect(unmoved(graph, messy, after, outside)).toBeGreaterThan(0.5);
    expect(after.groups.g1?.x).toBe(messy.groups.g1?.x);
  });

  it('tidies a few chosen nodes and leaves the rest of their group', async () => {
    const graph = cloudGraph(40);
    const before = layoutLayered(graph);
    const after = await again(graph, before, ['n8', 'n12', 'n16']);
    expect(measureLayout(graph, after)).toMatchObject(clean);
    expect(unmoved(graph, before, after, ['n8', 'n12', 'n16'])).toBeGreaterThan(0.7);
  });

  it('lays out the whole where nothing stands yet', async () => {
    const graph = cloudGraph(200);
    const nothing: Layout = { width: 0, height: 0, nodes: {}, groups: {}, edges: {} };
    expect((await again(graph, nothing)).nodes).toEqual(layoutLayered(graph).nodes);
  });

  it('names what is wrong with a graph', async () => {
    const graph = { ...cloudGraph(40), edges: [{ id: 'e', from: 'n1', to: 'nowhere' }] };
    expect(await relayout(graph, layoutLayered(cloudGraph(40)))).toMatchObject({
      ok: false,
      error: { kind: 'invalid-graph', message: expect.stringContaining('nowhere') },
    });
  });
});
