/** The layout of a graph in which everything was placed already: boxes as they are, groups around them, edges led anew. */
import { hullOf, middleOf, type Point, padded, type Rectangle, sameBox } from '../base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../base/steps.ts';
import { createBoxIndex } from './boxIndex.ts';
import type { Layout, LayoutEdge, LayoutGraph, LayoutGroup, LayoutNode } from './layout.ts';
import { routeEdges } from './routeEdges.ts';

/** Boxes of nodes and groups, px. */
export type PlacedBoxes = Pick<Layout, 'nodes' | 'groups'>;

/** Where an empty group without a box of its own is drawn. */
const emptyGroup: Rectangle = { x: 0, y: 0, width: 240, height: 160 };

/** Edges that are looked over in one step. */
const edgesAtOnce = 500;

/** How near to a box a way may pass, px. */
const nearness = 4;

/** Whether every node has its place, so that no engine needs to be asked. */
export const isPlaced = (graph: LayoutGraph): boolean => graph.nodes.every(({ position }) => position !== undefined);

/**
 * Boxes of a placed graph: nodes at their positions, each group large enough for its own box, its title and all that it
 * holds. A node without a position stands at the origin. `moved` are other corners for some of the nodes.
 */
export function placedBoxes(graph: LayoutGraph, moved: Readonly<Record<string, Point>> = {}): PlacedBoxes {
  const corner = ({ id, position }: LayoutNode): Point =>
    (Object.hasOwn(moved, id) ? moved[id] : undefined) ?? position ?? { x: 0, y: 0 };
  const nodes = Object.fromEntries(
    graph.nodes.map((node) => [node.id, { ...rounded(corner(node)), width: node.width, height: node.height }]),
  );
  return { nodes, groups: groupBoxes(graph, nodes, moved) };
}

/**
 * The whole layout of a placed graph, the one way in which the window and the command line come to it. Deterministic: the same
 * places and the same ways that edges bring along give the same ways. `kept` are ways that stay as they are.
 */
export function placedLayout(
  graph: LayoutGraph,
  boxes: PlacedBoxes = placedBoxes(graph),
  kept: Layout['edges'] = fittingWays(graph.edges, boxes),
): Layout {
  const anew = graph.edges.filter(({ id }) => !Object.hasOwn(kept, id));
  return layoutOf(boxes, { ...kept, ...leadEdges(anew, boxes, kept) });
}

/** Placed boxes and the ways between them as a layout, as large as the boxes reach. */
export function layoutOf(boxes: PlacedBoxes, edges: Layout['edges']): Layout {
  let [width, height] = [0, 0];
  for (const box of [...Object.values(boxes.nodes), ...Object.values(boxes.groups)]) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
  }
  return { ...boxes, edges, width, height };
}

/** The ways of some edges between placed boxes; `others` are those that stay. */
export function leadEdges(
  edges: readonly LayoutEdge[],
  { nodes, groups }: PlacedBoxes,
  others: Layout['edges'] = {},
): Layout['edges'] {
  // Nothing to lead: what else is in the way need not be gone through.
  if (edges.length === 0) return {};
  const isGroup = (id: string): boolean => Object.hasOwn(groups, id);
  const plain = edges.filter(({ from, to }) => !isGroup(from) && !isGroup(to));
  let led = routeEdges(plain, nodes, others);
  // A group is in nobody's way but of the edge that ends at it, which then has nothing to do with what is inside.
  for (const edge of edges.filter(({ from, to }) => isGroup(from) || isGroup(to))) {
    const ends = [edge.from, edge.to].flatMap((id) => (groups[id] ? [[id, groups[id]] as const] : []));
    const outside = Object.entries(nodes).filter(
      ([id, box]) => id === edge.from || id === edge.to || !ends.some(([, group]) => isInside(box, group)),
    );
    led = { ...led, ...routeEdges([edge], Object.fromEntries([...outside, ...ends]), { ...others, ...led }) };
  }
  return led;
}

const isInside = (box: Rectangle, holder: Rectangle): boolean =>
  box.x >= holder.x &&
  box.y >= holder.y &&
  box.x + box.width <= holder.x + holder.width &&
  box.y + box.height <= holder.y + holder.height;

/** How far the end of a way may lie from the border that it should lie on, px: places are whole numbers, ways are not. */
const slack = 1.5;

const isOnBorder = ({ x, y }: Point, box: Rectangle): boolean => {
  const outside = Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height);
  return Math.abs(outside) <= slack;
};

/** Tells of ways whether one of the boxes stands on them, other than those at their ends. Made once for all ways. */
function blockedBy(
  boxes: readonly Rectangle[],
): (points: readonly Point[], from?: Rectangle, to?: Rectangle) => boolean {
  const index = createBoxIndex(boxes);
  return (points, from, to) => {
    for (let place = 1; place < points.length; place += 1) {
      const [start, end] = [points[place - 1], points[place]];
      if (start === undefined || end === undefined) continue;
      const isHit = index.some(
        Math.min(start.x, end.x) - nearness,
        Math.min(start.y, end.y) - nearness,
        Math.max(start.x, end.x) + nearness,
        Math.max(start.y, end.y) + nearness,
        (box) => box !== from && box !== to,
      );
      if (isHit) return true;
    }
    return false;
  };
}

/**
 * The ways that edges bring along, where both ends lie on the borders that they belong to. `unblocked`: and where no other node
 * stands on them; what was drawn so once may have led through one.
 */
