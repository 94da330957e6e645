import type { SceneEdge } from '../../core/scene/scene.ts';

/** By node: itself and every node that an edge of the scene connects it with. */
export function neighboursOf(edges: readonly SceneEdge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>();
  const add = (node: string, other: string) => {
    const known = neighbours.get(node);
    if (known) known.add(other);
    else neighbours.set(node, new Set([node, other]));
  };
  for (const edge of edges) {
    add(edge.from, edge.to);
    add(edge.to, edge.from);
  }
  return neighbours;
}
