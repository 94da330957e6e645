import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import { failure, type Result } from '../../core/base/result.ts';
import type { DeflatedRows } from '../../core/png/flatDeflate.ts';
import { type BandPainter, type PngOptions, paintPng } from '../../core/png/paintPng.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { startWorker } from '../layout/trustedWorker.ts';
import type { ExportFonts } from './exportFonts.ts';
import type { PainterOrder } from './pngMessages.ts';
import pngWorkerUrl from './pngWorker.ts?worker&url';

/** Paints a scene in the shipped font. The error is a sentence. */
export type PngPainter = (scene: Scene, options: PngOptions) => Promise<Result<Uint8Array<ArrayBuffer>, string>>;

/** Painters beside each other; more would mostly wait for memory. */
const mostWorkers = 4;

/** Painters in workers of their own, started at the first picture, and anew after one of them broke. */
export function createPngPainter(fonts: ExportFonts): PngPainter {
  let painters: readonly Promise<BandPainter>[] = [];
  let workers: Worker[] = [];

  const startAll = (): void => {
    const count = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency));
    workers = Array.from({ length: count }, () => startWorker(pngWorkerUrl, 'png'));
    painters = workers.map(async (worker): Promise<BandPainter> => {
      const start: PainterOrder = { fonts: await fonts.files(), wasm: new URL(wasmUrl, location.href).href };
      const started = await ask<undefined>(worker, start);
      if (!started.ok) throw new Error(started.error);
      return (band) => ask<DeflatedRows>(worker, band);
    });
  };
  const stopAll = (): void => {
    for (const worker of workers) worker.terminate();
    workers = [];
    painters = [];
  };

  return async (scene, options) => {
    try {
      if (painters.length === 0) startAll();
      const painted = await paintPng(scene, options, painters);
      if (!painted.ok) stopAll();
      return painted;
    } catch (error) {
      stopAll();
      return failure(error instanceof Error ? error.message : String(error));
    }
  };
}

/** The worker's answer to an order. A worker that breaks answers no more: that is a failure like another. */
function ask<Value>(worker: Worker, order: PainterOrder): Promise<Result<Value, string>> {
  return new Promise((resolve) => {
    const heard = new AbortController();
    const end = (answer: Result<Value, string>): void => {
      heard.abort();
      resolve(answer);
    };
    const { signal } = heard;
    worker.addEventListener('message', ({ data }: MessageEvent<Result<Value, string>>) => end(data), { signal });
    worker.addEventListener('error', ({ message }) => end(failure(message || 'The painter broke.')), { signal });
    worker.postMessage(order);
  });
}
