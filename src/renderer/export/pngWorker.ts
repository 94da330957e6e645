/** Paints an SVG as a PNG with resvg, away from the window's thread: the one place that may compile WebAssembly. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { PaintAnswer, PaintRequest } from './pngMessages.ts';

let ready: Promise<void> | undefined;

async function paint({ svg, scale, fonts, wasm }: PaintRequest): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(fetch(wasm));
  await ready;
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: fonts.map((file) => new Uint8Array(file)),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  const image = resvg.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  resvg.free();
  return png;
}

addEventListener('message', async ({ data }: MessageEvent<PaintRequest>) => {
  const answer = await paint(data).then(
    (png): PaintAnswer => ({ id: data.id, png }),
    (error: unknown): PaintAnswer => ({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
  postMessage(answer, 'png' in answer ? { transfer: [answer.png.buffer] } : {});
});
