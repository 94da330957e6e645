/** A draft's layout after nodes were moved by hand: groups follow what they hold, edges are led anew. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { Layout, LayoutGraph } from '../../core/layout/layout.ts';
import { labelPlace, routeEdge } from './routeEdge.ts';

type Places = Readonly<Record<string, Rectangle>>;
type Route = Layout['edges'][string];

function boundsOf(boxes: readonly Rectangle[]): Rectangle | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Ids of the nodes in a group and in the groups inside it. */
function membersOf(graph: LayoutGraph, group: string): string[] {
  const inside = graph.groups.filter(({ parent }) => parent === group).flatMap(({ id }) => membersOf(graph, id));
  return [...graph.nodes.filter((node) => node.group === group).map(({ id }) => id), ...inside];
}

/** The group around the new places of its nodes, with as much room on every side as it had. */
function follow(group: Rectangle, members: readonly string[], before: Places, after: Places): Rectangle {
  const old = boundsOf(members.flatMap((id) => before[id] ?? []));
  const now = boundsOf(members.flatMap((id) => after[id] ?? []));
  if (!old || !now) return group;
  return {
    x: group.x + now.x - old.x,
    y: group.y + now.y - old.y,
    width: group.width + now.width - old.width,
    height: group.height + now.height - old.height,
  };
}

const overlaps = (from: Point, to: Point, box: Rectangle): boolean =>
  Math.max(from.x, to.x) > box.x &&
  Math.min(from.x, to.x) < box.x + box.width &&
  Math.max(from.y, to.y) > box.y &&
  Math.min(from.y, to.y) < box.y + box.height;

const runsThrough = ({ points }: Route, box: Rectangle): boolean =>
  points.slice(1).some((point, index) => overlaps(points[index] ?? point, point, box));

function relabelled(points: readonly Point[], label: Rectangle | undefined): Route {
  if (label === undefined) return { points };
  const middle = labelPlace(points);
  return {
    points,
    label: { ...label, x: Math.round(middle.x - label.width / 2), y: Math.round(middle.y - label.height / 2) },
  };
}

/** Puts nodes at hand positions (px of the layout, by node id). What is not concerned stays as it was laid out. */
export function moveLayout(graph: LayoutGraph, layout: Layout, positions: Readonly<Record<string, Point>>): Layout {
  const moved = new Set<string>();
  const nodes: Record<string, Rectangle> = {};
  for (const [id, box] of Object.entries(layout.nodes)) {
    const place = Object.hasOwn(positions, id) ? positions[id] : undefined;
    const x = Math.round(place?.x ?? box.x);
    const y = Math.round(place?.y ?? box.y);
    if (x !== box.x || y !== box.y) moved.add(id);
    nodes[id] = moved.has(id) ? { ...box, x, y } : box;
  }
  if (moved.size === 0) return layout;

  const movedBoxes = [...moved].flatMap((id) => nodes[id] ?? []);
  const edges: Record<string, Route> = {};
  for (const { id, from, to } of graph.edges) {
    const route = layout.edges[id];
    const start = nodes[from];
    const end = nodes[to];
    if (!route || !start || !end) continue;
    const stays = !moved.has(from) && !moved.has(to) && !movedBoxes.some((box) => runsThrough(route, box));
    const others = Object.entries(nodes).flatMap(([node, box]) => (node === from || node === to ? [] : [box]));
    edges[id] = stays ? route : relabelled(routeEdge(start, end, others), route.label);
  }
  const groups = Object.fromEntries(
    Object.entries(layout.groups).map(([id, box]) => [id, follow(box, membersOf(graph, id), layout.nodes, nodes)]),
  );
  return { ...layout, nodes, groups, edges };
}
