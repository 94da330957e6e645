import type { Rectangle } from '../base/geometry.ts';
import { failure, type Result, success } from '../base/result.ts';
import { placeBands } from './bands.ts';
import type { Layout, LayoutFailure, LayoutGraph } from './layout.ts';
import { routeAround } from './routeAround.ts';
import { clearance } from './routeGrid.ts';

/** Lays out a graph of bands: places its boxes, then leads its edges around them. Pure and quick enough to wait for. */
export function layoutBands(graph: LayoutGraph): Result<Layout, LayoutFailure> {
  const problem = notInBands(graph);
  if (problem !== undefined) return failure({ kind: 'invalid-graph', message: problem });
  const placement = placeBands(graph);
  const edges = routeAround(graph.edges, placement.nodes, titlesOf(graph, placement.groups));
  return success({ ...placement, edges });
}

/** Bands are two levels deep: every node in a group, every such group in a band. */
function notInBands(graph: LayoutGraph): string | undefined {
  const parents = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  for (const { id, group } of graph.nodes) {
    const band = group === undefined ? undefined : parents.get(group);
    if (band === undefined) return `Node "${id}" must stand in a group inside a band`;
    if (parents.get(band) !== undefined)
      return `Node "${id}" stands too deep: bands hold groups, and groups hold nodes`;
  }
  return undefined;
}

/** Where the titles of the groups stand, so that no edge runs through one: as wide as the least width asked for. */
function titlesOf(graph: LayoutGraph, places: Layout['groups']): readonly Rectangle[] {
  return graph.groups.flatMap(({ id, parent, minimum, padding }) => {
    const box = places[id];
    if (box === undefined || parent === undefined) return [];
    return [{ x: box.x, y: box.y, width: Math.min(minimum.width, box.width), height: padding.top - 2 * clearance }];
  });
}
