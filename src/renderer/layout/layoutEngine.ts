import { failure, type Result, success } from '../../core/base/result.ts';
import { createElkEngine } from '../../core/layout/elkEngine.ts';
import { elkOverWorker } from '../../core/layout/elkOverWorker.ts';
import elkWorkerUrl from '../../core/layout/elkWorker.ts?worker&url';
import type { Layout, LayoutEngine, LayoutFailure, LayoutGraph, Relayout } from '../../core/layout/layout.ts';
import { isForElk } from '../../core/layout/ownLayout.ts';
import type { PlacedBoxes } from '../../core/layout/placedLayout.ts';
import { createRelayout } from '../../core/layout/relayout.ts';
import { inSlices } from '../app/inSlices.ts';
import type { LayoutAnswer, LayoutRequest } from './layoutMessages.ts';
import layoutWorkerUrl from './layoutWorker.ts?worker&url';
import { unpacking, unpackLayout } from './packedLayout.ts';
import { startWorker } from './trustedWorker.ts';

type Answer = Result<Layout, LayoutFailure>;

interface Asked {
  readonly ask: (request: Omit<LayoutRequest, 'id'>) => Promise<Answer>;
  /** Gives up what was asked and not answered; the next question starts anew. */
  readonly stop: () => void;
}

/** Numbers of a packed layout from which on it is unpacked in slices. */
const largeLayout = 5_000;

/** Asks the worker of our own code, which starts with the first graph. */
function askWorker(): Asked {
  const waiting = new Map<number, (answer: Answer) => void>();
  let worker: Worker | undefined;
  let count = 0;
  const giveUp = (message: string): void => {
    for (const answer of waiting.values()) answer(failure({ kind: 'engine', message }));
    waiting.clear();
    worker = undefined;
  };
  const start = (): Worker => {
    const started = startWorker(layoutWorkerUrl, 'own-layout');
    started.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      const { id, result } = data;
      const answer = (found: Answer): void => {
        waiting.get(id)?.(found);
        waiting.delete(id);
      };
      if (!result.ok) answer(result);
      else if (result.value.numbers.length < largeLayout) answer(success(unpackLayout(result.value)));
      else void inSlices(unpacking(result.value)).then((layout) => answer(success(layout)));
    });
    started.addEventListener('error', ({ message }) => giveUp(message || 'The layout stopped.'));
    return started;
  };
  return {
    ask: (request) =>
      new Promise((resolve) => {
        worker ??= start();
        count += 1;
        const id = count;
        waiting.set(id, resolve);
        worker.postMessage({ id, ...request } satisfies LayoutRequest);
      }),
    stop: () => {
      if (waiting.size === 0) return;
      worker?.terminate();
      giveUp('Nobody waits for it any more.');
    },
  };
}

/** Finds ways for the edges of a page on which everything has its place; `signal` gives it up, which is answered by a failure. */
export type FindWays = (graph: LayoutGraph, placed: PlacedBoxes, signal: AbortSignal) => Promise<Answer>;

/** Both ways to lay out, in workers. */
export interface LayoutServices {
  readonly layout: LayoutEngine;
  readonly relayout: Relayout;
  readonly findWays: FindWays;
}

/**
 * The layout of the window. Engines run in workers, so that no layout ever holds up a frame; in the window's thread are only the
 * messages, and the few boxes and edges of a graph that is small enough for ELK.
 */
export function createLayoutServices(): LayoutServices {
  const { ask } = askWorker();
  // By a worker of its own: the ways of thousands of edges take a while, and no layout that a hand asks for is to wait for them.
  const ways = askWorker();
  const elk = createElkEngine(elkOverWorker(() => startWorker(elkWorkerUrl, 'layout')));
  const small = createRelayout(elk);
  return {
    layout: (graph) => (isForElk(graph) ? elk(graph) : ask({ graph })),
    relayout: (graph, before, scope = 'changes') =>
      isForElk(graph) ? small(graph, before, scope) : ask({ graph, before, scope }),
    findWays: (graph, { nodes, groups }, signal) => {
      signal.addEventListener('abort', ways.stop, { once: true });
      const before: Layout = { nodes, groups, edges: {}, width: 0, height: 0 };
      return ways.ask({ graph, before, scope: 'changes' });
    },
  };
}
