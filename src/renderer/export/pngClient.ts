import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import { failure, type Result, success } from '../../core/base/result.ts';
import { startWorker } from '../layout/trustedWorker.ts';
import type { ExportFonts } from './exportFonts.ts';
import type { PaintAnswer, PaintRequest } from './pngMessages.ts';
import pngWorkerUrl from './pngWorker.ts?worker&url';

/** Paints an SVG whose text names the shipped font; `scale` is pixels for a px. The error is a sentence. */
export type PngPainter = (svg: string, scale: number) => Promise<Result<Uint8Array<ArrayBuffer>, string>>;

/** A painter in a worker of its own, started at the first picture. */
export function createPngPainter(fonts: ExportFonts): PngPainter {
  const waiting = new Map<number, (answer: PaintAnswer) => void>();
  let worker: Worker | undefined;
  let count = 0;

  const giveUp = (message: string) => {
    for (const [id, answer] of waiting) answer({ id, error: message });
    waiting.clear();
    worker?.terminate();
    worker = undefined;
  };
  const start = (): Worker => {
    const started = startWorker(pngWorkerUrl, 'png');
    started.addEventListener('message', ({ data }: MessageEvent<PaintAnswer>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener('error', (event) => giveUp(event.message || 'The painter could not be started.'));
    return started;
  };

  return async (svg, scale) => {
    try {
      const files = await fonts.files();
      worker ??= start();
      count += 1;
      const request: PaintRequest = { id: count, svg, scale, fonts: files, wasm: new URL(wasmUrl, location.href).href };
      const answer = await new Promise<PaintAnswer>((resolve) => {
        waiting.set(request.id, resolve);
        worker?.postMessage(request);
      });
      return 'png' in answer ? success(answer.png) : failure(answer.error);
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error));
    }
  };
}
