/** Lays out the stack map and large graphs, and lays out again: our own code, and still too much for the window's thread. */
import { success } from '../../core/base/result.ts';
import { ownLayout } from '../../core/layout/ownLayout.ts';
import { createRelayout } from '../../core/layout/relayout.ts';
import type { LayoutAnswer, LayoutRequest } from './layoutMessages.ts';
import { packLayout } from './packedLayout.ts';

const relayout = createRelayout((graph) => Promise.resolve(ownLayout(graph)));

addEventListener('message', async ({ data: { id, graph, before, scope } }: MessageEvent<LayoutRequest>) => {
  const result = before === undefined ? ownLayout(graph) : await relayout(graph, before, scope);
  const packed = result.ok ? success(packLayout(result.value)) : result;
  const answer: LayoutAnswer = { id, result: packed };
  postMessage(answer, { transfer: packed.ok ? [packed.value.numbers.buffer] : [] });
});
