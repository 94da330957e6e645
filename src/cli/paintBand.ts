/** SVG to rows of a PNG, in this thread. */
import { Resvg } from '@resvg/resvg-js';
import { failure, type Result, success } from '../core/base/result.ts';
import { encodeRows } from '../core/png/encodeRows.ts';
import type { DeflatedRows } from '../core/png/flatDeflate.ts';
import type { BandToPaint } from '../core/png/paintPng.ts';
import { rasterOptions } from '../core/png/rasterOptions.ts';
import { fontPaths } from './fontFiles.ts';

/** Paints a band with resvg's native build, which reads the font files itself. The error is a sentence. */
export function paintBand({ svg, scale, ...wanted }: BandToPaint): Result<DeflatedRows, string> {
  try {
    const { width, pixels: data } = new Resvg(svg, {
      ...rasterOptions(scale),
      font: { fontFiles: [...fontPaths], loadSystemFonts: false, defaultFontFamily: 'Inter' },
    }).render();
    return success(encodeRows({ width, data }, wanted));
  } catch (error) {
    return failure(`The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
  }
}
