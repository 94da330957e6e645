import { type Result, success } from '../base/result.ts';
import { layoutBands } from './bandLayout.ts';
import { checkGraph } from './checkGraph.ts';
import { fewNodes } from './elkOptions.ts';
import { keepHandPositions } from './handPositions.ts';
import { layoutLayered } from './layered/layoutLayered.ts';
import type { Layout, LayoutFailure, LayoutGraph } from './layout.ts';

/** Whether ELK is asked: small flows, for which its slower options are quick enough and give the straightest lines. */
export const isForElk = ({ arrangement, nodes }: LayoutGraph): boolean =>
  arrangement !== 'bands' && nodes.length <= fewNodes;

/** Any graph by our own code alone. Pure; too much for the window's thread, so there it runs in a worker. */
export function ownLayout(graph: LayoutGraph): Result<Layout, LayoutFailure> {
  const checked = checkGraph(graph);
  if (!checked.ok) return checked;
  if (graph.arrangement === 'bands') return layoutBands(graph);
  return success(keepHandPositions(graph, layoutLayered(graph)));
}
