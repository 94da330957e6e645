import type { Point, Rectangle, Size } from '../base/geometry.ts';
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
    return movedIds.has(from) || movedIds.has(to) || movedBoxes.some((box) => passes(points, box));
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
    const { padding } = group;
    const padded = content.map(({ x, y, width, height }) => ({
      x: x - padding.left,
      y: y - padding.top,
      width: width + padding.left + padding.right,
      height: height + padding.top + padding.bottom,
    }));
    groups.set(group.id, hull([own, ...padded]));
  }
  return Object.fromEntries(groups);
}

/** The least rectangle around all. */
function hull(boxes: readonly Rectangle[]): Rectangle {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

const passes = (points: readonly Point[], box: Rectangle): boolean =>
  points.slice(1).some((end, index) => {
    const start = points[index] ?? end;
    return (
      Math.max(start.x, end.x) > box.x - nearness &&
      Math.min(start.x, end.x) < box.x + box.width + nearness &&
      Math.max(start.y, end.y) > box.y - nearness &&
      Math.min(start.y, end.y) < box.y + box.height + nearness
    );
  });

/** Where no way is left, as between nodes on top of one another: from middle to middle in at most one corner. */
function elbow(from: Rectangle | undefined, to: Rectangle | undefined): readonly Point[] {
  if (from === undefined || to === undefined) return [];
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  const end = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
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
