/**
 * The lower layer of a canvas, with the picture: it is larger than what is seen, so that panning moves it and paints only what comes
 * into view; a picture of many parts is zoomed as it is and painted anew once the zoom rests, in slices.
 */
import type { Rectangle, Size } from '../../core/base/geometry.ts';
import type { Steps } from '../../core/base/steps.ts';
import { inSlices } from '../app/inSlices.ts';
import type { Context } from './brush.ts';
import { type Ahead, createAhead } from './paintAhead.ts';
import { type PaintOptions, paintingScene, paintScene, readableFrom } from './paintScene.ts';
import type { Picture } from './picture.ts';
import { liesIn } from './spatialGrid.ts';
import { seenPart, type View } from './view.ts';

/** What is painted, and how, but for where. */
export interface GroundPaint extends Omit<PaintOptions, 'view' | 'size' | 'density' | 'part'> {
  readonly picture: Picture;
}

/** What has happened since the last frame. */
export interface GroundChange {
  /** A part of the scene that looks different now. */
  readonly dirty: Rectangle | undefined;
  readonly viewChanged: boolean;
  /** The view is on its way to another. */
  readonly flying: boolean;
}

/** The layer below: what was painted on it lies where the view has it. */
export interface Ground {
  resize(size: Size, density: number): void;
  /** What is painted means nothing any more: the next update paints anew. */
  forget(): void;
  /** As `forget`, but what stands may stay for as long as so many parts or more are painted in slices. */
  replace(least: number): void;
  /** It would look a little different painted anew; a heavy picture stands until that is done. */
  refresh(): void;
  isPainted(): boolean;
  /** Whether something is to be painted or shown, though neither the view nor the picture has changed. */
  isDue(): boolean;
  /** Whether what is shown is still another picture, while this one is painted. */
  isWaiting(): boolean;
  /** Whether the picture takes so long that it is not painted whole in every frame that changes it. */
  isHeavy(): boolean;
  /** Paints what the change takes, and shows it in the view. False: it is being painted in slices, and the picture before stands. */
  update(view: View, change: GroundChange): boolean;
  /** Whether it would look better painted anew, now that the view has come to rest; while something moves, parts of it are painted anyway. */
  isProvisional(view: View, isMoving: boolean): boolean;
  destroy(): void;
}

/** Room around what is seen that is painted too, px. */
const margin = 192;
/** Parts in view, and ms of painting, from which the picture is no longer painted whole in every frame that changes it. */
const many = 700;
const long = 3;
/** Of fewer parts, scrolling is no faster than painting. */
const leastScrolled = 150;
/** How far a picture is zoomed before it must be painted again. */
const mostStretch = 1.7;
/** How far what has changed may reach over its box, px. */
const slack = 14;

/** The view as painted: the layer begins `margin` to the left of what is seen and above it. */
const groundView = ({ x, y, zoom }: View): View => ({ x: x + margin, y: y + margin, zoom });

