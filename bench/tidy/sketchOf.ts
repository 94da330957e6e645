import type { DiagramGroup, DiagramNode } from '../../src/core/diagram/diagram.ts';
import { tableOf } from '../../src/core/diagram/page.ts';
import { documentOf, type SketchDocument } from '../../src/core/document/document.ts';
import { cloudGraph } from '../../tests/support/layoutGraphs.ts';

/** Room that each node has in the grid it begins in, px. */
const step = { x: 240, y: 140 };

/** A sketch of so many services in boundaries, put down in a grid as by a hand that does not tidy; `entries` take turns. */
export function sketchOf(count: number, entries: readonly string[]): SketchDocument {
  const { nodes, groups, edges } = cloudGraph(count);
  const columns = Math.ceil(Math.sqrt(count));
  const page = {
    id: 'page-1',
    title: 'Page 1',
    nodes: tableOf(
      nodes.map(({ id, group }, index): DiagramNode => {
        const entry = entries[index % entries.length];
        return {
          id,
          kind: 'service',
          label: `Service ${index}`,
          ...(entry === undefined ? {} : { entry }),
          ...(group === undefined ? {} : { group }),
          position: { x: 40 + (index % columns) * step.x, y: 40 + Math.floor(index / columns) * step.y },
        };
      }),
    ),
    groups: tableOf(groups.map(({ id }): DiagramGroup => ({ id, kind: 'custom', label: `Boundary ${id}` }))),
    edges: tableOf(edges.map(({ id, from, to }) => ({ id, from, to, style: 'flow' as const }))),
  };
  return documentOf(`bench-${count}`, `${count} nodes`, [page]);
}
