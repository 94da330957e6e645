import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { type Folds, foldedLayout, foldsOf } from '../../../src/core/layout/foldedLayout.ts';
import type { Layout, LayoutGraph } from '../../../src/core/layout/layout.ts';
import { anyGraph } from '../../support/layoutGraphs.ts';
import { measureLayout } from '../../support/layoutMetrics.ts';

const engine = bundledElkEngine();
const laid = async (graph: LayoutGraph, folds?: Folds): Promise<Layout> => {
  const found = await (folds ? foldedLayout(engine, folds) : engine)(graph);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
};

const size = { width: 144, height: 120 };
const padding = { top: 44, right: 16, bottom: 16, left: 16 };
const minimum = { width: 80, height: 0 };
/** Calls lie in a store, are heard, translated and read in a boundary of their own, and go to a store and to a team. */
const calls: LayoutGraph = {
  nodes: [
    { id: 'calls', ...size },
    { id: 'recordings', group: 'cloud', ...size },
    { id: 'hear', group: 'services', ...size },
    { id: 'translate', group: 'services', ...size },
    { id: 'read', group: 'services', ...size },
    { id: 'findings', group: 'cloud', ...size },
    { id: 'team', ...size },
  ],
  groups: [
    { id: 'cloud', padding, minimum },
    { id: 'services', parent: 'cloud', padding, minimum },
  ],
  edges: [
    { id: 'one', from: 'calls', to: 'recordings' },
    { id: 'two', from: 'recordings', to: 'hear' },
    { id: 'three', from: 'hear', to: 'translate', label: { width: 60, height: 16 } },
    { id: 'four', from: 'translate', to: 'read' },
    { id: 'five', from: 'read', to: 'findings' },
    { id: 'six', from: 'read', to: 'team' },
  ],
  direction: 'right',
};

const placed = (graph: LayoutGraph, { nodes }: Layout): LayoutGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, position: nodes[node.id] ?? { x: 0, y: 0 } })),
});
const middle = ({ nodes }: Layout, id: string) => (nodes[id]?.y ?? Number.NaN) + (nodes[id]?.height ?? 0) / 2;

describe('a folded flow', () => {
  it('runs down in the boundaries that hold no others, and stays across outside them', async () => {
    const [strip, folded] = [await laid(calls), await laid(calls, 'inner')];
    const { nodes } = folded;
    expect(folded.width).toBeLessThan(strip.width * 0.75);
    expect(nodes.hear?.x).toBe(nodes.translate?.x);
    expect(nodes.hear?.y ?? 0).toBeLessThan(nodes.translate?.y ?? 0);
    expect(nodes.translate?.y ?? 0).toBeLessThan(nodes.read?.y ?? 0);
    expect(nodes.recordings?.x ?? 0).toBeLessThan(nodes.hear?.x ?? 0);
    expect(nodes.read?.x ?? 0).toBeLessThan(nodes.findings?.x ?? 0);
  });

  it('has what leads to a block face the node that it leads to', async () => {
    const folded = await laid(calls, 'inner');
    expect(middle(folded, 'recordings')).toBeCloseTo(middle(folded, 'hear'), 0);
    expect(middle(folded, 'calls')).toBeCloseTo(middle(folded, 'hear'), 0);
    expect(middle(folded, 'findings')).toBeCloseTo(middle(folded, 'read'), 0);
    const { points } = folded.edges.two ?? { points: [] };
    expect(points).toHaveLength(2);
  });

  it('runs down in the outermost boundaries with all that they hold', async () => {
    const { nodes } = await laid(calls, 'outer');
    for (const [above, below] of [
      ['recordings', 'hear'],
      ['hear', 'translate'],
      ['read', 'findings'],
    ] as const)
      expect((nodes[above]?.y ?? 0) + size.height).toBeLessThan(nodes[below]?.y ?? 0);
    expect(nodes.calls?.x ?? 0).toBeLessThan(nodes.recordings?.x ?? 0);
    expect(nodes.team?.x ?? 0).toBeGreaterThan(nodes.read?.x ?? 0);
  });

  it('brings what is fed from outside to the left of a block', async () => {
    const box = { width: 80, height: 60 };
    for (const order of [
      ['steer', 'store'],
      ['store', 'steer'],
    ]) {
      const graph: LayoutGraph = {
        nodes: [
          { id: 'video', ...box },
          ...order.map((id) => ({ id, group: 'cloud', ...box })),
          { id: 'see', group: 'cloud', ...box },
        ],
        groups: [{ id: 'cloud', padding, minimum }],
        edges: [{ id: 'in', from: 'video', to: 'store' }, ...order.map((from) => ({ id: from, from, to: 'see' }))],
        direction: 'right',
      };
      const { nodes } = await laid(graph, 'outer');
      expect(nodes.store?.x ?? 0, String(order)).toBeLessThan(nodes.steer?.x ?? 0);
    }
  });

  it('is told from how everything stands', async () => {
    expect(foldsOf(placed(calls, await laid(calls)))).toBeUndefined();
    expect(foldsOf(placed(calls, await laid(calls, 'inner')))).toBe('inner');
    expect(foldsOf(placed(calls, await laid(calls, 'outer')))).toBe('outer');
    expect(foldsOf(calls)).toBeUndefined();
  });

  it('leaves alone what flows down, what has no chain in a boundary, and what a hand has put somewhere', async () => {
    const down: LayoutGraph = { ...calls, direction: 'down' };
    const open: LayoutGraph = { ...calls, groups: [], nodes: calls.nodes.map(({ group: _, ...node }) => node) };
    const held = placed(calls, await laid(calls));
    for (const graph of [down, open, held])
      for (const folds of ['inner', 'outer'] as const) expect(await laid(graph, folds)).toEqual(await laid(graph));
  });

  it('covers nothing, keeps everything in its boundary, and is twice the same, whatever the graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, fc.constantFrom<Folds>('inner', 'outer'), async (any, folds) => {
        const graph: LayoutGraph = { ...any, direction: 'right' };
        const layout = await laid(graph, folds);
        expect(measureLayout(graph, layout)).toMatchObject({ overlaps: 0, outside: 0, unrouted: 0 });
        expect(await laid(graph, folds)).toEqual(layout);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
