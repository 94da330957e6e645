/** Drawing of the pieces that every picture is made of, on a 2D canvas. */
import { distance, type Point, type Rectangle } from '../../core/base/geometry.ts';
import { arrow } from '../../core/render/route.ts';
import { textColour } from '../../core/scene/looks.ts';
import { leftOfText } from '../../core/scene/placeText.ts';
import type { SceneText } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { fontFallback, typeScale } from '../../core/scene/typography.ts';

/** What is painted on. */
export type Context = CanvasRenderingContext2D;

/** Lengths of dashes from the notation of looks, `5 3`. */
const dashLengths = new Map<string, number[]>();

function dashed(dashes: string | undefined): number[] {
  if (dashes === undefined) return [];
  const known = dashLengths.get(dashes) ?? dashes.split(' ').map(Number);
  dashLengths.set(dashes, known);
  return known;
}

const solid: number[] = [];

/** Sets the dashes of the lines that follow. They are set only where they change: `setLineDash` is slow. */
export function setDashes(context: Context, dashes: string | undefined): void {
  if (dashes !== undefined) context.setLineDash(dashed(dashes));
  else if (context.getLineDash().length > 0) context.setLineDash(solid);
}

const madeFonts = new Map<number, string>();

/** The same string for the same font, so that looking it up costs nothing. */
export function fontOf(size: number, weight: number): string {
  const key = weight * 1000 + size;
  const known = madeFonts.get(key) ?? `${weight} ${size}px ${fontFallback}`;
  madeFonts.set(key, known);
  return known;
}

const fonts = Object.fromEntries(
  Object.entries(typeScale).map(([name, { size, weight }]) => [name, fontOf(size, weight)]),
) as Readonly<Record<SceneText['style'], string>>;

/** By font, then by text. */
const widths = new Map<string, Map<string, number>>();

/** Width of a text in a font, px; measured once. */
export function textWidth(context: Context, text: string, font: string): number {
  const known = widths.get(font) ?? new Map<string, number>();
  if (known.size === 0) widths.set(font, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  context.font = font;
  const { width } = context.measureText(text);
  known.set(text, width);
  return width;
}

/** Widths measured before the fonts were loaded are those of another font. */
export const forgetWidths = (): void => widths.clear();

/** Texts with their baseline where the scene says. */
export function drawTexts(context: Context, texts: readonly SceneText[], theme: Theme, fill?: string): void {
  for (const line of texts) {
    context.font = fonts[line.style];
    context.textAlign = line.anchor === 'middle' ? 'center' : line.anchor;
    context.fillStyle = fill ?? textColour(line.tone, theme);
    context.fillText(line.text, line.x, line.y);
  }
}

/** A line through each text: what is ruled out is told by more than colour. */
export function strikeTexts(context: Context, texts: readonly SceneText[], theme: Theme): void {
  context.strokeStyle = theme.danger;
  context.lineWidth = 1.5;
  setDashes(context, undefined);
  context.beginPath();
  for (const text of texts) {
    const left = leftOfText(text);
    const height = text.y - typeScale[text.style].size * 0.32;
    context.moveTo(left, height);
    context.lineTo(left + text.width, height);
  }
  context.stroke();
}

/** How a box is painted; lengths in px of the scene. */
export interface BoxPaint {
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly strokeWidth?: number;
  readonly dashes?: string | undefined;
  readonly radius: number;
}

/** A box whose line lies inside its rectangle. */
export function drawBox(
  context: Context,
  { x, y, width, height }: Rectangle,
  { fill, stroke, strokeWidth = 1, dashes, radius }: BoxPaint,
): void {
  const inset = stroke === undefined ? 0 : strokeWidth / 2;
  context.beginPath();
  context.roundRect(
    x + inset,
    y + inset,
    Math.max(0, width - 2 * inset),
    Math.max(0, height - 2 * inset),
    Math.max(0, Math.min(radius, width / 2, height / 2)),
  );
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  context.lineWidth = strokeWidth;
  setDashes(context, dashes);
  context.stroke();
}

/** Adds a polyline with rounded corners to the path; its end is cut short by `cut`, so that no line shows beside a tip. */
export function addRoute(context: Context, points: readonly Point[], radius: number, cut: number): void {
  const last = points.length - 1;
  const [first] = points;
  if (first === undefined) return;
  context.moveTo(first.x, first.y);
  for (let index = 1; index <= last; index += 1) {
    const before = points[index - 1];
    const corner = points[index];
    const after = points[index + 1];
    if (before === undefined || corner === undefined) continue;
    if (after === undefined) {
      const length = distance(before, corner);
      const share = length === 0 ? 0 : Math.min(1, cut / length);
      context.lineTo(corner.x + (before.x - corner.x) * share, corner.y + (before.y - corner.y) * share);
    } else if (radius === 0) context.lineTo(corner.x, corner.y);
    else {
      const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
      context.arcTo(corner.x, corner.y, after.x, after.y, reach);
    }
  }
}

/** Adds the head of an arrow at the end of a polyline to the path, `scale` times its usual size. */
export function addHead(context: Context, points: readonly Point[], scale = 1): void {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return;
  const length = Math.max(distance(before, tip), 0.01);
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * arrow.length * scale, y: tip.y - along.y * arrow.length * scale };
  const across = { x: -along.y * arrow.halfWidth * scale, y: along.x * arrow.halfWidth * scale };
  context.moveTo(tip.x, tip.y);
  context.lineTo(base.x + across.x, base.y + across.y);
  context.lineTo(base.x - across.x, base.y - across.y);
  context.closePath();
}