/** Makes the layer on a canvas; `paint` says what is to be painted now, and `told` is called when something painted in slices can be shown. */
export function createGround(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  paint: () => GroundPaint,
  told: () => void,
  ahead: Ahead = createAhead(),
): Ground {
  let size: Size = { width: 0, height: 0 };
  let density = 1;
  let painted: View | undefined;
  let parts = 0;
  let paintTime = 0;
  /** Something of the picture was painted apart from the rest, so that names may not fit together. */
  let patched = false;
  /** From so many parts on what is to be painted may be painted in slices; undefined: never. */
  let least: number | undefined;
  /** The canvas shows a picture, of whatever view. */
  let stands = false;
  /** It is to be painted anew, though it can stand for a while. */
  let isStale = false;
  /** Such a painting was given up. */
  let isOutdated = false;
  /** Where what is painted in slices will lie. */
  let coming: View | undefined;

  const rounded = (value: number) => Math.round(value * density) / density;
  const whole = () => ({ width: size.width + 2 * margin, height: size.height + 2 * margin });
  const isHeavy = () => parts >= many || paintTime > long;

  function paintPart(view: View, part?: Rectangle): void {
    const { picture, ...options } = paint();
    const began = performance.now();
    const count = paintScene(context, picture, { ...options, view: groundView(view), size: whole(), density, part });
    patched = part !== undefined;
    if (patched) return;
    stands = true;
    parts = count;
    // Painting into a canvas only notes what to paint; the rest takes about as long again.
    paintTime += (performance.now() - began - paintTime) / 3;
  }

  const onLayer = ({ x, y, zoom }: View): View => ({ zoom, x: rounded(x), y: rounded(y) });

  function paintAll(view: View): void {
    giveUp();
    [isStale, isOutdated, least] = [false, false, undefined];
    painted = onLayer(view);
    paintPart(painted);
    place(view, painted);
  }

  function place(view: View, at: View): void {
    const scale = view.zoom / at.zoom;
    const x = view.x - at.x * scale - margin * scale;
    const y = view.y - at.y * scale - margin * scale;
    canvas.style.transform =
      scale === 1 ? `translate(${rounded(x)}px, ${rounded(y)}px)` : `translate(${x}px, ${y}px) scale(${scale})`;
  }

  function giveUp(): void {
    ahead.drop();
    coming = undefined;
  }

  /** The part of the scene that a layer painted at a view shows. */
  const shownPart = (view: View) => seenPart(groundView(view), whole());

  /** Whether so many parts are seen that they are painted in slices. */
  function takesLong(view: View, least: number): boolean {
    const { picture } = paint();
    const { nodes, edges } = picture.scene;
    if (nodes.length + edges.length < least) return false;
    const shown = shownPart(view);
    if (liesIn(picture.content, shown) || !picture.isPrepared()) return true;
    return picture.nodesIn(shown).length + picture.edgesIn(shown).length >= least;
  }

  function paintInSlices(view: View): void {
    const at = onLayer(view);
    coming = at;
    [isStale, isOutdated, least] = [false, false, undefined];
    const { picture, ...options } = paint();
    const room = whole();
    function* painting(onto: Context): Steps<number> {
      if (!liesIn(picture.content, shownPart(at))) yield* picture.preparing();
      return yield* paintingScene(onto, picture, { ...options, view: groundView(at), size: room, density });
    }
    ahead.begin({ width: canvas.width, height: canvas.height }, painting, told);
  }

  function showWhatCame(view: View): void {
    if (coming === undefined) return;
    parts = ahead.show(context);
    painted = coming;
    coming = undefined;
    patched = false;
    stands = true;
    place(view, painted);
    // It will be looked for by place, by the pointer or a pan.
    void inSlices(paint().picture.preparing());
  }

  /** Whether everything that there is lies on what was painted. */
  function coversAll(at: View): boolean {
    const { x, y, zoom } = groundView(at);
    const box = paint().picture.content;
    const { width, height } = whole();
    return (
      box.x * zoom + x >= 0 &&
      box.y * zoom + y >= 0 &&
      (box.x + box.width) * zoom + x <= width &&
      (box.y + box.height) * zoom + y <= height
    );
  }

  /** Moves what is painted on its layer, and paints the strips that come in. */
  function scroll(view: View, from: View): View {
    const next = onLayer(view);
    const dx = next.x - from.x;
    const dy = next.y - from.y;
    const { width, height } = whole();
    if (Math.abs(dx) > width * 0.6 || Math.abs(dy) > height * 0.6 || parts < leastScrolled) {
      paintPart(next);
      return next;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.globalCompositeOperation = 'copy';
    context.drawImage(canvas, Math.round(dx * density), Math.round(dy * density));
    context.globalCompositeOperation = 'source-over';
    if (dx !== 0) paintPart(next, { x: dx > 0 ? 0 : width + dx, y: 0, width: Math.abs(dx), height });
    if (dy !== 0) paintPart(next, { x: 0, y: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) });
    return next;
  }

  function paintDirty(at: View, dirty: Rectangle): void {
    const { x, y, zoom } = groundView(at);
    const part = {
      x: Math.floor(dirty.x * zoom + x) - slack,
      y: Math.floor(dirty.y * zoom + y) - slack,
      width: Math.ceil(dirty.width * zoom) + 2 * slack + 1,
      height: Math.ceil(dirty.height * zoom) + 2 * slack + 1,
    };
    const { width, height } = whole();
    if (part.x < width && part.y < height && part.x + part.width > 0 && part.y + part.height > 0) paintPart(at, part);
  }

  function forget(): void {
    painted = undefined;
    least = undefined;
    giveUp();
  }

  return {
    resize(next, sharp) {
      size = next;
      density = sharp;
      canvas.width = Math.round((size.width + 2 * margin) * density);
      canvas.height = Math.round((size.height + 2 * margin) * density);
      canvas.style.width = `${canvas.width / density}px`;
      canvas.style.height = `${canvas.height / density}px`;
      forget();
      stands = false;
    },
    forget,
    replace(fewest) {
      forget();
      if (stands) least = fewest;
    },
    refresh() {
      if (painted === undefined ? ahead.isBusy() : isHeavy()) isStale = true;
      else forget();
    },
    isPainted: () => painted !== undefined,
    isDue: () => painted === undefined || isStale || ahead.isDone(),
    isWaiting: () => painted === undefined && ahead.isBusy(),
    isHeavy,
    update(view, { dirty, viewChanged, flying }) {
      if (ahead.isDone()) showWhatCame(view);
      if (painted === undefined) {
        if (least === undefined || !takesLong(view, least)) {
          paintAll(view);
          return true;
        }
        paintInSlices(view);
        return false;
      }
      if (isStale) paintInSlices(view);
      if (dirty) {
        paintDirty(painted, dirty);
        if (ahead.isBusy()) {
          // What is in the making does not show it.
          giveUp();
          isOutdated = true;
        }
      }
      if (!viewChanged) return true;
      if (view.zoom === painted.zoom) {
        const reach = Math.max(Math.abs(view.x - painted.x), Math.abs(view.y - painted.y));
        if (reach > margin && !coversAll(painted)) painted = scroll(view, painted);
      } else {
        const stretch = view.zoom / painted.zoom;
        const most = flying ? mostStretch * 2 : mostStretch;
        if (!isHeavy() || stretch > most || stretch < 1 / most) {
          paintAll(view);
          return true;
        }
      }
      place(view, painted);
      return true;
    },
    isProvisional: (view, isMoving) =>
      painted !== undefined &&
      (painted.zoom !== view.zoom || (!isMoving && (isOutdated || (patched && view.zoom < readableFrom)))),
    destroy: giveUp,
  };
}
