/**
 * The two layers that a scene is painted on, and the part of it that is seen. The picture lies on the lower layer (ground.ts), what
 * changes with the pointer on the upper one. All painting is done in animation frames, at most once in each.
 */
import { hullOf, type Rectangle, type Size } from '../../core/base/geometry.ts';
import { onForcedColours } from '../themes/forcedColours.ts';
import { isStill } from '../themes/motion.ts';
import { forgetWidths } from './brush.ts';
import { changedPart, placesOf } from './changedPart.ts';
import { createGround } from './ground.ts';
import type { IconBitmaps } from './iconBitmaps.ts';
import { type Live, stillLife } from './live.ts';
import { hasLive, paintLive } from './paintLive.ts';
import type { Marks } from './paintMarks.ts';
import { easeOut, shareOf } from './passing.ts';
import { type Picture, pictureOf } from './picture.ts';
import { sceneBetween } from './sceneBetween.ts';
import { between, type View } from './view.ts';

/** What stands out while one thing is pointed at: it and what it is joined to. */
export interface Near {
  readonly ids: ReadonlySet<string>;
  readonly centre: string;
}

/** What of the picture's look depends on the view that shows it. */
export interface StageLook {
  readonly selection: ReadonlySet<string>;
  readonly resizable: string | undefined;
  readonly reconnectable: boolean;
  readonly pointing: 'map' | 'editor';
  /** A grid of dots lies behind the picture. */
  readonly dots: boolean;
}

/** The canvas as its gestures and its view use it: what is shown, and what paints it again when that changes. */
export interface Stage {
  view(): View;
  size(): Size;
  picture(): Picture;
  live(): Live;
  /** Another scene. With a duration (ms), what stands elsewhere is seen to go there. */
  setPicture(picture: Picture, duration: number): void;
  setLook(look: StageLook): void;
  setMarks(marks: Marks): void;
  setLive(change: Partial<Live>): void;
  /** What stands out, with all else stepping back; undefined: nothing. */
  setNear(near: Near | undefined): void;
  /** Shows another part, at once or in so many ms. */
  setView(view: View, duration?: number): void;
  setSize(size: Size): void;
  /** Called in the frame in which another part, or another size, is shown. */
  onView(listener: () => void): () => void;
  /** Called when the view has rested for a moment. */
  onRest(listener: () => void): () => void;
  destroy(): void;
}

/** How long a view rests before it is painted as well as can be, ms. */
const rest = 120;
const dimTime = 120;

/** From so many parts on a picture is painted in slices: one that is shown and was changed, and quite another one. */
const manyChanged = 1_500;
const manyOthers = 150;

const nothing: ReadonlySet<string> = new Set();

/** Whether nothing of a picture is in the next one: of another page or document. */
const isAnother = (old: Picture, next: Picture): boolean => next.scene.nodes.every(({ id }) => !old.nodes.has(id));

interface Layers {
  readonly ground: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
  /** What lies over both in the coordinates of the scene: targets of the keyboard, and what the view puts there. */
  readonly content: readonly HTMLElement[];
}

/**
 * Makes a stage over two canvases, the picture below and what is going on above; throws where the browser has no 2D
 * canvas.
 */
