/** Paints bands of a PNG with resvg, away from the window's thread: the one place that may compile WebAssembly. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { failure, type Result, success } from '../../core/base/result.ts';
import { encodeRows } from '../../core/png/encodeRows.ts';
import type { DeflatedRows } from '../../core/png/flatDeflate.ts';
import type { BandToPaint } from '../../core/png/paintPng.ts';
import { rasterOptions } from '../../core/png/rasterOptions.ts';
import type { PainterOrder } from './pngMessages.ts';

let fontBuffers: Uint8Array[] = [];

function paint({ svg, scale, ...wanted }: BandToPaint): Result<DeflatedRows, string> {
  try {
    const resvg = new Resvg(svg, {
      ...rasterOptions(scale),
      font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    });
    const image = resvg.render();
    const { width, pixels: data } = image;
    image.free();
    resvg.free();
    return success(encodeRows({ width, data }, wanted));
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

addEventListener('message', async ({ data }: MessageEvent<PainterOrder>) => {
  if ('wasm' in data) {
    fontBuffers = data.fonts.map((file) => new Uint8Array(file));
    const started = await initWasm(fetch(data.wasm)).then(
      () => success(undefined),
      (error: unknown) => failure(error instanceof Error ? error.message : String(error)),
    );
    return postMessage(started);
  }
  const painted = paint(data);
  postMessage(painted, painted.ok ? { transfer: [painted.value.bytes.buffer] } : {});
});
