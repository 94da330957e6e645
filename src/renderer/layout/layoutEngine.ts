import { failure } from '../../core/base/result.ts';
import { createElkEngine } from '../../core/layout/elkEngine.ts';
import { elkOverWorker } from '../../core/layout/elkOverWorker.ts';
import elkWorkerUrl from '../../core/layout/elkWorker.ts?worker&url';
import type { LayoutEngine } from '../../core/layout/layout.ts';
import type { BandsAnswer, BandsRequest } from './bandsMessages.ts';
import bandsWorkerUrl from './bandsWorker.ts?worker&url';
import { startWorker } from './trustedWorker.ts';

/** Lays out bands in a worker that starts with the first graph. */
function bandsOverWorker(): LayoutEngine {
  const waiting = new Map<number, (answer: BandsAnswer['result']) => void>();
  let worker: Worker | undefined;
  let count = 0;
  const start = (): Worker => {
    const started = startWorker(bandsWorkerUrl, 'bands');
    started.addEventListener('message', ({ data }: MessageEvent<BandsAnswer>) => {
      waiting.get(data.id)?.(data.result);
      waiting.delete(data.id);
    });
    started.addEventListener('error', ({ message }) => {
      for (const answer of waiting.values())
        answer(failure({ kind: 'engine', message: message || 'The layout stopped.' }));
      waiting.clear();
      worker = undefined;
    });
    return started;
  };
  return (graph) =>
    new Promise((resolve) => {
      worker ??= start();
      count += 1;
      const request: BandsRequest = { id: count, graph };
      waiting.set(request.id, resolve);
      worker.postMessage(request);
    });
}

/** The layout engine of the window: everything runs in workers, so that no layout ever holds up a frame. */
export function createLayoutEngine(): LayoutEngine {
  const bands = bandsOverWorker();
  const layered = createElkEngine(elkOverWorker(() => startWorker(elkWorkerUrl, 'layout')));
  return (graph) => (graph.arrangement === 'bands' ? bands(graph) : layered(graph));
}
