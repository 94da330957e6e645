/**
 * The rings around what is selected and around what has the keyboard's focus. They differ from the border of what is recommended
 * by more than colour: a ring stands clear of what it is around, and is as thick at any zoom.
 */
import { grown, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { type Context, setDashes } from './brush.ts';
import { drawnBox } from './drawnBox.ts';
import type { Picture } from './picture.ts';
import type { View } from './view.ts';

/** What has rings around it, and why. */
export interface Ringed {
  readonly selected: Iterable<string>;
  readonly focused: string | undefined;
  /** The view in which a thing is drawn; undefined: it has no ring now. */
  readonly viewOf: (id: string) => View | undefined;
  /** How far it is from where the picture has it, px of the scene. */
  readonly shiftOf: (id: string) => Point;
  readonly size: { readonly width: number; readonly height: number };
}

/** From what it is around to the middle of a ring, and how thick it is, px of the canvas. */
const selectedRing = { away: 3, width: 2 } as const;
const focusRing = { away: 3.5, width: 3 } as const;
/** The focus' ring lies outside of that of the selection. */
const bothAway = 7;
/** Lower things than that, px of the canvas, have rings with sharp corners. */
const leastRounded = 12;
/** The names of more things are not looked at: nobody sees where one of so many ends. */
const mostNamed = 300;

function addRing(context: Context, box: Rectangle, away: number): void {
  const { x, y, width, height } = grown(box, away);
  if (box.width > leastRounded) context.roundRect(x, y, width, height, Math.min(4 + away, height / 3));
  else context.rect(x, y, width, height);
}

/** Paints the rings in px of the canvas, for which the context is set. */
export function paintRings(context: Context, picture: Picture, theme: Theme, ringed: Ringed): void {
  const { selected, focused, viewOf, shiftOf, size } = ringed;
  const isSeen = ({ x, y, width, height }: Rectangle) =>
    x <= size.width && y <= size.height && x + width >= 0 && y + height >= 0;
  let named = 0;
  const boxOf = (id: string): Rectangle | undefined => {
    const view = viewOf(id);
    const thing = view && (picture.nodes.get(id) ?? picture.groups.get(id) ?? picture.rows.get(id));
    if (view === undefined || thing === undefined) return undefined;
    const by = shiftOf(id);
    const shifted = { ...view, x: view.x + by.x * view.zoom, y: view.y + by.y * view.zoom };
    const { x, y, zoom } = shifted;
    const plain = {
      x: thing.x * zoom + x,
      y: thing.y * zoom + y,
      width: thing.width * zoom,
      height: thing.height * zoom,
    };
    if (!isSeen(grown(plain, 60))) return undefined;
    named += 1;
    return named > mostNamed ? plain : drawnBox(context, picture, shifted, id);
  };

  const chosen = new Set(selected);
  const boxes = [...chosen].flatMap((id) => boxOf(id) ?? []);
  setDashes(context, undefined);
  context.strokeStyle = theme.ink;
  context.lineWidth = selectedRing.width;
  context.beginPath();
  for (const box of boxes) addRing(context, box, selectedRing.away);
  context.stroke();

  const box = focused === undefined ? undefined : boxOf(focused);
  if (focused === undefined || box === undefined) return;
  context.strokeStyle = theme.focus;
  context.lineWidth = focusRing.width;
  context.beginPath();
  addRing(context, box, chosen.has(focused) ? bothAway : focusRing.away);
  context.stroke();
}
