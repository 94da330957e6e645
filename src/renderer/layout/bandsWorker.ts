/** Lays out the stack map: our own code, and still too much for the window's thread. */
import { layoutBands } from '../../core/layout/bandLayout.ts';
import { checkGraph } from '../../core/layout/checkGraph.ts';
import type { BandsAnswer, BandsRequest } from './bandsMessages.ts';

addEventListener('message', ({ data: { id, graph } }: MessageEvent<BandsRequest>) => {
  const checked = checkGraph(graph);
  const answer: BandsAnswer = { id, result: checked.ok ? layoutBands(graph) : checked };
  postMessage(answer);
});
