/** Marks at the upper right corner of nodes: what there is to say of single ones, painted, because there may be thousands. */
import type { Point } from '../../core/base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../../core/base/steps.ts';
import type { SceneNode } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { type Context, fontOf, setDashes } from './brush.ts';
import { toCanvas, type View } from './view.ts';

/** What sort of thing there is to say of a node. */
export type MarkLook = 'error' | 'warning' | 'hint' | 'drift' | 'comment';

/** A sign at a node's corner, and what it stands for. */
export interface Mark {
  readonly look: MarkLook;
  /** What it says when the pointer rests on the node. */
  readonly text: string;
}

/** By id of a node: its marks, the gravest first. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

/** Diameter of a mark and the step from one to the next, px of the scene; of the canvas where that would be too small. */
const size = 22;
const step = 26;
const leastZoom = 0.62;
/** Nodes lower than that, px of the canvas, have a dot and no signs. */
const leastHeight = 14;
const dotRadius = 3;

/** Signs in a square of 24, drawn with a line 2 wide. */
const signs: Readonly<Record<MarkLook, string>> = {
  error: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19zM12 7.5v5M12 16.5h.01',
  warning: 'M12 3.5L22 20.5H2zM12 9.5v4.5M12 17.2h.01',
  hint: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19zM12 16.5v-5M12 7.5h.01',
  drift: 'M20.5 12a8.5 8.5 0 1 1-2.6-6.1L20.5 8.5M20.5 3.5v5h-5',
  comment: 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H8l-5 4V6a2 2 0 0 1 2-2z',
};
const signSize = 14;

function coloursOf(look: MarkLook, theme: Theme): { readonly ground: string; readonly ink: string } {
  switch (look) {
    case 'error':
      return { ground: theme.danger, ink: theme.canvas };
    case 'warning':
      return { ground: theme.warningSoft, ink: theme.warningInk };
    case 'drift':
      return { ground: theme.accentSoft, ink: theme.accentInk };
    case 'hint':
    case 'comment':
      return { ground: theme.neutralSoft, ink: theme.neutralInk };
  }
}

/** What is drawn at a node: its gravest mark alone with the number of the others, where these are more than one. */
export function condensed(own: readonly Mark[]): { readonly looks: readonly MarkLook[]; readonly more: number } {
  const looks = [...new Set(own.map(({ look }) => look))];
  const [first, second] = looks;
  if (first === undefined) return { looks: [], more: 0 };
  const isShown = own.length === 1 || (own.length === 2 && second !== undefined);
  return isShown ? { looks, more: 0 } : { looks: [first], more: own.length - 1 };
}

function drawMark(context: OffscreenCanvasRenderingContext2D, look: MarkLook, theme: Theme, pixels: number): void {
  const { ground, ink } = coloursOf(look, theme);
  context.scale(pixels / size, pixels / size);
  const disc = (radius: number, colour: string) => {
    context.beginPath();
    context.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  };
  disc(size / 2, theme.canvas);
  disc(size / 2 - 2, ground);
  context.translate((size - signSize) / 2, (size - signSize) / 2);
  context.scale(signSize / 24, signSize / 24);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(signs[look]));
}

/** Made once for each look, theme and size in pixels of the screen. */
const bitmaps = new Map<string, ImageBitmap | undefined>();
const mostBitmaps = 60;

function bitmapOf(look: MarkLook, theme: Theme, pixels: number): ImageBitmap | undefined {
  const key = `${look} ${theme.canvas} ${pixels}`;
  const known = bitmaps.get(key);
  if (known) return known;
  const canvas = new OffscreenCanvas(pixels, pixels);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  drawMark(context, look, theme, pixels);
  const made = canvas.transferToImageBitmap();
  if (bitmaps.size >= mostBitmaps) bitmaps.clear();
  bitmaps.set(key, made);
  return made;
}

/** Nodes whose marks are painted between two steps. */
const marksAtOnce = 100;

/** Paints the marks of some nodes. From very far a node has one dot, in the colour of its gravest. */
export const paintMarks = (...what: Parameters<typeof paintingMarks>): void => finish(paintingMarks(...what));

/** `paintMarks` in steps. */
export function* paintingMarks(
  context: Context,
  theme: Theme,
  nodes: readonly SceneNode[],
  marks: Marks,
  { view, density }: { readonly view: View; readonly density: number },
): Steps<void> {
  if (marks.size === 0) return;
  const larger = Math.max(leastZoom, view.zoom);
  const pixels = Math.max(1, Math.round(size * larger * density));
  const across = pixels / density;
  context.setTransform(density, 0, 0, density, 0, 0);
  yield* eachInSteps(nodes, marksAtOnce, (node) => {
    const own = marks.get(node.id);
    if (own === undefined) return;
    const corner = toCanvas(view, { x: node.x + node.width, y: node.y });
    if (node.height * view.zoom < leastHeight) {
      paintDot(context, theme, own, corner);
      return;
    }
    // On whole pixels, so that a sign is sharp.
    const whole = (value: number) => Math.round(value * density) / density;
    const { looks, more } = condensed(own);
    const leftOf = (place: number) => whole(corner.x - across / 2 - place * step * larger);
    const top = whole(corner.y - across / 2);
    for (const [place, look] of looks.entries()) {
      const bitmap = bitmapOf(look, theme, pixels);
      if (bitmap) context.drawImage(bitmap, leftOf(place), top, across, across);
    }
    if (more > 0) paintCount(context, theme, more, { x: leftOf(looks.length), y: top, size: across });
  });
}

/** How many more marks there are, in a disc like those of the others. */
function paintCount(
  context: Context,
  theme: Theme,
  more: number,
  { x, y, size: across }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const middle = { x: x + across / 2, y: y + across / 2 };
  context.beginPath();
  context.arc(middle.x, middle.y, across / 2 - 1, 0, 2 * Math.PI);
  context.fillStyle = theme.neutralSoft;
  context.strokeStyle = theme.canvas;
  context.lineWidth = 2;
  setDashes(context, undefined);
  context.fill();
  context.stroke();
  const letters = Math.max(10, Math.round(across * 0.5));
  context.font = fontOf(letters, 600);
  context.textAlign = 'center';
  context.fillStyle = theme.neutralInk;
  context.fillText(`+${more}`, middle.x, middle.y + letters * 0.36);
}

function paintDot(context: Context, theme: Theme, own: readonly Mark[], { x, y }: Point): void {
  const [gravest] = own;
  if (gravest === undefined) return;
  const { ground, ink } = coloursOf(gravest.look, theme);
  context.fillStyle = gravest.look === 'error' ? ground : ink;
  context.fillRect(x - dotRadius, y, dotRadius, dotRadius);
}
