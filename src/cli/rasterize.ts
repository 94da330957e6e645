/** Scene to PNG on the command line: by threads of their own, and by this one until they are ready. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Result } from '../core/base/result.ts';
import { type BandPainter, type PngOptions, paintPng } from '../core/png/paintPng.ts';
import type { Scene } from '../core/scene/scene.ts';
import { paintBand } from './paintBand.ts';
import { startPainter } from './painterThread.ts';

/** More threads would mostly wait for memory. */
const mostThreads = 4;

/** Paints here, where a small picture is done before a thread is up. While this thread paints it hears no other: so it stops when they can. */
const ownPainter: BandPainter = async (band) => {
  await setImmediate();
  return paintBand(band);
};

let threads: readonly Promise<BandPainter>[] | undefined;

/** Draws a scene as a PNG marked as of its resolution. Text is set in the shipped font, whatever the system has. */
export function rasterize(scene: Scene, options: PngOptions): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  threads ??= Array.from({ length: Math.min(mostThreads, availableParallelism()) }, startPainter);
  return paintPng(scene, options, threads, ownPainter);
}
