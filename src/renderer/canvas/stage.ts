/**
 * The two layers that a scene is painted on, and the part of it that is seen. The picture lies on the lower layer, which is
 * larger than what is seen: panning moves it and paints only what comes into view; a picture of many parts is zoomed as it is
 * and painted anew once the zoom rests. What changes with the pointer lies on the upper layer. All painting is done in
 * animation frames, at most once in each.
 */
import { hullOf, type Rectangle, type Size } from '../../core/base/geometry.ts';
import { onForcedColours } from '../themes/forcedColours.ts';
import { isStill } from '../themes/motion.ts';
import { forgetWidths } from './brush.ts';
import { changedPart, placesOf } from './changedPart.ts';
import type { IconBitmaps } from './iconBitmaps.ts';
import { type Live, stillLife } from './live.ts';
import { hasLive, paintLive } from './paintLive.ts';
import type { Marks } from './paintMarks.ts';
import { paintScene, readableFrom } from './paintScene.ts';
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

/** Room around what is seen that is painted too, px. */
const margin = 192;
/** Parts in view, and ms of painting, from which the picture is no longer painted whole in every frame that changes it. */
const many = 700;
const long = 3;
/** How long a view rests before it is painted as well as can be, ms. */
const rest = 120;
/** How far a picture is zoomed before it must be painted again. */
const mostStretch = 1.7;
const dimTime = 120;

