import { describe, expect, it } from 'vitest';
import { shownDiagram } from '../../../src/core/diagram/collapse.ts';
import type { Diagram } from '../../../src/core/diagram/diagram.ts';

const diagram: Diagram = {
  title: 'Calls',
  nodes: [
    { id: 'store', kind: 'data', label: 'Calls', group: 'inner' },
    { id: 'text', kind: 'service', label: 'Text', group: 'outer' },
    { id: 'user', kind: 'actor', label: 'Agent' },
  ],
  groups: [
    { id: 'outer', kind: 'account', label: 'Account', position: { x: 5, y: 6 } },
    { id: 'inner', kind: 'vpc', label: 'Network', parent: 'outer' },
  ],
  edges: [
    { id: 'one', from: 'user', to: 'store', style: 'flow' },
    { id: 'two', from: 'store', to: 'text', style: 'flow' },
    { id: 'three', from: 'user', to: 'text', style: 'flow' },
    { id: 'four', from: 'text', to: 'user', style: 'flow' },
  ],
};
const collapsed = (...ids: string[]): Diagram => ({
  ...diagram,
  groups: diagram.groups.map((group) => (ids.includes(group.id) ? { ...group, collapsed: true } : group)),
});

describe('shownDiagram', () => {
  it('leaves a diagram alone in which nothing is collapsed', () => {
    expect(shownDiagram(diagram)).toBe(diagram);
  });

  it('shows a collapsed group as one box, with one edge for each way and kind', () => {
    const { nodes, groups, edges } = shownDiagram(collapsed('outer'));
    expect(nodes.map(({ id }) => id)).toEqual(['user', 'outer']);
    expect(nodes[1]).toMatchObject({ label: 'Account', detail: '2 parts inside', position: { x: 5, y: 6 } });
    expect(groups).toEqual([]);
    expect(edges.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['one', 'user', 'outer'],
      ['four', 'outer', 'user'],
    ]);
  });

  it('shows a collapsed group inside an open one where it lies', () => {
    const { nodes, groups, edges } = shownDiagram(collapsed('inner'));
    expect(nodes.find(({ id }) => id === 'inner')).toMatchObject({ group: 'outer', detail: '1 part inside' });
    expect(groups.map(({ id }) => id)).toEqual(['outer']);
    expect(edges.find(({ id }) => id === 'two')).toMatchObject({ from: 'inner', to: 'text' });
  });

  it('leaves the box where its content stood, so that nothing else has to move', () => {
    const placed: Diagram = {
      ...collapsed('inner'),
      nodes: diagram.nodes.map((node, at) => ({ ...node, position: { x: 300 + 200 * at, y: 120 - 10 * at } })),
    };
    expect(shownDiagram(placed).nodes.find(({ id }) => id === 'inner')).toMatchObject({ position: { x: 300, y: 120 } });
    const outer = shownDiagram({ ...placed, groups: collapsed('outer').groups });
    // At the corner of all that it hides, whatever place the group itself was given before.
    expect(outer.nodes.find(({ id }) => id === 'outer')).toMatchObject({ position: { x: 300, y: 110 } });
  });
});
