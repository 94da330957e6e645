import { hullOf, middleOf, type Point, padded, passesNear, type Rectangle, type Size } from '../base/geometry.ts';
import type { Layout, LayoutGraph, LayoutGroup } from './layout.ts';
import { routeAround } from './routeAround.ts';

/** How near to a box an edge may pass before it is led around, px. */
const nearness = 2;

/**
 * Puts nodes where the user put them, lets groups grow around them, and leads the edges anew that a moved node is an
 * end of or stands on. Everything else stays exactly where the engine put it.
 */
export function keepHandPositions(graph: LayoutGraph, layout: Layout): Layout {
  const movedIds = new Set(graph.nodes.filter(({ position }) => position !== undefined).map(({ id }) => id));
  if (movedIds.size === 0) return layout;
  const nodes = Object.fromEntries(
    graph.nodes.map(({ id, position, width, height }) => {
      const box = layout.nodes[id] ?? { x: 0, y: 0, width, height };
      return [id, position === undefined ? box : { ...box, x: Math.round(position.x), y: Math.round(position.y) }];
    }),
  );
  const groups = grownGroups(graph, layout, nodes);
  const movedBoxes = [...movedIds].flatMap((id) => nodes[id] ?? []);
  const stale = graph.edges.filter(({ id, from, to }) => {
    const points = layout.edges[id]?.points ?? [];
    return movedIds.has(from) || movedIds.has(to) || movedBoxes.some((box) => passesNear(points, box, nearness));
  });
  const anew = routeAround(stale, nodes);
  const edges = { ...layout.edges };
  for (const { id, from, to, label } of stale) {
    const found = anew[id]?.points ?? [];
    const points = found.length > 1 ? found : elbow(nodes[from], nodes[to]);
    edges[id] = { points, ...(label === undefined ? {} : { label: labelOn(points, label) }) };
  }
  return { ...layout, nodes, groups, edges };
}

/** Innermost groups first, so that an outer one grows around an inner one that has grown. */
function grownGroups(graph: LayoutGraph, layout: Layout, nodes: Layout['nodes']): Layout['groups'] {
  const byId = new Map(graph.groups.map((group) => [group.id, group]));
  const depth = (group: LayoutGroup): number => {
    const parent = group.parent === undefined ? undefined : byId.get(group.parent);
    return parent === undefined ? 0 : depth(parent) + 1;
  };
  const groups = new Map(Object.entries(layout.groups));
  for (const group of [...graph.groups].sort((left, right) => depth(right) - depth(left))) {
    const own = groups.get(group.id);
    const content = [
      ...graph.nodes.flatMap((node) => (node.group === group.id ? (nodes[node.id] ?? []) : [])),
      ...graph.groups.flatMap(({ id, parent }) => (parent === group.id ? (groups.get(id) ?? []) : [])),
    ];
    if (own === undefined || content.length === 0) continue;
    groups.set(group.id, hullOf([own, ...content.map((box) => padded(box, group.padding))]) ?? own);
  }
  return Object.fromEntries(groups);
}

/** Where no way is left, as between nodes on top of one another: from middle to middle in at most one corner. */
function elbow(from: Rectangle | undefined, to: Rectangle | undefined): readonly Point[] {
  if (from === undefined || to === undefined) return [];
  const [start, end] = [middleOf(from), middleOf(to)];
  return start.x === end.x || start.y === end.y ? [start, end] : [start, { x: end.x, y: start.y }, end];
}

/** In the middle of the longest stretch. */
function labelOn(points: readonly Point[], label: Size): Rectangle {
  let [at, longest]: [Point, number] = [points[0] ?? { x: 0, y: 0 }, -1];
  for (const [index, end] of points.slice(1).entries()) {
    const start = points[index] ?? end;
    const length = Math.abs(end.x - start.x) + Math.abs(end.y - start.y);
    if (length > longest) [at, longest] = [{ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, length];
  }
  return { ...label, x: Math.round(at.x - label.width / 2), y: Math.round(at.y - label.height / 2) };
}
