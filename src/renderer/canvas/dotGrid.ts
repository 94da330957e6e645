/** A grid of dots on the page behind a picture: one pattern, painted with one fill, whatever the zoom. */
import type { Theme } from '../../core/scene/theme.ts';
import type { Context } from './brush.ts';
import type { View } from './view.ts';

/** Between dots at full size, px of the scene; at other zooms doubled or halved until they stand `least` to twice that apart. */
const pitch = 24;
const least = 20;
/** Radius of a dot, px of the canvas. */
const radius = 0.9;

/** The distance between the dots at a zoom, px of the scene. */
export const gridStep = (zoom: number): number => pitch * 2 ** Math.ceil(Math.log2(least / (pitch * zoom)));

/** The tile made last: its zoom and colour seldom change. */
let made: { readonly key: string; readonly tile: OffscreenCanvas } | undefined;

function tileOf(pixels: number, density: number, colour: string): OffscreenCanvas | undefined {
  const key = `${pixels} ${density} ${colour}`;
  if (made?.key === key) return made.tile;
  const tile = new OffscreenCanvas(pixels, pixels);
  const context = tile.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(pixels / 2, pixels / 2, radius * density, 0, 2 * Math.PI);
  context.fill();
  made = { key, tile };
  return tile;
}

/** Fills the whole context, whose transform is to be that of its pixels, with dots at whole multiples of the step in the scene. */
export function drawGrid(context: Context, theme: Theme, { x, y, zoom }: View, density: number): void {
  const step = gridStep(zoom) * zoom * density;
  const pixels = Math.round(step);
  const tile = tileOf(pixels, density, theme.line);
  const pattern = tile && context.createPattern(tile, 'repeat');
  if (!pattern) return;
  const scale = step / pixels;
  pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, x * density - step / 2, y * density - step / 2]));
  context.fillStyle = pattern;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}
