/**
 * Parts in the flow between two parts of a group that they do not stand in. A layered layout knows only "before the group" and "after
 * it", and either makes the flow run backwards. So they stand beside the group: first all else is laid out, then they find a free
 * place between what leads to them and what they lead to.
 */
import type { Size } from '../base/geometry.ts';
import { gapFor } from './freePlace.ts';
import type { LayoutEdge, LayoutEngine, LayoutGraph, Relayout } from './layout.ts';

/** The engine, with such parts beside their groups. */
export function besideGroups(engine: LayoutEngine, relayout: Relayout): LayoutEngine {
  return async (graph) => {
    const beside = detoursOf(graph);
    if (beside.size === 0) return engine(graph);
    const laid = await engine(withoutDetours(graph, beside));
    if (!laid.ok) return laid;
    const known = new Set(graph.edges.map(({ id }) => id));
    const edges = Object.fromEntries(Object.entries(laid.value.edges).filter(([id]) => known.has(id)));
    return relayout(graph, { ...laid.value, edges }, 'changes');
  };
}

/** Ids of the nodes that lie between two parts of a group beside them. */
function detoursOf({ nodes, groups, edges }: LayoutGraph): ReadonlySet<string> {
  const parents = new Map<string, string | undefined>([
    ...groups.map(({ id, parent }) => [id, parent] as const),
    ...nodes.map(({ id, group }) => [id, group] as const),
  ]);
  /** The group in `holder` that holds a thing, however deep. */
  const groupIn = (holder: string | undefined, id: string): string | undefined => {
    let at = id;
    for (let steps = 0; steps <= groups.length; steps += 1) {
      const parent = parents.get(at);
      if (parent === holder) return at === id ? undefined : at;
      if (parent === undefined) return undefined;
      at = parent;
    }
    return undefined;
  };
  const [coming, going] = endsOf(edges);
  const found = new Set<string>();
  for (const { id, group } of nodes) {
    const before = new Set((coming.get(id) ?? []).flatMap(({ from }) => groupIn(group, from) ?? []));
    const isBetween = before.size > 0 && (going.get(id) ?? []).some(({ to }) => before.has(groupIn(group, to) ?? ''));
    if (isBetween) found.add(id);
  }
  return found;
}

/** By node: the edges that lead to it, and those that lead away. */
function endsOf(edges: readonly LayoutEdge[]): readonly [coming: Ends, going: Ends] {
  const put = (ends: Map<string, LayoutEdge[]>, id: string, edge: LayoutEdge): void => {
    const held = ends.get(id);
    if (held) held.push(edge);
    else ends.set(id, [edge]);
  };
  const [coming, going] = [new Map<string, LayoutEdge[]>(), new Map<string, LayoutEdge[]>()];
  for (const edge of edges) {
    put(coming, edge.to, edge);
    put(going, edge.from, edge);
  }
  return [coming, going];
}

type Ends = ReadonlyMap<string, readonly LayoutEdge[]>;

/** The graph without these nodes; what led through one leads straight on, and keeps as much room for it as it will take. */
function withoutDetours(graph: LayoutGraph, beside: ReadonlySet<string>): LayoutGraph {
  const across = graph.direction === 'right';
  const sizes = new Map(graph.nodes.map(({ id, width, height }) => [id, across ? width : height]));
  const room = (id: string, edges: readonly LayoutEdge[]): Size => {
    const length = (sizes.get(id) ?? 0) + edges.reduce((sum, edge) => sum + gapFor([edge], graph.direction), 0);
    return across ? { width: length, height: 1 } : { width: 1, height: length };
  };
  const [coming, going] = endsOf(graph.edges);
  const bridges = [...beside].flatMap((id): readonly LayoutEdge[] => {
    const before = (coming.get(id) ?? []).filter(({ from }) => !beside.has(from));
    const after = (going.get(id) ?? []).filter(({ to }) => !beside.has(to));
    return before.flatMap((one) =>
      after.flatMap((next) =>
        one.from === next.to
          ? []
          : [{ id: `beside ${one.id} ${next.id}`, from: one.from, to: next.to, label: room(id, [one, next]) }],
      ),
    );
  });
  const stays = ({ from, to }: LayoutEdge): boolean => !beside.has(from) && !beside.has(to);
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !beside.has(id)),
    edges: [...graph.edges.filter(stays), ...bridges],
  };
}
