import ElkConstructor from 'elkjs/lib/elk-api.js';
import { createElkEngine } from './elkEngine.ts';
import type { LayoutEngine } from './layout.ts';

/** What the API of elkjs uses of a worker. */
export interface ElkWorker {
  postMessage(message: unknown): void;
  onmessage: ((event: never) => unknown) | null;
  terminate?(): void;
}

/** The engine over a worker that runs `elkjs/lib/elk-worker.min.js`: for the window, which must not wait. */
export const workerElkEngine = (createWorker: () => ElkWorker): LayoutEngine =>
  createElkEngine(new ElkConstructor({ workerFactory: () => createWorker() as never }));