const nothing: ReadonlySet<string> = new Set();

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
  let painted: View | undefined;
  let parts = 0;
  let paintTime = 0;
  const isHeavy = () => parts >= many || paintTime > long;
  /** Something of the picture was painted apart from the rest, so that names may not fit together. */
  let patched = false;
  let overEmpty = true;
  let dirtyOver = true;
  let dirtyBox: Rectangle | undefined;
  let viewChanged = true;
  let frame: number | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let flight: { from: View; to: View; began: number; duration: number } | undefined;
  let tween: { from: Picture; began: number; duration: number } | undefined;
  let before = performance.now();
  const viewListeners = new Set<() => void>();
  const restListeners = new Set<() => void>();

  const request = () => {
    frame ??= requestAnimationFrame(run);
  };
  const repaint = () => {
    painted = undefined;
    request();
  };
  const rounded = (value: number) => Math.round(value * density) / density;
  const hiddenNow = () => live.moving?.hidden ?? nothing;

  /** The view as painted: the lower layer begins `margin` to the left of what is seen and above it. */
  const groundView = ({ x, y, zoom }: View): View => ({ x: x + margin, y: y + margin, zoom });
  const groundSize = () => ({ width: size.width + 2 * margin, height: size.height + 2 * margin });

  function paintGround(part?: Rectangle): void {
    if (!groundContext || painted === undefined) return;
    const options = {
      view: groundView(painted),
      size: groundSize(),
      density,
      icons,
      without: hiddenNow(),
      near: dimmed && { ...dimmed, amount: dim },
      marks,
      part,
      dots: look.dots,
    };
    const began = performance.now();
    const count = paintScene(groundContext, shown, options);
    if (part === undefined) {
      parts = count;
      // Painting into a canvas only notes what to paint; the rest takes about as long again.
      paintTime += (performance.now() - began - paintTime) / 3;
      patched = false;
    } else patched = true;
  }

  function place(): void {
    if (painted === undefined) return;
    const scale = view.zoom / painted.zoom;
    const x = view.x - painted.x * scale - margin * scale;
    const y = view.y - painted.y * scale - margin * scale;
    ground.style.transform =
      scale === 1 ? `translate(${rounded(x)}px, ${rounded(y)}px)` : `translate(${x}px, ${y}px) scale(${scale})`;
  }

  function paintAll(): void {
    painted = { zoom: view.zoom, x: rounded(view.x), y: rounded(view.y) };
    paintGround();
    place();
  }

  /** Whether everything that there is lies on what was painted. */
  function coversAll(): boolean {
    if (painted === undefined) return false;
    const { x, y, zoom } = groundView(painted);
    const box = shown.content;
    const { width, height } = groundSize();
    return (
      box.x * zoom + x >= 0 &&
      box.y * zoom + y >= 0 &&
      (box.x + box.width) * zoom + x <= width &&
      (box.y + box.height) * zoom + y <= height
    );
  }

  /** Moves what is painted on its layer, and paints the strips that come in. */
  function scrollGround(): void {
    if (!groundContext || painted === undefined) return;
    const next = { zoom: view.zoom, x: rounded(view.x), y: rounded(view.y) };
    const dx = next.x - painted.x;
    const dy = next.y - painted.y;
    const { width, height } = groundSize();
    painted = next;
    if (Math.abs(dx) > width * 0.6 || Math.abs(dy) > height * 0.6 || parts < 150) {
      paintGround();
      return;
    }
    groundContext.setTransform(1, 0, 0, 1, 0, 0);
    groundContext.globalAlpha = 1;
    groundContext.globalCompositeOperation = 'copy';
    groundContext.drawImage(ground, Math.round(dx * density), Math.round(dy * density));
    groundContext.globalCompositeOperation = 'source-over';
    if (dx !== 0) paintGround({ x: dx > 0 ? 0 : width + dx, y: 0, width: Math.abs(dx), height });
    if (dy !== 0) paintGround({ x: 0, y: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) });
  }

  function updateGround(): void {
    if (painted === undefined) {
      paintAll();
      return;
    }
    if (dirtyBox) {
      const { x, y, zoom } = groundView(painted);
      const slack = 14;
      const part = {
        x: Math.floor(dirtyBox.x * zoom + x) - slack,
        y: Math.floor(dirtyBox.y * zoom + y) - slack,
        width: Math.ceil(dirtyBox.width * zoom) + 2 * slack + 1,
        height: Math.ceil(dirtyBox.height * zoom) + 2 * slack + 1,
      };
      const { width, height } = groundSize();
      if (part.x < width && part.y < height && part.x + part.width > 0 && part.y + part.height > 0) paintGround(part);
    }
    if (!viewChanged) return;
    if (view.zoom === painted.zoom) {
      const reach = Math.max(Math.abs(view.x - painted.x), Math.abs(view.y - painted.y));
      if (reach > margin && !coversAll()) scrollGround();
    } else {
      const stretch = view.zoom / painted.zoom;
      const resting = flight === undefined ? mostStretch : mostStretch * 2;
      if (!isHeavy() || stretch > resting || stretch < 1 / resting) {
        paintAll();
        return;
      }
    }
    place();
  }

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
    if (painted && (painted.zoom !== view.zoom || (patched && view.zoom < readableFrom && !live.moving))) repaint();
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
      painted = undefined;
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
      painted = undefined;
      if (dim !== target) more = true;
    }
    before = now;
    return more;
  }

  function run(now: number): void {
    frame = undefined;
    if (size.width === 0 || size.height === 0) return;
    const more = advance(now);
    const moved = viewChanged;
    if (painted === undefined || moved || dirtyBox) updateGround();
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

  const onIcons = icons.onLoaded(() => {
    dirtyOver = true;
    repaint();
  });
  const onFonts = () => {
    forgetWidths();
    dirtyOver = true;
    repaint();
  };
  document.fonts.addEventListener('loadingdone', onFonts);
  const letColours = onForcedColours(() => {
    dirtyOver = true;
    repaint();
  });

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
      const changed = isHeavy() && painted ? changedPart(old, next) : undefined;
      if (changed === undefined) repaint();
      else {
        if (changed !== 'none') addDirty(changed);
        request();
      }
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
      dirtyOver = true;
      repaint();
    },
    setLive(change) {
      const old = live;
      live = { ...live, ...change };
      if (old.moving?.hidden !== live.moving?.hidden) {
        if (!isHeavy()) painted = undefined;
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
      ground.width = Math.round((size.width + 2 * margin) * density);
      ground.height = Math.round((size.height + 2 * margin) * density);
      ground.style.width = `${ground.width / density}px`;
      ground.style.height = `${ground.height / density}px`;
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
      onIcons();
      letColours();
      document.fonts.removeEventListener('loadingdone', onFonts);
    },
  };
}
