/** Scene to PNG on the command line: this thread paints, and another that joins it when it is ready. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Result } from '../core/base/result.ts';
import { type BandPainter, type PngOptions, paintPng } from '../core/png/paintPng.ts';
import type { Scene } from '../core/scene/scene.ts';
import { paintBand } from './paintBand.ts';
import { startPainter } from './painterThread.ts';

/** Other threads that paint; more would mostly wait for memory. */
const mostThreads = 3;

const ownPainter: BandPainter = async (band) => {
  // Lets what the other threads ask for through before this one is busy again.
  await setImmediate();
  return paintBand(band);
};

let threads: readonly Promise<BandPainter>[] | undefined;

/** Draws a scene as a PNG marked as of its resolution. Text is set in the shipped font, whatever the system has. */
export function rasterize(scene: Scene, options: PngOptions): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  threads ??= Array.from({ length: Math.min(mostThreads, availableParallelism() - 1) }, startPainter);
  return paintPng(scene, options, [Promise.resolve(ownPainter), ...threads]);
}
