import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutGraph, LayoutGroup } from '../../../src/core/layout/layout.ts';
import { isPlaced, placedBoxes, placedLayout } from '../../../src/core/layout/placedLayout.ts';

const padding = { top: 40, right: 20, bottom: 20, left: 20 };
const group = (id: string, more: Partial<LayoutGroup> = {}): LayoutGroup => ({
  id,
  padding,
  minimum: { width: 60, height: 0 },
  ...more,
});
const size = { width: 100, height: 80 };
const nested: LayoutGraph = {
  direction: 'right',
  nodes: [
    { id: 'a', ...size, group: 'inner', position: { x: 100, y: 100 } },
    { id: 'b', ...size, group: 'outer', position: { x: 400, y: 100 } },
    { id: 'c', ...size, position: { x: 700, y: 100.4 } },
  ],
  groups: [
    group('outer'),
    group('inner', { parent: 'outer' }),
    group('empty', { box: { x: 0, y: 400, width: 300, height: 90 } }),
  ],
  edges: [
    { id: 'ab', from: 'a', to: 'b' },
    { id: 'outer-c', from: 'outer', to: 'c', label: { width: 40, height: 20 } },
  ],
};

describe('placedLayout', () => {
  it('draws each group around its content and around the groups in it', () => {
    const { nodes, groups } = placedLayout(nested);
    expect(nodes.c).toEqual({ x: 700, y: 100, ...size });
    expect(groups.inner).toEqual({ x: 80, y: 60, width: 140, height: 140 });
    expect(groups.outer).toEqual({ x: 60, y: 20, width: 460, height: 200 });
    expect(groups.empty).toEqual({ x: 0, y: 400, width: 300, height: 90 });
  });

  it('lets a group that a hand has sized grow where its content needs more, and never shrink', () => {
    const graph = {
      ...nested,
      groups: [group('outer', { box: { x: 0, y: 0, width: 450, height: 900 } }), group('inner', { parent: 'outer' })],
    };
    expect(placedBoxes(graph).groups.outer).toEqual({ x: 0, y: 0, width: 520, height: 900 });
  });

  it('leads every edge from one end to the other, a group being an end like any other', () => {
    const { edges, groups, nodes } = placedLayout(nested);
    for (const { id, from, to } of nested.edges) {
      const points = edges[id]?.points ?? [];
      expect(points.length, id).toBeGreaterThanOrEqual(2);
      for (const [end, at] of [
        [from, points[0]],
        [to, points.at(-1)],
      ] as const) {
        const box = nodes[end] ?? groups[end];
        expect(
          box && at && (at.x === box.x || at.x === box.x + box.width || at.y === box.y || at.y === box.y + box.height),
          id,
        ).toBe(true);
      }
    }
  });

  it('moves what a drag moves, and the groups around it', () => {
    const { nodes, groups } = placedBoxes(nested, { a: { x: 100, y: 300 } });
    expect(nodes.a?.y).toBe(300);
    expect(groups.inner?.y).toBe(260);
    expect((groups.outer?.y ?? 0) + (groups.outer?.height ?? 0)).toBe(420);
  });

  it('says whether anything is still without a place', () => {
    expect(isPlaced(nested)).toBe(true);
    expect(isPlaced({ ...nested, nodes: [...nested.nodes, { id: 'd', ...size }] })).toBe(false);
  });

  it('holds the content of every group, wherever it stands', () => {
    const place = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
        const nodes = places.map((position, at) => ({
          id: `n${at}`,
          ...size,
          group: at % 2 ? 'inner' : 'outer',
          position,
        }));
        const { nodes: boxes, groups } = placedBoxes({ ...nested, nodes, edges: [] });
        for (const node of nodes) {
          const box = boxes[node.id];
          const holder = groups[node.group];
          if (!box || !holder) throw new Error('a box is missing');
          expect(holder.x).toBeLessThanOrEqual(box.x - padding.left);
          expect(holder.x + holder.width).toBeGreaterThanOrEqual(box.x + box.width + padding.right);
          expect(holder.y).toBeLessThanOrEqual(box.y - padding.top);
          expect(holder.y + holder.height).toBeGreaterThanOrEqual(box.y + box.height + padding.bottom);
        }
      }),
    );
  });
});
