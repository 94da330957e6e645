/** Paints an SVG as a PNG with resvg, away from the window's thread: the one place that may compile WebAssembly. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encodePng } from '../../core/export/encodePng.ts';
import { rasterOptions } from '../../core/render/rasterize.ts';
import type { PaintAnswer, PaintRequest } from './pngMessages.ts';

let ready: Promise<void> | undefined;

async function paint({ svg, scale, fonts, wasm }: PaintRequest): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(fetch(wasm));
  await ready;
  const resvg = new Resvg(svg, {
    ...rasterOptions(scale),
    font: {
      fontBuffers: fonts.map((file) => new Uint8Array(file)),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  const image = resvg.render();
  const { width, height, pixels: data } = image;
  image.free();
  resvg.free();
  return encodePng({ width, height, data });
}

addEventListener('message', async ({ data }: MessageEvent<PaintRequest>) => {
  const answer = await paint(data).then(
    (png): PaintAnswer => ({ id: data.id, png }),
    (error: unknown): PaintAnswer => ({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
  postMessage(answer, 'png' in answer ? { transfer: [answer.png.buffer] } : {});
});
