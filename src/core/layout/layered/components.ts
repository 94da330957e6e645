import type { Rectangle } from '../../base/geometry.ts';
import type { Layout, LayoutGraph } from '../layout.ts';
import { componentGap } from './spacing.ts';

/** Parts of a graph that no edge or group ties together, in the order of their first box; what stands alone is one part. */
export function splitComponents(graph: LayoutGraph): readonly LayoutGraph[] {
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    return at;
  };
  const join = (one: string, other: string): void => {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) above.set(second, first);
  };
  const tied = new Set<string>();
  for (const { id, parent } of graph.groups) if (parent !== undefined) join(parent, id);
  for (const { id, group } of graph.nodes) if (group !== undefined) join(group, id);
  for (const { from, to } of graph.edges) {
    join(from, to);
    if (from !== to) tied.add(from).add(to);
  }
  const grouped = new Set(graph.groups.map(({ id }) => rootOf(id)));
  const parts = new Map<
    string,
    {
      nodes: LayoutGraph['nodes'][number][];
      groups: LayoutGraph['groups'][number][];
      edges: LayoutGraph['edges'][number][];
    }
  >();
  // A name that cannot be an id of this graph: it is longer than any.
  const alone =
    [...graph.nodes, ...graph.groups].reduce((longest, { id }) => (id.length > longest.length ? id : longest), '') +
    '!';
  const partOf = (id: string) => {
    const root = rootOf(id);
    const key = tied.has(id) || grouped.has(root) ? root : alone;
    const part = parts.get(key) ?? { nodes: [], groups: [], edges: [] };
    parts.set(key, part);
    return part;
  };
  for (const node of graph.nodes) partOf(node.id).nodes.push(node);
  for (const group of graph.groups) partOf(group.id).groups.push(group);
  for (const edge of graph.edges) partOf(edge.from).edges.push(edge);
  return [...parts.values()].map((part) => ({ ...graph, ...part }));
}

/** Sets pictures side by side in rows, about three wide to two high, in their order. */
export function packComponents(parts: readonly Layout[]): Layout {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const area = parts.reduce((sum, { width, height }) => sum + (width + componentGap) * (height + componentGap), 0);
  const most = Math.max(Math.sqrt(area * 1.5), ...parts.map(({ width }) => width));
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  const moved = parts.map((part) => {
    if (x > 0 && x + part.width > most) [x, y, rowHeight] = [0, y + rowHeight + componentGap, 0];
    const placed = shifted(part, x, y);
    width = Math.max(width, x + part.width);
    rowHeight = Math.max(rowHeight, part.height);
    x += part.width + componentGap;
    return placed;
  });
  return {
    width,
    height: y + rowHeight,
    nodes: Object.fromEntries(moved.flatMap(({ nodes }) => Object.entries(nodes))),
    groups: Object.fromEntries(moved.flatMap(({ groups }) => Object.entries(groups))),
    edges: Object.fromEntries(moved.flatMap(({ edges }) => Object.entries(edges))),
  };
}

/** The same picture elsewhere. */
function shifted(layout: Layout, x: number, y: number): Layout {
  const move = (box: Rectangle): Rectangle => ({ ...box, x: box.x + x, y: box.y + y });
  const moveAll = (boxes: Layout['nodes']): Layout['nodes'] =>
    Object.fromEntries(Object.entries(boxes).map(([id, box]) => [id, move(box)]));
  return {
    ...layout,
    nodes: moveAll(layout.nodes),
    groups: moveAll(layout.groups),
    edges: Object.fromEntries(
      Object.entries(layout.edges).map(([id, { points, label }]) => [
        id,
        {
          points: points.map((point) => ({ x: point.x + x, y: point.y + y })),
          ...(label === undefined ? {} : { label: move(label) }),
        },
      ]),
    ),
  };
}
