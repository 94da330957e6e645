/**
 * Lays out again from where things stand. Boxes are settled first: what is new finds a free place near its neighbours, what was laid
 * out anew stands where it stood, and only what is then in the way moves, to the right or down, no further than it must. Edges
 * follow: those whose ends and surroundings did not change keep their ways.
 */
import type { Point, Rectangle } from '../base/geometry.ts';
import { failure, type Result, success } from '../base/result.ts';
import { checkGraph } from './checkGraph.ts';
import { followEdges } from './followEdges.ts';
import { freePlace } from './freePlace.ts';
import { grownAround } from './groupReach.ts';
import type {
  Layout,
  LayoutEngine,
  LayoutFailure,
  LayoutGraph,
  LayoutNode,
  Relayout,
  RelayoutScope,
} from './layout.ts';
import { makeRoom } from './makeRoom.ts';

/** The port over an engine, which is asked only for what the scope names. */
export function createRelayout(engine: LayoutEngine): Relayout {
  return async (graph, before, scope = 'changes') => {
    const checked = checkGraph(graph);
    if (!checked.ok) return checked;
    try {
      if (graph.arrangement === 'bands') return await engine(graph);
      // Where nothing stands yet, there is nothing to keep.
      const fromNothing = !graph.nodes.some((node) => knownPlace(node, before) !== undefined);
      const start =
        scope === 'changes' && !fromNothing
          ? success(standing(graph, before))
          : await laidOutAnew(engine, graph, before, fromNothing ? 'whole' : scope);
      return start.ok ? success(settled(graph, before, start.value)) : start;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return failure({ kind: 'engine', message: `The graph could not be laid out again: ${reason}` });
    }
  };
}

/** Where boxes stand before room is made, and which of them others give way to. */
interface Start {
  readonly nodes: ReadonlyMap<string, Rectangle>;
  readonly groups: ReadonlyMap<string, Rectangle>;
  /** New, resized, or laid out anew. */
  readonly changed: ReadonlySet<string>;
  /** Ways that fit these places, by edge. */
  readonly edges: Layout['edges'];
}

/** The scope `changes`: everything as it stood, with new sizes, and a place for what is new. Pure. */
function standing(graph: LayoutGraph, before: Layout): Start {
  const nodes = new Map<string, Rectangle>();
  const changed = new Set<string>();
  for (const node of graph.nodes) {
    const known = knownPlace(node, before);
    if (known === undefined) continue;
    const box = { x: known.x, y: known.y, width: node.width, height: node.height };
    nodes.set(node.id, box);
    if (!same(box, own(before.nodes, node.id))) changed.add(node.id);
  }
  const groups = new Map(graph.groups.flatMap(({ id }) => entryOf(before.groups, id)));
  const waiting = new Set(graph.nodes.filter(({ id }) => !nodes.has(id)));
  // What groups will come to: room is made around what they are.
  let reach: ReadonlyMap<string, Rectangle> = groups;
  while (waiting.size > 0) {
    const next = nextToPlace([...waiting], graph, nodes);
    if (next === undefined) break;
    waiting.delete(next);
    const place = freePlace(next, graph, nodes, reach);
    nodes.set(next.id, place);
    reach = grownAround(next, place, graph, reach);
    changed.add(next.id);
  }
  return { nodes, groups, changed, edges: before.edges };
}

/**
 * A new node waits until one of its neighbours stands, so that a new chain unrolls from where it hangs: rather on from what leads to it in
 * its own group, so that what comes after it finds the place that it leaves.
 */
function nextToPlace(
  waiting: readonly LayoutNode[],
  { nodes, edges }: LayoutGraph,
  standing: ReadonlyMap<string, Rectangle>,
): LayoutNode | undefined {
  const groups = new Map(nodes.map(({ id, group }) => [id, group]));
  const goesOn = ({ id, group }: LayoutNode): boolean =>
    edges.some(({ from, to }) => to === id && standing.has(from) && group !== undefined && groups.get(from) === group);
  const tied = ({ id }: LayoutNode): boolean =>
    edges.some(({ from, to }) => (from === id && standing.has(to)) || (to === id && standing.has(from)));
  // What stands in a group says how far it reaches, and what stands in none finds its place around that.
  const held = waiting.filter(({ group }) => group !== undefined);
  const first = held.length > 0 ? held : waiting;
  return first.find(goesOn) ?? first.find(tied) ?? first[0];
}

/** The other scopes: what is in them comes from the engine, moved to where it stood. */
async function laidOutAnew(
  engine: LayoutEngine,
  graph: LayoutGraph,
  before: Layout,
  scope: RelayoutScope,
): Promise<Result<Start, LayoutFailure>> {
  const named = scope === 'whole' ? undefined : new Set(scope);
  const base = named === undefined ? standing(known(graph, before), before) : standing(graph, before);
  const nodes = new Map(base.nodes);
  const groups = new Map(base.groups);
  const changed = new Set(base.changed);
  const edges = { ...base.edges };
  for (const part of partsOf(graph, named)) {
    const laidOut = await engine(part);
    if (!laidOut.ok) return laidOut;
    const shift = shiftTo(part, laidOut.value, base);
    for (const { id, pinned, position } of part.nodes) {
      const box = own(laidOut.value.nodes, id);
      if (box === undefined || pinned === true || position !== undefined) continue;
      nodes.set(id, moved(box, shift));
      changed.add(id);
    }
    for (const { id } of part.groups) {
      const box = own(laidOut.value.groups, id);
      if (box !== undefined) groups.set(id, moved(box, shift));
      changed.add(id);
    }
    for (const { id } of part.edges) {
      const route = own(laidOut.value.edges, id);
      if (route === undefined) continue;
      const points = route.points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
      edges[id] = { points, ...(route.label === undefined ? {} : { label: moved(route.label, shift) }) };
    }
  }
  return success({ nodes, groups, changed, edges });
}

