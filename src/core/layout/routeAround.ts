/**
 * Leads orthogonal edges around placed boxes: the shortest way with few bends through the gutters between them (A* on
 * the lines half a gutter from each box), then edges that share a line are set side by side.
 *
 * The method is that of orthogonal connector routing (Wybrow, Marriott, Stuckey 2009): visibility lines, a search that
 * pays for bends, and nudging; here on a fixed grid, since the boxes of a poster leave even gutters.
 */
import { middleOf, type Point, type Rectangle } from '../base/geometry.ts';
import type { Layout, LayoutEdge } from './layout.ts';
import { createRouteGrid } from './routeGrid.ts';
import { separateRoutes } from './separateRoutes.ts';

/**
 * Routes for `edges` between the boxes of `nodes`; `others` are to be kept clear too, such as titles. An edge that has no
 * way, or leads to itself, gets no points.
 */
export function routeAround(
  edges: readonly LayoutEdge[],
  nodes: Readonly<Record<string, Rectangle>>,
  others: readonly Rectangle[] = [],
): Layout['edges'] {
  const grid = createRouteGrid(Object.values(nodes), others);
  const routes = new Map<string, readonly Point[]>();
  for (const edge of shortestFirst(edges, nodes)) {
    const from = nodes[edge.from];
    const to = nodes[edge.to];
    routes.set(edge.id, from === undefined || to === undefined || from === to ? [] : grid.route(from, to));
  }
  const separated = separateRoutes(edges.map(({ id }) => routes.get(id) ?? []));
  return Object.fromEntries(edges.map(({ id }, index) => [id, { points: separated[index] ?? [] }]));
}

/** Short edges have the least choice, so they choose first. The sort is stable: equals keep their order. */
function shortestFirst(
  edges: readonly LayoutEdge[],
  nodes: Readonly<Record<string, Rectangle>>,
): readonly LayoutEdge[] {
  const length = ({ from, to }: LayoutEdge): number => {
    const start = nodes[from];
    const end = nodes[to];
    if (start === undefined || end === undefined) return 0;
    return Math.abs(middleOf(start).x - middleOf(end).x) + Math.abs(middleOf(start).y - middleOf(end).y);
  };
  return [...edges].sort((left, right) => length(left) - length(right));
}
