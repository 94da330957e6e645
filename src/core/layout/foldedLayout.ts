/**
 * Long flows folded: in a flow across, groups that hold a chain of their own have it run down instead, and stand in the flow as one
 * block. A strip of seven nodes becomes a picture about as wide as high, which a window shows half as large again.
 */
import { grown, middleOf, overlap, type Point, padded, type Rectangle } from '../base/geometry.ts';
import { success } from '../base/result.ts';
import type { Layout, LayoutEdge, LayoutEngine, LayoutGraph, LayoutGroup } from './layout.ts';
import { isPlaced, placedBoxes, placedLayout } from './placedLayout.ts';

/** Which groups are folded: those that hold no other groups, or those that no other group holds. */
export type Folds = 'inner' | 'outer';

/** So many nodes one after the other are worth folding. */
const longChain = 2;

/** Nodes of the largest graph that is folded: what holds more is about as wide as high anyway. */
export const mostFolded = 60;

/** Between what was moved to face its neighbour and everything else, px. */
const clearance = 24;

/** A group that is folded, with all that it holds, however deep. */
interface Fold {
  readonly group: LayoutGroup;
  readonly nodes: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** The engine, which folds what can be folded; a graph without a chain in such a group is laid out as ever. */
export function foldedLayout(engine: LayoutEngine, which: Folds): LayoutEngine {
  return async (graph) => {
    const folds = canFold(graph) ? foldsIn(graph, which) : [];
    if (folds.length === 0) return engine(graph);
    const insides = new Map<string, Layout>();
    for (const fold of folds) {
      const inside = await engine(insideOf(graph, fold));
      if (!inside.ok) return inside;
      insides.set(fold.group.id, facingTheFlow(inside.value, graph.edges));
    }
    const blocks = await engine(withBlocks(graph, folds, insides));
    if (!blocks.ok) return blocks;
    return success(unfolded(graph, folds, insides, blocks.value));
  };
}

/** Only a flow across that is not large, in which nothing stands where a hand has put it. */
const canFold = ({ direction, nodes, groups }: LayoutGraph): boolean =>
  direction === 'right' &&
  nodes.length <= mostFolded &&
  nodes.every(({ position, pinned }) => position === undefined && !pinned) &&
  groups.every(({ box }) => box === undefined);

/** How a graph is folded in which every node has its place: whether the flow runs down in its outer groups, in its inner ones, or in none. */
export function foldsOf(graph: LayoutGraph): Folds | undefined {
  if (graph.direction !== 'right' || graph.nodes.length > mostFolded || !isPlaced(graph)) return;
  const { nodes } = placedBoxes(graph);
  const edgesIn = (which: Folds): readonly LayoutEdge[] => {
    const blockOf = blocksOf(foldsIn(graph, which));
    return graph.edges.filter(({ from, to }) => blockOf.has(from) && blockOf.get(from) === blockOf.get(to));
  };
  const runsDown = (edges: readonly LayoutEdge[]): boolean => {
    const down = edges.filter(({ from, to }) => {
      const [start, end] = [nodes[from], nodes[to]];
      if (!start || !end) return false;
      const [first, last] = [middleOf(start), middleOf(end)];
      return last.y - first.y > Math.abs(last.x - first.x);
    });
    return down.length * 2 > edges.length;
  };
  const inner = new Set(edgesIn('inner'));
  if (runsDown(edgesIn('outer').filter((edge) => !inner.has(edge)))) return 'outer';
  return runsDown([...inner]) ? 'inner' : undefined;
}

function foldsIn({ nodes, groups, edges }: LayoutGraph, which: Folds): readonly Fold[] {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const holders = new Set(parents.values());
  const isIn = (holder: string, from: string | undefined): boolean => {
    let at = from;
    for (let steps = 0; at !== undefined && steps <= groups.length; steps += 1) {
      if (at === holder) return true;
      at = parents.get(at);
    }
    return false;
  };
  return groups
    .filter(({ id, parent }) => (which === 'inner' ? !holders.has(id) : parent === undefined))
    .map((group) => ({
      group,
      nodes: new Set(nodes.flatMap(({ id, group: own }) => (isIn(group.id, own) ? [id] : []))),
      groups: new Set(groups.flatMap(({ id, parent }) => (isIn(group.id, parent) ? [id] : []))),
    }))
    .filter((fold) => longestChain(fold.nodes, edges) >= longChain);
}

/** How many of these nodes the longest way among them passes; a circle counts once. */
function longestChain(nodes: ReadonlySet<string>, edges: readonly LayoutEdge[]): number {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges)
    if (nodes.has(from) && nodes.has(to)) next.set(from, [...(next.get(from) ?? []), to]);
  const known = new Map<string, number>();
  const from = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, 0);
    const length = 1 + Math.max(0, ...(next.get(id) ?? []).map(from));
    known.set(id, length);
    return length;
  };
  return Math.max(0, ...[...nodes].map(from));
}

