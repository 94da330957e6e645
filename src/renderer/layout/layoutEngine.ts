import { createElkEngine } from '../../core/layout/elkEngine.ts';
import { elkOverWorker } from '../../core/layout/elkOverWorker.ts';
import elkWorkerUrl from '../../core/layout/elkWorker.ts?worker&url';
import type { LayoutEngine } from '../../core/layout/layout.ts';
import { startWorker } from './trustedWorker.ts';

/** The layout engine of the window: ELK runs in a worker, so that no layout ever holds up a frame. */
export const createLayoutEngine = (): LayoutEngine =>
  createElkEngine(elkOverWorker(() => startWorker(elkWorkerUrl, 'layout')));
