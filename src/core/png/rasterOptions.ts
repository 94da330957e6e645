/** What both builds of resvg are told, so that the window and the command line write the same PNG. */

export interface RasterOptions {
  readonly fitTo: { readonly mode: 'zoom'; readonly value: number };
  readonly shapeRendering: 2;
  readonly textRendering: 2;
  readonly imageRendering: 0;
}

/** Options for a picture at `scale` times its size; the fonts are passed beside them, as files or as bytes. */
export const rasterOptions = (scale: number): RasterOptions => ({
  fitTo: { mode: 'zoom', value: scale },
  shapeRendering: 2,
  textRendering: 2,
  imageRendering: 0,
});

/** Pixels that a length in whole px takes, counted in single precision as resvg counts them. */
export const pixelsOf = (length: number, scale: number): number => Math.ceil(Math.fround(length * Math.fround(scale)));
