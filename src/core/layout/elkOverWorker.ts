import ElkApi from 'elkjs/lib/elk-api.js';
import type { Elk } from './elkEngine.ts';

/** elkjs in a worker that runs elkWorker.ts. `start` is called at the first layout, not before. */
export function elkOverWorker(start: () => unknown): Elk {
  let api: Elk | undefined;
  return {
    layout: (graph) => {
      api ??= new ElkApi({ workerFactory: start as never });
      return api.layout(graph);
    },
  };
}
