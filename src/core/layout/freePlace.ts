import { middleOf, type Point, type Rectangle } from '../base/geometry.ts';
import { createBoxIndex } from './boxIndex.ts';
import { coversOthers } from './groupReach.ts';
import { layerGap, nodeGap } from './layered/spacing.ts';
import type { LayoutEdge, LayoutGraph, LayoutNode } from './layout.ts';
import { stub } from './wayParts.ts';

/** How many of the nearest boxes a place may lean on. */
const nearestBoxes = 40;
/** What it costs to make a group grow, as px of distance. */
const growthCost = 300;
/** Air around a place, px. */
const air = 24;

/**
 * A free place for a node, as near as can be to where its edges want it: after what leads to it and before what it leads
 * to, inside its group and outside of all others, and where no group around it has to grow over what it does not hold. If nothing is
 * free there, the place it wants, and others make room.
 */
export function freePlace(
  node: LayoutNode,
  graph: LayoutGraph,
  nodes: ReadonlyMap<string, Rectangle>,
  groups: ReadonlyMap<string, Rectangle>,
): Rectangle {
  const size = { width: node.width, height: node.height };
  const own = node.group === undefined ? undefined : groups.get(node.group);
  const padding = graph.groups.find(({ id }) => id === node.group)?.padding;
  const room = own &&
    padding && {
      left: own.x + padding.left,
      top: own.y + padding.top,
      right: own.x + own.width - padding.right,
      bottom: own.y + own.height - padding.bottom,
    };
  const around = new Set<string>();
  const parents = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  for (let at = node.group; at !== undefined && !around.has(at); at = parents.get(at)) around.add(at);
  const foreign = [...groups].flatMap(([id, box]) => (around.has(id) ? [] : [box]));
  const obstacles = [...nodes.values(), ...foreign];
  const wish = wishedPlace(node, graph, nodes, own, obstacles);
  const index = createBoxIndex(obstacles);
  const isFree = ({ x, y }: Point): boolean =>
    !index.some(x - air, y - air, x + size.width + air, y + size.height + air, () => true);
  const costOf = ({ x, y }: Point): number => {
    const distance = Math.abs(x - wish.x) + Math.abs(y - wish.y);
    if (room === undefined) return distance;
    const beyond =
      Math.max(0, room.left - x, x + size.width - room.right) +
      Math.max(0, room.top - y, y + size.height - room.bottom);
    return distance + (beyond > 0 ? growthCost + 2 * beyond : 0);
  };
  const covers = coversOthers(node, graph, nodes, groups, air);
  const near = obstacles
    .map((box) => ({ box, distance: Math.abs(box.x - wish.x) + Math.abs(box.y - wish.y) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, nearestBoxes)
    .map(({ box }) => box);
  const xs = [wish.x, ...near.flatMap(({ x, width }) => [x, x + width + nodeGap, x - size.width - nodeGap])];
  const ys = [wish.y, ...near.flatMap(({ y, height }) => [y, y + height + nodeGap, y - size.height - nodeGap])];
  if (room !== undefined) {
    xs.push(room.left, room.right - size.width, room.right + nodeGap);
    ys.push(room.top, room.bottom - size.height, room.bottom + nodeGap);
  }
  if (padding !== undefined) {
    // The border of the group has to pass between, too.
    const [before, after] = [size.width + padding.right + nodeGap, padding.left + nodeGap];
    const [above, below] = [size.height + padding.bottom + nodeGap, padding.top + nodeGap];
    xs.push(...near.flatMap(({ x, width }) => [x - before, x + width + after]));
    ys.push(...near.flatMap(({ y, height }) => [y - above, y + height + below]));
  }
  const places = unique(xs).flatMap((x) => unique(ys).map((y) => ({ x, y, cost: costOf({ x, y }) })));
  places.sort((one, other) => one.cost - other.cost);
  const { x, y } =
    places.find((place) => isFree(place) && !covers({ ...place, ...size })) ?? places.find(isFree) ?? wish;
  return { x: Math.round(x), y: Math.round(y), ...size };
}

const unique = (values: readonly number[]): readonly number[] => [...new Set(values.map(Math.round))];
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function wishedPlace(
  node: LayoutNode,
  graph: LayoutGraph,
  nodes: ReadonlyMap<string, Rectangle>,
  group: Rectangle | undefined,
  obstacles: readonly Rectangle[],
): Point {
  const { id, width, height } = node;
  const { edges, direction } = flowAround(node, graph, nodes);
  const coming = edges.filter(({ from, to }) => to === id && from !== id);
  const going = edges.filter(({ from, to }) => from === id && to !== id);
  const before = coming.flatMap(({ from }) => nodes.get(from) ?? []);
  const after = going.flatMap(({ to }) => nodes.get(to) ?? []);
  const [gapBefore, gapAfter] = [gapFor(coming, direction), gapFor(going, direction)];
  if (before.length + after.length === 0) {
    if (group !== undefined)
      return { x: group.x + (group.width - width) / 2, y: group.y + (group.height - height) / 2 };
    const left = Math.min(...obstacles.map(({ x }) => x));
    const bottom = Math.max(...obstacles.map((box) => box.y + box.height));
    return obstacles.length === 0 ? { x: 0, y: 0 } : { x: left, y: bottom + nodeGap };
  }
  const all = [...before, ...after];
  if (direction === 'right') {
    const y = mean(all.map((box) => box.y + box.height / 2)) - height / 2;
    const start = Math.max(...before.map((box) => box.x + box.width + gapBefore));
    const end = Math.min(...after.map((box) => box.x - gapAfter - width));
    return { x: between(start, end), y };
  }
  const x = mean(all.map((box) => box.x + box.width / 2)) - width / 2;
  const start = Math.max(...before.map((box) => box.y + box.height + gapBefore));
  const end = Math.min(...after.map((box) => box.y - gapAfter - height));
  return { x, y: between(start, end) };
}

/**
 * Which way the flow runs where a node joins it, and along which edges: in a folded group it runs the other way than in the whole, and
 * what joins it there joins that column or row.
 */
function flowAround(
  { id, group }: LayoutNode,
  graph: LayoutGraph,
  nodes: ReadonlyMap<string, Rectangle>,
): Pick<LayoutGraph, 'edges' | 'direction'> {
  if (group === undefined) return graph;
  const members = new Set(graph.nodes.flatMap((node) => (node.group === group ? [node.id] : [])));
  const inside = graph.edges.filter(({ from, to }) => members.has(from) && members.has(to));
  const turned = inside.flatMap(({ from, to }) => {
    const [start, end] = [nodes.get(from), nodes.get(to)];
    if (!start || !end) return [];
    const [first, last] = [middleOf(start), middleOf(end)];
    const down = last.y - first.y > Math.abs(last.x - first.x);
    return [down === (graph.direction === 'right')];
  });
  const joins = inside.some(({ from, to }) => (from === id && nodes.has(to)) || (to === id && nodes.has(from)));
  if (!joins || turned.filter(Boolean).length * 2 <= turned.length) return graph;
  return { edges: inside, direction: graph.direction === 'right' ? 'down' : 'right' };
}

/** Room between two layers for the words of the edges between them, px. */
export const gapFor = (edges: readonly LayoutEdge[], direction: LayoutGraph['direction']): number =>
  Math.max(
    layerGap,
    ...edges.flatMap(({ label }) => (label ? (direction === 'right' ? label.width : label.height) + 2 * stub : [])),
  );

/** The start if it is known, the middle if there is room up to the end; the end if there is no start. */
function between(start: number, end: number): number {
  if (!Number.isFinite(start)) return end;
  return Number.isFinite(end) && end > start ? (start + end) / 2 : start;
}