const without = <Thing extends object, Key extends keyof Thing>(thing: Thing, key: Key, value: unknown): Thing => {
  if (thing[key] !== value) return thing;
  const { [key]: _, ...rest } = thing;
  return rest as Thing;
};

/** What a group holds, as a graph of its own that flows down. */
const insideOf = ({ nodes, groups, edges }: LayoutGraph, { group, ...fold }: Fold): LayoutGraph => ({
  nodes: nodes.filter(({ id }) => fold.nodes.has(id)).map((node) => without(node, 'group', group.id)),
  groups: groups.filter(({ id }) => fold.groups.has(id)).map((inner) => without(inner, 'parent', group.id)),
  edges: edges.filter(({ from, to }) => fold.nodes.has(from) && fold.nodes.has(to)),
  direction: 'down',
});

/** The graph with each folded group as one node. */
function withBlocks(graph: LayoutGraph, folds: readonly Fold[], insides: ReadonlyMap<string, Layout>): LayoutGraph {
  const blocks = folds.map(({ group: { id, parent, padding, minimum } }) => {
    const { width, height } = insides.get(id) ?? { width: 0, height: 0 };
    const box = padded({ x: 0, y: 0, width, height }, padding);
    return {
      id,
      ...(parent === undefined ? {} : { group: parent }),
      width: Math.max(box.width, minimum.width),
      height: Math.max(box.height, minimum.height),
    };
  });
  const blockOf = blocksOf(folds);
  const isGone = (id: string): boolean => folds.some(({ group, groups }) => group.id === id || groups.has(id));
  return {
    ...graph,
    nodes: [...graph.nodes.filter(({ id }) => !blockOf.has(id)), ...blocks],
    groups: graph.groups.filter(({ id }) => !isGone(id)),
    edges: graph.edges.flatMap((edge) => {
      const [from, to] = [blockOf.get(edge.from) ?? edge.from, blockOf.get(edge.to) ?? edge.to];
      return from === to ? [] : [{ ...edge, from, to }];
    }),
  };
}

/** Of every node in a folded group: that group. */
const blocksOf = (folds: readonly Fold[]): ReadonlyMap<string, string> =>
  new Map(folds.flatMap(({ group, nodes }) => [...nodes].map((id) => [id, group.id] as const)));

/** The inside of a block, mirrored where that brings what is fed from outside to the left, and what feeds the outside to the right. */
function facingTheFlow(inside: Layout, edges: readonly LayoutEdge[]): Layout {
  const fromLeft = (id: string): number | undefined => inside.nodes[id] && middleOf(inside.nodes[id]).x;
  let wrongWay = 0;
  for (const { from, to } of edges) {
    const [start, end] = [fromLeft(from), fromLeft(to)];
    if (start !== undefined && end === undefined) wrongWay += inside.width / 2 - start;
    if (start === undefined && end !== undefined) wrongWay += end - inside.width / 2;
  }
  return wrongWay > 0 ? mirrored(inside) : inside;
}

function mirrored(layout: Layout): Layout {
  const box = (there: Rectangle): Rectangle => ({ ...there, x: layout.width - there.x - there.width });
  const boxes = (of: Layout['nodes']) => Object.fromEntries(Object.entries(of).map(([id, there]) => [id, box(there)]));
  const edges = Object.entries(layout.edges).map(([id, { points, label }]) => [
    id,
    { points: points.map(({ x, y }) => ({ x: layout.width - x, y })), ...(label && { label: box(label) }) },
  ]);
  return { ...layout, nodes: boxes(layout.nodes), groups: boxes(layout.groups), edges: Object.fromEntries(edges) };
}

