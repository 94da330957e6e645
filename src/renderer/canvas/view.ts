/** Which part of a scene a canvas shows: a place of the scene times `zoom`, moved by `x`, `y`, is where it is in the canvas. */
import type { Point, Rectangle, Size } from '../../core/base/geometry.ts';

/** Which part of the scene is shown: where its origin lies on the canvas, px, and how much larger it is drawn. */
export interface View extends Point {
  readonly zoom: number;
}

const zoomLimits = { least: 0.02, most: 4 } as const;

const limited = (zoom: number): number => Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));

/** A place in the canvas, px from its upper left corner, as a place of the scene. */
export const toScene = ({ x, y, zoom }: View, at: Point): Point => ({ x: (at.x - x) / zoom, y: (at.y - y) / zoom });

/** A place of the scene on the canvas, px. */
export const toCanvas = ({ x, y, zoom }: View, at: Point): Point => ({ x: at.x * zoom + x, y: at.y * zoom + y });

/** The part of the scene that is seen, with `margin` px of the canvas around it. */
export function seenPart({ x, y, zoom }: View, { width, height }: Size, margin = 0): Rectangle {
  return {
    x: (-margin - x) / zoom,
    y: (-margin - y) / zoom,
    width: (width + 2 * margin) / zoom,
    height: (height + 2 * margin) / zoom,
  };
}

/** Zooms by a factor; what is at `fixed` in the canvas stays there. */
export function zoomedAt(view: View, factor: number, fixed: Point): View {
  const zoom = limited(view.zoom * factor);
  const ratio = zoom / view.zoom;
  return { zoom, x: fixed.x - (fixed.x - view.x) * ratio, y: fixed.y - (fixed.y - view.y) * ratio };
}

/** The view whose middle is a place of the scene. */
export function centredOn(at: Point, zoom: number, { width, height }: Size): View {
  const kept = limited(zoom);
  return { zoom: kept, x: width / 2 - at.x * kept, y: height / 2 - at.y * kept };
}

/** How far what lies from `at` on is moved to lie within the room; what is too large shows its start, or stays where it fills it. */
function broughtBy(at: number, length: number, room: number, margin: number): number {
  const most = room - margin - length;
  if (most >= margin) return Math.min(Math.max(at, margin), most) - at;
  return at <= margin && at >= most ? 0 : margin - at;
}

/** The view moved as little as can be so that it shows a box with `margin` px around it; the same where it does so already. */
export function broughtIn(view: View, box: Rectangle, { width, height }: Size, margin: number): View {
  const start = toCanvas(view, box);
  const x = broughtBy(start.x, box.width * view.zoom, width, margin);
  const y = broughtBy(start.y, box.height * view.zoom, height, margin);
  return x === 0 && y === 0 ? view : { ...view, x: view.x + x, y: view.y + y };
}

/** The view that shows all of a box, with a share of the canvas free on every side, and no larger than `most`. */
export function fitted(box: Rectangle, size: Size, padding: number, most: number = zoomLimits.most): View {
  const room = 1 - 2 * padding;
  const zoom = Math.min(
    most,
    (size.width * room) / Math.max(1, box.width),
    (size.height * room) / Math.max(1, box.height),
  );
  return centredOn({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, zoom, size);
}

/** The view between two: zoom grows evenly to the eye, and the path leads straight from middle to middle. */
export function between(from: View, to: View, share: number, size: Size): View {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  const start = toScene(from, middle);
  const end = toScene(to, middle);
  // The middle moves with the size of what is seen, so that zooming and panning end together.
  const path =
    Math.abs(to.zoom - from.zoom) < 1e-6 ? share : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom);
  const at = { x: start.x + (end.x - start.x) * path, y: start.y + (end.y - start.y) * path };
  return { zoom, x: middle.x - at.x * zoom, y: middle.y - at.y * zoom };
}
