import type { LayoutGraph } from '../layout.ts';
import { flowOrder } from './flowOrder.ts';
import { type Connection, type Hierarchy, type Level, newVertex, type Path, type Vertex } from './model.ts';

interface Link {
  readonly edge: number;
  /** The boxes of this level in which the edge starts and ends, and the way down to its nodes: innermost first. */
  readonly source: readonly Vertex[];
  readonly target: readonly Vertex[];
}

/**
 * Splits a graph by its groups. On each level the edges are turned to run one way, outer levels first: so it is settled
 * from which side an edge enters a group before the group is laid out.
 */
export function buildHierarchy(graph: LayoutGraph): Hierarchy {
  const root = newLevel(undefined, undefined);
  const levels = [root];
  const byGroup = new Map<string | undefined, Level>([[undefined, root]]);
  const holders = new Map<Level, Vertex>();
  const waiting = new Set(graph.groups);
  for (let before = -1; waiting.size > 0 && before !== waiting.size; ) {
    before = waiting.size;
    for (const group of waiting) {
      const parent = byGroup.get(group.parent);
      if (parent === undefined) continue;
      const level = newLevel(group, parent);
      const holder = newVertex('group', graph.groups.indexOf(group), parent, level);
      parent.children.push(holder);
      holders.set(level, holder);
      byGroup.set(group.id, level);
      levels.push(level);
      waiting.delete(group);
    }
  }
  const vertices = new Map<string, Vertex>();
  for (const [index, { id, group, width, height }] of graph.nodes.entries()) {
    const level = byGroup.get(group) ?? root;
    const vertex = newVertex('node', index, level);
    Object.assign(vertex, { width, height });
    level.children.push(vertex);
    vertices.set(id, vertex);
  }
  const wayUp = (id: string): Vertex[] => {
    const way: Vertex[] = [];
    for (let at = vertices.get(id); at !== undefined; at = holders.get(at.level)) way.push(at);
    return way;
  };
  const links = new Map<Level, Link[]>(levels.map((level) => [level, []]));
  for (const [edge, { from, to }] of graph.edges.entries()) {
    if (from === to) continue;
    const [source, target] = [wayUp(from), wayUp(to)];
    while (source.at(-1) === target.at(-1) && source.length > 0) {
      source.pop();
      target.pop();
    }
    const level = source.at(-1)?.level;
    if (level !== undefined) links.get(level)?.push({ edge, source, target });
  }
  const paths: (Path | undefined)[] = graph.edges.map(() => undefined);
  for (const level of levels) {
    const own = links.get(level) ?? [];
    const rank = flowOrder(
      level.children,
      own.flatMap(({ edge, source, target }) => {
        const [from, to] = [source.at(-1), target.at(-1)];
        return from && to ? [{ from, to, weight: graph.edges[edge]?.side === true ? 1 : 4 }] : [];
      }),
    );
    for (const link of own) paths[link.edge] = connect(link, rank, graph);
  }
  return { root, levels, paths };
}

/** Makes the connections of an edge on all levels that it passes. */
function connect({ edge, source, target }: Link, rank: ReadonlyMap<Vertex, number>, graph: LayoutGraph): Path {
  const rankOf = (way: readonly Vertex[]): number => rank.get(way.at(-1) as Vertex) ?? 0;
  const reversed = rankOf(source) > rankOf(target);
  const [left, right] = reversed ? [target, source] : [source, target];
  const tails = descend(left, 'east', edge);
  const heads = descend(right, 'west', edge);
  const [tail, head] = [left.at(-1), right.at(-1)];
  if (tail === undefined || head === undefined) return { connections: [], reversed };
  const label = graph.edges[edge]?.label;
  const across: Connection = {
    edge,
    tail,
    head,
    tailEnd: tails.end ?? tail,
    headEnd: heads.end ?? head,
    ...(label === undefined ? {} : { label }),
    segments: [],
  };
  tail.level.connections.push(across);
  const leftToRight = [...tails.connections.toReversed(), across, ...heads.connections];
  return { connections: reversed ? leftToRight.toReversed() : leftToRight, reversed };
}

/** Ports and connections from the outermost box of a way down to its node. */
function descend(
  way: readonly Vertex[],
  side: 'west' | 'east',
  edge: number,
): { end: Vertex | undefined; connections: Connection[] } {
  const connections: Connection[] = [];
  const ports = way.slice(0, -1).map((child) => {
    const port = newVertex(side, edge, child.level);
    child.level.ports.push(port);
    child.level[side] = true;
    return port;
  });
  for (let index = way.length - 2; index >= 0; index -= 1) {
    const [child, port] = [way[index], ports[index]];
    if (child === undefined || port === undefined) continue;
    const end = ports[index - 1] ?? child;
    const connection: Connection =
      side === 'west'
        ? { edge, tail: port, tailEnd: port, head: child, headEnd: end, segments: [] }
        : { edge, tail: child, tailEnd: end, head: port, headEnd: port, segments: [] };
    child.level.connections.push(connection);
    connections.push(connection);
  }
  return { end: ports.at(-1), connections };
}

const newLevel = (group: Level['group'], parent: Level | undefined): Level => ({
  group,
  parent,
  children: [],
  ports: [],
  connections: [],
  layers: [],
  west: false,
  east: false,
  width: 0,
  height: 0,
});
