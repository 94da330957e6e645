import { describe, expect, it } from 'vitest';
import { besideGroups } from '../../../src/core/layout/besideGroups.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import type { LayoutGraph } from '../../../src/core/layout/layout.ts';
import { createRelayout } from '../../../src/core/layout/relayout.ts';

const size = { width: 144, height: 120 };
const padding = { top: 44, right: 16, bottom: 16, left: 16 };
const minimum = { width: 80, height: 0 };
/** Hear and read stand in a boundary, and what is between them does not. */
const graph: LayoutGraph = {
  nodes: [
    { id: 'calls', ...size },
    { id: 'hear', group: 'services', ...size },
    { id: 'translate', ...size },
    { id: 'read', group: 'services', ...size },
    { id: 'team', ...size },
  ],
  groups: [
    { id: 'cloud', padding, minimum },
    { id: 'services', parent: 'cloud', padding, minimum },
  ],
  edges: [
    { id: 'one', from: 'calls', to: 'hear' },
    { id: 'two', from: 'hear', to: 'translate' },
    { id: 'three', from: 'translate', to: 'read' },
    { id: 'four', from: 'read', to: 'team' },
  ],
  direction: 'right',
};
const engine = bundledElkEngine();

describe('a part between two parts of a boundary that it is not in', () => {
  it.each(['right', 'down'] as const)(
    'stands beside it, so that the flow never runs backwards (%s)',
    async (direction) => {
      const laid = await besideGroups(engine, createRelayout(engine))({ ...graph, direction });
      if (!laid.ok) throw new Error(laid.error.message);
      const { nodes, groups, edges } = laid.value;
      const along = direction === 'right' ? 'x' : 'y';
      const places = ['calls', 'hear', 'translate', 'read', 'team'].map((id) => nodes[id]?.[along] ?? Number.NaN);
      expect(places).toEqual(places.toSorted((left, right) => left - right));
      const ends = ['hear', 'translate', 'read'].map((id) => nodes[id]?.[along] ?? Number.NaN);
      const length = direction === 'right' ? size.width : size.height;
      // None beside another, either: each after the end of the one before.
      expect(ends.slice(1).every((place, at) => place >= (ends[at] ?? 0) + length)).toBe(true);
      const [beside, cloud] = [nodes.translate, groups.cloud];
      if (!beside || !cloud) throw new Error('Something has no place.');
      const apart =
        beside.x >= cloud.x + cloud.width ||
        beside.x + beside.width <= cloud.x ||
        beside.y >= cloud.y + cloud.height ||
        beside.y + beside.height <= cloud.y;
      expect(apart).toBe(true);
      expect(Object.keys(edges).sort()).toEqual(['four', 'one', 'three', 'two']);
    },
  );

  it('and nothing else is laid out otherwise than by the engine', async () => {
    const plain = { ...graph, edges: graph.edges.slice(0, 2) };
    expect(await besideGroups(engine, createRelayout(engine))(plain)).toEqual(await engine(plain));
  });
});