export function createStage({ ground, over, content }: Layers, icons: IconBitmaps, first: Picture): Stage {
  const groundContext = ground.getContext('2d', { alpha: false });
  const overContext = over.getContext('2d');
  if (!groundContext || !overContext) throw new Error('This browser has no 2D canvas.');

  let picture = first;
  let shown = first;
  let view: View = { x: 0, y: 0, zoom: 1 };
  let size: Size = { width: 0, height: 0 };
  let density = 1;
  let live = stillLife;
  let look: StageLook = {
    selection: nothing,
    resizable: undefined,
    reconnectable: false,
    pointing: 'map',
    dots: false,
  };
  let marks: Marks = new Map();
  let near: Near | undefined;
  let dim = 0;
  let dimmed: Near | undefined;
  let overEmpty = true;
  let dirtyOver = true;
  let dirtyBox: Rectangle | undefined;
  let viewChanged = true;
  let frame: number | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let flight: { from: View; to: View; began: number; duration: number } | undefined;
  let tween: { from: Picture; began: number; duration: number } | undefined;
  /** When the picture shown began to wait for the next one. */
  let waitsSince: number | undefined;
  let before = performance.now();
  const viewListeners = new Set<() => void>();
  const restListeners = new Set<() => void>();

  function request(): void {
    frame ??= requestAnimationFrame(run);
  }
  const lower = createGround(
    ground,
    groundContext,
    () => ({
      picture: shown,
      icons,
      without: live.moving?.hidden ?? nothing,
      near: dimmed && { ...dimmed, amount: dim },
      marks,
      dots: look.dots,
    }),
    request,
  );
  const repaint = () => {
    lower.forget();
    request();
  };
  const refresh = () => {
    lower.refresh();
    dirtyOver = true;
    request();
  };

  function updateOver(): void {
    if (!overContext) return;
    const any = hasLive(live, look.selection);
    if (!any && overEmpty) return;
    if (any) paintLive(overContext, shown, live, { ...look, marks, view, density, icons, size });
    else {
      overContext.setTransform(1, 0, 0, 1, 0, 0);
      overContext.clearRect(0, 0, over.width, over.height);
    }
    overEmpty = !any;
    // An empty layer is not laid over the picture either, which would take as long as a full one.
    over.style.visibility = any ? '' : 'hidden';
  }

  function atRest(): void {
    restTimer = undefined;
    if (lower.isProvisional(view, live.moving !== undefined)) refresh();
    for (const listener of restListeners) listener();
  }

  function advance(now: number): boolean {
    let more = false;
    if (flight) {
      const share = shareOf(flight, now);
      view = share === 1 ? flight.to : between(flight.from, flight.to, easeOut(share), size);
      viewChanged = true;
      if (share === 1) flight = undefined;
      else more = true;
    }
    if (tween) {
      const share = shareOf(tween, now);
      shown = share === 1 ? picture : pictureOf(sceneBetween(tween.from.scene, picture.scene, easeOut(share)));
      lower.forget();
      dirtyOver = true;
      if (share === 1) tween = undefined;
      else more = true;
    }
    const target = near ? 1 : 0;
    if (dim !== target || (near && dimmed !== near)) {
      if (near) dimmed = near;
      const step = isStill() ? 1 : Math.min(1, Math.max(now - before, 8) / dimTime);
      dim = target > dim ? Math.min(target, dim + step) : Math.max(target, dim - step);
      if (dim === 0) dimmed = undefined;
      lower.forget();
      if (dim !== target) more = true;
    }
    before = now;
    return more;
  }

  function run(now: number): void {
    frame = undefined;
    if (size.width === 0 || size.height === 0) return;
    // While another picture is painted nothing of it is shown; what comes meanwhile is shown with it.
    if (lower.isWaiting()) return;
    if (waitsSince !== undefined && flight) flight.began += now - waitsSince;
    waitsSince = undefined;
    const more = advance(now);
    const moved = viewChanged;
    if (lower.isDue() || moved || dirtyBox) {
      const isShown = lower.update(view, { dirty: dirtyBox, viewChanged: moved, flying: flight !== undefined });
      ground.toggleAttribute('data-waiting', !isShown);
      if (!isShown) {
        dirtyBox = undefined;
        waitsSince = now;
        return;
      }
    }
    if (dirtyOver || moved) updateOver();
    if (moved) {
      for (const layer of content) layer.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`;
      for (const listener of viewListeners) listener();
    }
    if (moved || dirtyBox) {
      clearTimeout(restTimer);
      restTimer = setTimeout(atRest, rest);
    }
    viewChanged = false;
    dirtyOver = false;
    dirtyBox = undefined;
    if (more) request();
  }

  const onIcons = icons.onLoaded(refresh);
  const onFonts = () => {
    forgetWidths();
    refresh();
  };
  document.fonts.addEventListener('loadingdone', onFonts);
  const letColours = onForcedColours(refresh);

  const addDirty = (box: Rectangle | undefined) => {
    if (box) dirtyBox = hullOf(dirtyBox ? [dirtyBox, box] : [box]);
  };

  return {
    view: () => view,
    size: () => size,
    picture: () => picture,
    live: () => live,
    setPicture(next, duration) {
      if (next === picture) return;
      const old = shown;
      picture = next;
      dirtyOver = true;
      if (duration > 0 && !isStill()) {
        tween = { from: old, began: performance.now(), duration };
        request();
        return;
      }
      tween = undefined;
      shown = next;
      const changed = lower.isHeavy() && lower.isPainted() ? changedPart(old, next) : undefined;
      if (changed === undefined) lower.replace(isAnother(old, next) ? manyOthers : manyChanged);
      else if (changed !== 'none') addDirty(changed);
      request();
    },
    setLook(next) {
      if (next.dots !== look.dots) repaint();
      look = next;
      dirtyOver = true;
      request();
    },
    setMarks(next) {
      if (next === marks || (next.size === 0 && marks.size === 0)) return;
      marks = next;
      refresh();
    },
    setLive(change) {
      const old = live;
      live = { ...live, ...change };
      if (old.moving?.hidden !== live.moving?.hidden) {
        if (!lower.isHeavy()) lower.forget();
        else for (const ids of [old.moving?.hidden, live.moving?.hidden]) addDirty(ids && placesOf(shown, ids));
      }
      dirtyOver = true;
      request();
    },
    setNear(next) {
      near = next;
      request();
    },
    setView(next, duration = 0) {
      if (duration > 0 && !isStill() && size.width > 0) {
        flight = { from: view, to: next, began: performance.now(), duration };
        request();
        return;
      }
      flight = undefined;
      view = next;
      viewChanged = true;
      request();
    },
    setSize(next) {
      const sharp = window.devicePixelRatio || 1;
      if (next.width === size.width && next.height === size.height && sharp === density) return;
      size = next;
      density = sharp;
      lower.resize(size, density);
      over.width = Math.round(size.width * density);
      over.height = Math.round(size.height * density);
      over.style.width = `${over.width / density}px`;
      over.style.height = `${over.height / density}px`;
      viewChanged = true;
      dirtyOver = true;
      repaint();
    },
    onView(listener) {
      viewListeners.add(listener);
      return () => viewListeners.delete(listener);
    },
    onRest(listener) {
      restListeners.add(listener);
      return () => restListeners.delete(listener);
    },
    destroy() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(restTimer);
      lower.destroy();
      onIcons();
      letColours();
      document.fonts.removeEventListener('loadingdone', onFonts);
    },
  };
}
