/** Lays out the stack map and large graphs, and lays out again: our own code, and still too much for the window's thread. */
import { ownLayout } from '../../core/layout/ownLayout.ts';
import { createRelayout } from '../../core/layout/relayout.ts';
import type { LayoutAnswer, LayoutRequest } from './layoutMessages.ts';

const relayout = createRelayout((graph) => Promise.resolve(ownLayout(graph)));

addEventListener('message', async ({ data: { id, graph, before, scope } }: MessageEvent<LayoutRequest>) => {
  const result = before === undefined ? ownLayout(graph) : await relayout(graph, before, scope);
  const answer: LayoutAnswer = { id, result };
  postMessage(answer);
});