/** Everything at its own place again: what is in a block moves with it, and what leads to one faces the node it leads to. */
function unfolded(
  graph: LayoutGraph,
  folds: readonly Fold[],
  insides: ReadonlyMap<string, Layout>,
  blocks: Layout,
): Layout {
  const nodes: Record<string, Rectangle> = { ...blocks.nodes };
  const inner: Record<string, Layout['edges'][string]> = {};
  for (const {
    group: { id, padding },
  } of folds) {
    const block = nodes[id];
    const inside = insides.get(id);
    if (!block || !inside) continue;
    delete nodes[id];
    const by = { x: Math.round(block.x + padding.left), y: Math.round(block.y + padding.top) };
    for (const [node, box] of Object.entries(inside.nodes)) nodes[node] = { ...box, x: box.x + by.x, y: box.y + by.y };
    for (const [edge, { points, label }] of Object.entries(inside.edges))
      inner[edge] = {
        points: points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
        ...(label && { label: { ...label, x: label.x + by.x, y: label.y + by.y } }),
      };
  }
  const blockOf = blocksOf(folds);
  const placed: LayoutGraph = {
    ...placedAt(graph, facing(graph, blockOf, nodes)),
    // Above and below a node in a block is the flow inside.
    edges: graph.edges.map((edge) => (blockOf.has(edge.from) && !inner[edge.id] ? { ...edge, leaves: 'right' } : edge)),
  };
  return placedLayout(placed, placedBoxes(placed), inner);
}

const placedAt = (graph: LayoutGraph, places: Readonly<Record<string, Point>>): LayoutGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => {
    const { x, y } = places[node.id] ?? { x: 0, y: 0 };
    return { ...node, position: { x, y } };
  }),
});

/** Parts of the flow outside the blocks, each moved up or down until it faces the node in the block that it is joined to. */
function facing(
  graph: LayoutGraph,
  blockOf: ReadonlyMap<string, string>,
  nodes: Readonly<Record<string, Rectangle>>,
): Readonly<Record<string, Point>> {
  let boxes = nodes;
  /** Nodes in a block that are faced already, with the side on which. */
  const taken = new Set<string>();
  for (const part of partsOutside(graph, blockOf)) {
    const ids = new Set(part);
    const joint = graph.edges.find(({ from, to }) => ids.has(from) !== ids.has(to));
    if (joint === undefined) continue;
    const isBefore = ids.has(joint.from);
    const [own, other] = isBefore ? [joint.from, joint.to] : [joint.to, joint.from];
    const side = `${other} ${isBefore}`;
    const [from, to] = [boxes[own], boxes[other]];
    if (taken.has(side) || !from || !to) continue;
    const dy = Math.round(middleOf(to).y - middleOf(from).y);
    const moved = Object.fromEntries(
      Object.entries(boxes).map(([id, box]) => [id, ids.has(id) ? { ...box, y: box.y + dy } : box]),
    );
    if (!standsClear(graph, moved)) continue;
    boxes = moved;
    taken.add(side);
  }
  return boxes;
}

/** Whether no node and no group comes too near to one that it is not in and that is not in it. */
function standsClear(graph: LayoutGraph, nodes: Readonly<Record<string, Rectangle>>): boolean {
  const { groups } = placedBoxes(placedAt(graph, nodes));
  const parents = new Map<string, string | undefined>([
    ...graph.nodes.map(({ id, group }) => [id, group] as const),
    ...graph.groups.map(({ id, parent }) => [id, parent] as const),
  ]);
  const holds = (holder: string, id: string): boolean => {
    for (let at = parents.get(id), steps = 0; at !== undefined && steps <= graph.groups.length; steps += 1) {
      if (at === holder) return true;
      at = parents.get(at);
    }
    return false;
  };
  const boxes = [...Object.entries(nodes), ...Object.entries(groups)];
  return boxes.every(([one, box], index) =>
    boxes
      .slice(index + 1)
      .every(([other, there]) => holds(one, other) || holds(other, one) || !overlap(grown(box, clearance), there)),
  );
}

/** What hangs together without passing through a block, in the order of the nodes. */
function partsOutside(
  { nodes, edges }: LayoutGraph,
  blockOf: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const beside = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (blockOf.has(from) || blockOf.has(to)) continue;
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const { id } of nodes) {
    if (blockOf.has(id) || seen.has(id)) continue;
    const part: string[] = [];
    const open = [id];
    seen.add(id);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      part.push(at);
      for (const next of beside.get(at) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    parts.push(part);
  }
  return parts;
}
