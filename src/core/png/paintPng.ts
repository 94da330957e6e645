/** A scene to a PNG, by painters that each take the next band when they are free. */
import { failure, type Result, success } from '../base/result.ts';
import { renderSvg, type SvgOptions } from '../render/svg.ts';
import type { Scene } from '../scene/scene.ts';
import { type Band, bandsOf } from './bands.ts';
import type { WantedRows } from './encodeRows.ts';
import type { DeflatedRows } from './flatDeflate.ts';
import { joinPng } from './joinPng.ts';
import { pixelsOf } from './rasterOptions.ts';

/** An SVG whose text names the shipped font, and which of its rows are wanted. */
export interface BandToPaint extends WantedRows {
  readonly svg: string;
  readonly scale: number;
}

/** Paints one band at a time. The error is a sentence. */
export type BandPainter = (band: BandToPaint) => Promise<Result<DeflatedRows, string>>;

/** More pixels than this are refused before any is painted: few programs open such a picture. */
const mostPixels = 200_000_000;

/** How a picture is painted; the font is that of the painter. */
export interface PngOptions extends Omit<SvgOptions, 'font'> {
  /** The PNG is marked as of that resolution. */
  readonly scale: number;
}

/**
 * Paints a scene. A painter that is not ready yet, or cannot be started, is not waited for while another paints; `meanwhile` paints
 * as long as none is ready. The error is a sentence: the picture is too large, or what the first painter says that failed.
 * Rejects where nobody can paint.
 */
export async function paintPng(
  asked: Scene,
  { scale, ...options }: PngOptions,
  painters: readonly Promise<BandPainter>[],
  meanwhile?: BandPainter,
): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  // Whole px, so that every band begins at a whole pixel.
  const scene = { ...asked, width: Math.ceil(asked.width), height: Math.ceil(asked.height) };
  const size = { width: pixelsOf(scene.width, scale), height: pixelsOf(scene.height, scale) };
  if (size.width * size.height > mostPixels)
    return failure(`At ${scale}x the PNG would be too large; choose a smaller scale, or an SVG`);
  const opaque = options.transparent !== true;
  const toPaint = ({ scene: part, above, height }: Band): BandToPaint => ({
    svg: renderSvg(part, { ...options, font: { kind: 'named' } }),
    scale,
    opaque,
    from: above * scale,
    count: pixelsOf(height, scale),
  });
  const painted = await shareOut(bandsOf(scene, scale), painters, meanwhile, (band, paint) => paint(toPaint(band)));
  return painted.ok ? success(joinPng(size, scale, painted.value)) : painted;
}

/** What the workers make of the items, in the order of the items; or the first failure. */
function shareOut<Item, Worker, Value, Failure>(
  items: readonly Item[],
  workers: readonly Promise<Worker>[],
  meanwhile: Worker | undefined,
  work: (item: Item, worker: Worker) => Promise<Result<Value, Failure>>,
): Promise<Result<readonly Value[], Failure>> {
  return new Promise((resolve, reject) => {
    const made: Value[] = [];
    let left = items.length;
    let ready = 0;
    let missing = 0;
    // One queue for all: each takes from it what no other has taken.
    const queue = items.entries();
    const takeTurns = async (worker: Worker, goesOn: () => boolean): Promise<void> => {
      while (goesOn()) {
        const next = queue.next();
        if (next.done) break;
        const [index, item] = next.value;
        const answer = await work(item, worker);
        if (!answer.ok) return resolve(answer);
        made[index] = answer.value;
        left -= 1;
      }
      if (left === 0) resolve(success(made));
    };
    const begin = (worker: Worker): void => {
      ready += 1;
      takeTurns(worker, () => true).catch(reject);
    };
    const doWithout = (reason: unknown): void => {
      missing += 1;
      if (missing === workers.length && meanwhile === undefined) reject(reason);
    };
    for (const worker of workers) worker.then(begin, doWithout);
    if (meanwhile !== undefined) takeTurns(meanwhile, () => ready === 0).catch(reject);
  });
}
