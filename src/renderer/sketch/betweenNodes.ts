import type { LayoutGraph } from '../../core/layout/layout.ts';

/**
 * The graph with the lines that lead from node to node: what a layout can stand things by. A line that ends at a boundary is led once
 * everything has its place.
 */
export function betweenNodes(graph: LayoutGraph): LayoutGraph {
  const nodes = new Set(graph.nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  return edges.length === graph.edges.length ? graph : { ...graph, edges };
}
