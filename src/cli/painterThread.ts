/** Starts threads that paint bands. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Result } from '../core/base/result.ts';
import type { DeflatedRows } from '../core/png/flatDeflate.ts';
import type { BandPainter } from '../core/png/paintPng.ts';

/** A painter in a thread of its own, once it is up. It keeps no process alive. Rejects where the thread cannot be started. */
export async function startPainter(): Promise<BandPainter> {
  const worker = new Worker(new URL('./paintWorkerStart.mjs', import.meta.url), { execArgv: [] });
  worker.unref();
  await once(worker, 'message');
  return async (band) => {
    worker.ref();
    worker.postMessage(band);
    try {
      const [painted] = (await once(worker, 'message')) as [Result<DeflatedRows, string>];
      return painted;
    } finally {
      worker.unref();
    }
  };
}