/** The graphs to ask the engine for: the whole, or for each surrounding group what the scope names of it. */
function partsOf(graph: LayoutGraph, named: ReadonlySet<string> | undefined): readonly LayoutGraph[] {
  const free = ({ position: _, ...node }: LayoutNode): LayoutNode => node;
  if (named === undefined) return [{ ...graph, nodes: graph.nodes.map(free) }];
  const parents = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  const inScope = new Set<string>();
  const isWhole = (group: string | undefined): boolean => {
    for (let at = group; at !== undefined; at = parents.get(at)) if (named.has(at)) return true;
    return false;
  };
  for (const { id } of graph.groups) if (isWhole(id)) inScope.add(id);
  for (const { id, group } of graph.nodes) if (named.has(id) || isWhole(group)) inScope.add(id);
  const holderOf = (group: string | undefined): string | undefined => {
    let at = group;
    while (at !== undefined && inScope.has(at)) at = parents.get(at);
    return at;
  };
  const parts = new Map<string | undefined, { nodes: LayoutNode[]; groups: LayoutGraph['groups'][number][] }>();
  const partOf = (holder: string | undefined) => {
    const part = parts.get(holder) ?? { nodes: [], groups: [] };
    parts.set(holder, part);
    return part;
  };
  for (const group of graph.groups) {
    if (!inScope.has(group.id)) continue;
    const { parent, ...loose } = group;
    partOf(holderOf(parent)).groups.push(parent !== undefined && inScope.has(parent) ? group : loose);
  }
  for (const node of graph.nodes) {
    if (!inScope.has(node.id)) continue;
    const { group, ...loose } = free(node);
    partOf(holderOf(group)).nodes.push(group !== undefined && inScope.has(group) ? { ...loose, group } : loose);
  }
  return [...parts.values()].map((part) => {
    const ids = new Set(part.nodes.map(({ id }) => id));
    return { ...graph, ...part, edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
  });
}

/** By how much a part is moved: so that what is pinned in it meets its place, else to the corner where the part stood. */
function shiftTo(part: LayoutGraph, laidOut: Layout, { nodes, groups }: Start): Point {
  const pairs = part.nodes.flatMap((node) => {
    const [now, then] = [own(laidOut.nodes, node.id), nodes.get(node.id)];
    return now === undefined || then === undefined ? [] : [{ now, then, held: node.pinned === true }];
  });
  const held = pairs.filter((pair) => pair.held);
  if (held.length > 0) {
    return {
      x: Math.round(held.reduce((sum, { now, then }) => sum + then.x - now.x, 0) / held.length),
      y: Math.round(held.reduce((sum, { now, then }) => sum + then.y - now.y, 0) / held.length),
    };
  }
  const boxes = part.groups.flatMap(({ id }) => {
    const [now, then] = [own(laidOut.groups, id), groups.get(id)];
    return now === undefined || then === undefined ? [] : [{ now, then }];
  });
  const all = [...pairs, ...boxes];
  if (all.length === 0) return { x: 0, y: 0 };
  const least = (values: readonly number[]): number => Math.min(...values);
  return {
    x: least(all.map(({ then }) => then.x)) - least(all.map(({ now }) => now.x)),
    y: least(all.map(({ then }) => then.y)) - least(all.map(({ now }) => now.y)),
  };
}

function settled(graph: LayoutGraph, before: Layout, start: Start): Layout {
  const still = new Set(
    graph.nodes.filter(({ pinned, position }) => pinned === true || position !== undefined).map(({ id }) => id),
  );
  const { nodes, groups } = makeRoom(graph, start.nodes, start.groups, start.changed, still);
  const edges = followEdges(graph, start, before, nodes);
  const boxes = [...Object.values(nodes), ...Object.values(groups)];
  return {
    width: Math.max(0, ...boxes.map(({ x, width }) => x + width)),
    height: Math.max(0, ...boxes.map(({ y, height }) => y + height)),
    nodes,
    groups,
    edges,
  };
}

/** The graph without what is new: a whole layout places that itself. */
function known(graph: LayoutGraph, before: Layout): LayoutGraph {
  const nodes = graph.nodes.filter((node) => knownPlace(node, before) !== undefined);
  const ids = new Set(nodes.map(({ id }) => id));
  return { ...graph, nodes, edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

function knownPlace({ id, position }: LayoutNode, before: Layout): Point | undefined {
  if (position !== undefined) return { x: Math.round(position.x), y: Math.round(position.y) };
  return own(before.nodes, id);
}

const own = <Item>(items: Readonly<Record<string, Item>>, id: string): Item | undefined =>
  Object.hasOwn(items, id) ? items[id] : undefined;
const entryOf = (boxes: Readonly<Record<string, Rectangle>>, id: string): [string, Rectangle][] => {
  const box = own(boxes, id);
  return box === undefined ? [] : [[id, box]];
};
const moved = (box: Rectangle, { x, y }: Point): Rectangle => ({ ...box, x: box.x + x, y: box.y + y });
const same = (one: Rectangle, other: Rectangle | undefined): boolean =>
  other !== undefined &&
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height;
