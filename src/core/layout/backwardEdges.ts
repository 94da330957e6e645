import type { LayoutEdge, LayoutGraph } from './layout.ts';

/**
 * The edges that must be turned round for the rest to run one way. ELK would break cycles too, but it leads a turned edge
 * round both of its ends; handed to it turned, and turned back afterwards, the edge runs straight between them.
 *
 * Nodes are taken in turn once all that leads to them is taken; in a cycle, first a node that only stands beside (a store
 * that gives at least as much as it takes), else the first in the graph's order to which no main edge still leads.
 */
export function backwardEdges({ nodes, edges }: LayoutGraph): ReadonlySet<string> {
  const rank = new Map<string, number>();
  const open = edges.filter(({ from, to }) => from !== to);
  const incoming = group(open, ({ to }) => to);
  const outgoing = group(open, ({ from }) => from);
  const waiting = new Map(nodes.map(({ id }) => [id, incoming.get(id)?.length ?? 0]));
  const ready = nodes.flatMap(({ id }) => (waiting.get(id) === 0 ? [id] : []));

  const take = (id: string): void => {
    rank.set(id, rank.size);
    waiting.delete(id);
    for (const { to } of outgoing.get(id) ?? []) {
      const left = waiting.get(to);
      if (left === undefined) continue;
      waiting.set(to, left - 1);
      if (left === 1) ready.push(to);
    }
  };

  const untaken = (list: readonly LayoutEdge[] | undefined, end: 'from' | 'to'): readonly LayoutEdge[] =>
    (list ?? []).filter((edge) => waiting.has(edge[end]));
  const isMain = ({ side }: LayoutEdge): boolean => side !== true;
  const standsBeside = (id: string): boolean => {
    const [into, outOf] = [incoming.get(id) ?? [], outgoing.get(id) ?? []];
    if (into.some(isMain) || outOf.some(isMain)) return false;
    return untaken(outOf, 'to').length >= untaken(into, 'from').length;
  };
  const breakCycle = (): string | undefined => {
    const left = [...waiting.keys()];
    return left.find(standsBeside) ?? left.find((id) => !untaken(incoming.get(id), 'from').some(isMain)) ?? left[0];
  };

  for (;;) {
    const next = ready.shift();
    if (next !== undefined) {
      if (waiting.has(next)) take(next);
      continue;
    }
    const chosen = breakCycle();
    if (chosen === undefined) break;
    take(chosen);
  }
  const backward = open.filter(({ from, to }) => (rank.get(from) ?? 0) > (rank.get(to) ?? 0));
  return new Set(backward.map(({ id }) => id));
}

function group(
  edges: readonly LayoutEdge[],
  key: (edge: LayoutEdge) => string,
): ReadonlyMap<string, readonly LayoutEdge[]> {
  const groups = new Map<string, LayoutEdge[]>();
  for (const edge of edges) {
    const members = groups.get(key(edge));
    if (members === undefined) groups.set(key(edge), [edge]);
    else members.push(edge);
  }
  return groups;
}