export function fittingWays(
  edges: readonly LayoutEdge[],
  { nodes, groups }: PlacedBoxes,
  { unblocked = false }: { readonly unblocked?: boolean } = {},
): Layout['edges'] {
  const isBlocked = unblocked ? blockedBy(Object.values(nodes)) : () => false;
  return Object.fromEntries(
    edges.flatMap(({ id, from, to, label, way }) => {
      const [start, end] = [way?.points[0], way?.points.at(-1)];
      const [fromBox, toBox] = [nodes[from] ?? groups[from], nodes[to] ?? groups[to]];
      if (!way || !start || !end || !fromBox || !toBox) return [];
      if (!isOnBorder(start, fromBox) || !isOnBorder(end, toBox)) return [];
      if ((label === undefined) !== (way.label === undefined)) return [];
      const { points } = way;
      if (isBlocked(points, nodes[from], nodes[to])) return [];
      return [[id, { points, ...(label && way.label && { label: { ...way.label, ...label } }) }] as const];
    }),
  );
}

/**
 * The ways of those edges that can stay: both ends are at what they were at, which stands where it stood, and nothing new stands in
 * between.
 */
export const keptWays = (
  edges: readonly LayoutEdge[],
  boxes: PlacedBoxes,
  before: Layout | undefined,
): Layout['edges'] => finish(keepingWays(edges, boxes, before));

/** The same in steps. */
export function* keepingWays(
  edges: readonly LayoutEdge[],
  { nodes, groups }: PlacedBoxes,
  before: Layout | undefined,
): Steps<Layout['edges']> {
  if (!before) return {};
  const isSame = (id: string): boolean => {
    const [now, then] = [nodes[id] ?? groups[id], before.nodes[id] ?? before.groups[id]];
    return now !== undefined && then !== undefined && sameBox(now, then);
  };
  /** An edge may have been led elsewhere, or turned round, while all stands where it stood. */
  const leadsBetween = (points: readonly Point[], from: string, to: string): boolean => {
    const [start, end] = [points[0], points.at(-1)];
    const [fromBox, toBox] = [nodes[from] ?? groups[from], nodes[to] ?? groups[to]];
    return !!start && !!end && !!fromBox && !!toBox && isOnBorder(start, fromBox) && isOnBorder(end, toBox);
  };
  const newcomers = Object.entries(nodes).flatMap(([id, box]) => {
    const then = before.nodes[id];
    return then && sameBox(then, box) ? [] : [box];
  });
  yield;
  const isBlocked = blockedBy(newcomers);
  const kept: [string, Layout['edges'][string]][] = [];
  yield* eachInSteps(edges, edgesAtOnce, ({ id, from, to, label }) => {
    const way = before.edges[id];
    if (!way || way.points.length < 2 || !isSame(from) || !isSame(to) || !leadsBetween(way.points, from, to)) return;
    if ((label === undefined) !== (way.label === undefined)) return;
    if (label && way.label && (label.width !== way.label.width || label.height !== way.label.height)) return;
    if (!isBlocked(way.points)) kept.push([id, way]);
  });
  return Object.fromEntries(kept);
}

/** From middle to middle, for edges whose ways are still being found. */
export function straightWays(edges: readonly LayoutEdge[], { nodes, groups }: PlacedBoxes): Layout['edges'] {
  return Object.fromEntries(
    edges.flatMap(({ id, from, to }) => {
      const [start, end] = [nodes[from] ?? groups[from], nodes[to] ?? groups[to]];
      return start && end ? [[id, { points: [middleOf(start), middleOf(end)] }]] : [];
    }),
  );
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** Innermost groups first, so that an outer one is drawn around what the inner ones came to. */
function groupBoxes(
  graph: LayoutGraph,
  nodes: Layout['nodes'],
  moved: Readonly<Record<string, Point>>,
): Layout['groups'] {
  const groups = new Map<string, Rectangle>();
  const content = new Map<string, Rectangle[]>();
  const hold = (holder: string | undefined, box: Rectangle | undefined): void => {
    if (holder === undefined || box === undefined) return;
    const held = content.get(holder);
    if (held) held.push(box);
    else content.set(holder, [box]);
  };
  for (const { id, group } of graph.nodes) hold(group, nodes[id]);
  for (const group of innermostFirst(graph.groups)) {
    const corner = Object.hasOwn(moved, group.id) ? moved[group.id] : undefined;
    const own = group.box && { ...group.box, ...(corner && rounded(corner)) };
    const box = around(group, own, content.get(group.id) ?? []);
    groups.set(group.id, box);
    hold(group.parent, box);
  }
  return Object.fromEntries(groups);
}

function innermostFirst(groups: readonly LayoutGroup[]): readonly LayoutGroup[] {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const depth = (id: string): number => {
    let steps = 0;
    for (let at = parents.get(id); at !== undefined && steps <= groups.length; at = parents.get(at)) steps += 1;
    return steps;
  };
  const depths = new Map(groups.map(({ id }) => [id, depth(id)]));
  return [...groups].sort((left, right) => (depths.get(right.id) ?? 0) - (depths.get(left.id) ?? 0));
}

function around(
  { padding, minimum }: LayoutGroup,
  own: Rectangle | undefined,
  content: readonly Rectangle[],
): Rectangle {
  const inside = content.map((box) => padded(box, padding));
  const { x, y, width, height } = hullOf(own === undefined ? inside : [own, ...inside]) ?? emptyGroup;
  return { x, y, width: Math.max(width, minimum.width), height: Math.max(height, minimum.height) };
}
