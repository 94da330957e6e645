/** SVG to PNG in this process. */
import { Resvg } from '@resvg/resvg-js';
import { failure, type Result } from '../core/base/result.ts';
import { encodePng } from '../core/export/encodePng.ts';
import { setPngScale } from '../core/export/png.ts';
import { rasterOptions } from '../core/render/rasterize.ts';
import { fontPaths } from './fontFiles.ts';

/** More pixels than this (some 800 MB of memory) are refused before they are drawn. */
const mostPixels = 200_000_000;

/** Draws an SVG at `scale` pixels for each px, and marks the PNG as of that resolution. Text is set in the shipped font, whatever the system has. */
export const rasterize = async (svg: string, scale: number): Promise<Result<Uint8Array, string>> => {
  try {
    const picture = new Resvg(svg, {
      ...rasterOptions(scale),
      font: { fontFiles: [...fontPaths], loadSystemFonts: false, defaultFontFamily: 'Inter' },
    });
    const pixels = picture.width * picture.height * scale * scale;
    if (pixels > mostPixels)
      return failure(`At ${scale}x the PNG would be too large; choose a smaller --scale, or an SVG`);
    const { width, height, pixels: data } = picture.render();
    const png = setPngScale(encodePng({ width, height, data }), scale);
    return png.ok ? png : failure(png.error.message);
  } catch (error) {
    return failure(`The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
  }
};
