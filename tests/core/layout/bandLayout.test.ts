import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutBands } from '../../../src/core/layout/bandLayout.ts';
import type { Layout, LayoutGraph } from '../../../src/core/layout/layout.ts';
import { anyBands } from '../../support/layoutGraphs.ts';
import { measureLayout } from '../../support/layoutMetrics.ts';

function laidOut(graph: LayoutGraph): Layout {
  const result = layoutBands(graph);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('bands', () => {
  it('overlap nothing, hold everything, and lead edges through no node, twice the same', () => {
    fc.assert(
      fc.property(anyBands, (graph) => {
        const layout = laidOut(graph);
        expect(measureLayout(graph, layout)).toMatchObject({
          overlaps: 0,
          through: 0,
          outside: 0,
          slanted: 0,
          unrouted: 0,
        });
        expect(laidOut(graph)).toEqual(layout);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('are all as wide as the whole and lie one below the other in their order', () => {
    fc.assert(
      fc.property(anyBands, (graph) => {
        const layout = laidOut(graph);
        const bands = graph.groups.filter(({ parent }) => parent === undefined).map(({ id }) => layout.groups[id]);
        for (const [index, band] of bands.entries()) {
          expect(band?.width).toBe(layout.width);
          const above = bands[index - 1];
          if (above !== undefined) expect(band?.y).toBeGreaterThan(above.y + above.height);
        }
      }),
      { numRuns: 50, seed: 12 },
    );
  });

  it('refuse a node that stands in no band', () => {
    const graph: LayoutGraph = {
      nodes: [{ id: 'a', width: 1, height: 1 }],
      groups: [],
      edges: [],
      direction: 'down',
      arrangement: 'bands',
    };
    expect(layoutBands(graph)).toMatchObject({
      ok: false,
      error: { kind: 'invalid-graph', message: expect.stringContaining('"a"') },
    });
  });
});
