/**
 * Turns what pointers and the wheel do into drags, clicks, pans and zooms. It knows the canvas as a flat area in px and
 * nothing of what lies on it: what a press begins is for its caller to say.
 */
import type { Point } from '../../core/base/geometry.ts';

export interface PressKeys {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
}

export interface Press extends PressKeys {
  /** px from the upper left corner of the canvas. */
  readonly at: Point;
  readonly touch: boolean;
}

/** What goes on between a press and its release. All but `move` may be left out. */
export interface Drag {
  /** Called at most once a frame. */
  readonly move: (to: Press, by: Point) => void;
  readonly end?: (at: Press) => void;
  readonly cancel?: () => void;
  /** False: the view does not follow a pointer at its border. */
  readonly scrolls?: boolean;
}

export interface PointerWork {
  /** A press that moved becomes a drag; undefined where it means nothing. */
  readonly drag: (from: Press, button: 'main' | 'pan') => Drag | undefined;
  readonly click: (at: Press) => void;
  readonly doubleClick: (at: Press) => void;
  /** A right click, or a long press. */
  readonly menu: (at: Press) => void;
  readonly hover: (at: Press | undefined) => void;
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number, at: Point) => void;
}

/** A press that moved less is a click, px. */
const clickSlack = 3;
const touchSlack = 8;
const longPress = 500;
const doubleTap = 350;
/** Width of the border at which the view follows, and how far it does in a frame, px. */
const scrollBorder = 28;
const scrollStep = 14;

const commandDown = ({ ctrlKey, metaKey }: MouseEvent | WheelEvent | KeyboardEvent) => ctrlKey || metaKey;

export function watchPointer(area: HTMLElement, work: PointerWork): () => void {
  let frame: number | undefined;
  let last: PointerEvent | undefined;
  let pressed:
    | { id: number; from: Press; began: PointerEvent; button: 'main' | 'pan'; drag: Drag | undefined }
    | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tapped: { at: Point; time: number } | undefined;
  let space = false;
  let hovering = false;
  const fingers = new Map<number, Point>();
  const abort = new AbortController();
  const listening = { signal: abort.signal };

  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = area.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const pressOf = (event: PointerEvent | MouseEvent): Press => ({
    at: placeOf(event),
    shift: event.shiftKey,
    alt: event.altKey,
    command: commandDown(event),
    touch: 'pointerType' in event && event.pointerType === 'touch',
  });

  const release = () => {
    clearTimeout(timer);
    if (pressed && area.hasPointerCapture(pressed.id)) area.releasePointerCapture(pressed.id);
    pressed = undefined;
    delete area.dataset.dragging;
  };
  const cancel = () => {
    pressed?.drag?.cancel?.();
    release();
  };

  /** How far the view moves so that it follows a pointer at its border. */
  const followed = ({ x, y }: Point): Point => {
    const { width, height } = area.getBoundingClientRect();
    const step = (at: number, size: number) =>
      at < scrollBorder
        ? Math.min(1, (scrollBorder - at) / scrollBorder) * scrollStep
        : at > size - scrollBorder
          ? -Math.min(1, (at - size + scrollBorder) / scrollBorder) * scrollStep
          : 0;
    return { x: step(x, width), y: step(y, height) };
  };

  const flush = () => {
    frame = undefined;
    if (!last) return;
    const event = last;
    const press = pressOf(event);
    if (!pressed) {
      last = undefined;
      work.hover(press);
      return;
    }
    const { from, button } = pressed;
    const by = { x: press.at.x - from.at.x, y: press.at.y - from.at.y };
    if (!pressed.drag) {
      last = undefined;
      if (Math.hypot(by.x, by.y) <= (press.touch ? touchSlack : clickSlack)) return;
      clearTimeout(timer);
      pressed.drag = work.drag(from, button);
      if (!pressed.drag) {
        release();
        return;
      }
      area.setPointerCapture(pressed.id);
      area.dataset.dragging = button;
    }
    pressed.drag.move(press, by);
    const step = pressed.drag.scrolls === false || button === 'pan' ? { x: 0, y: 0 } : followed(press.at);
    last = undefined;
    if (step.x === 0 && step.y === 0) return;
    work.pan(step);
    pressed = { ...pressed, from: { ...from, at: { x: from.at.x + step.x, y: from.at.y + step.y } } };
    last = event;
    frame = requestAnimationFrame(flush);
  };

  const isOwn = (event: Event) => event.target instanceof Element && event.target.closest('[data-apart]') === null;

  area.addEventListener(
    'pointerdown',
    (event) => {
      if (!isOwn(event)) return;
      if (event.pointerType === 'touch') {
        fingers.set(event.pointerId, placeOf(event));
        if (fingers.size === 2) {
          cancel();
          return;
        }
      }
      if (pressed || fingers.size > 1) return;
      const isPan = event.button === 1 || (event.button === 0 && space);
      if (event.button !== 0 && event.button !== 1) return;
      if (event.button === 1) event.preventDefault();
      const from = pressOf(event);
      pressed = { id: event.pointerId, from, began: event, button: isPan ? 'pan' : 'main', drag: undefined };
      if (event.pointerType === 'touch')
        timer = setTimeout(() => {
          release();
          work.menu(from);
        }, longPress);
    },
    listening,
  );
  area.addEventListener(
    'pointermove',
    (event) => {
      if (fingers.has(event.pointerId)) {
        const before = fingers.get(event.pointerId);
        const now = placeOf(event);
        if (fingers.size === 2 && before) {
          const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
          if (other) {
            const middle = (one: Point) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
            const apart = (one: Point) => Math.max(8, Math.hypot(one.x - other.x, one.y - other.y));
            const [old, next] = [middle(before), middle(now)];
            work.pan({ x: next.x - old.x, y: next.y - old.y });
            work.zoom(apart(now) / apart(before), next);
          }
        }
        fingers.set(event.pointerId, now);
        if (fingers.size > 1) return;
      }
      if (pressed ? pressed.id !== event.pointerId : !isOwn(event)) return;
      hovering = true;
      last = event;
      frame ??= requestAnimationFrame(flush);
    },
    listening,
  );
  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    if (!pressed || pressed.id !== event.pointerId) return;
    // What moved since the last frame counts too.
    if (last) {
      if (frame !== undefined) cancelAnimationFrame(frame);
      flush();
    }
    if (!pressed) return;
    const { drag, from, button, began } = pressed;
    const at = pressOf(event);
    release();
    if (drag) drag.end?.(at);
    else if (button === 'main') {
      // Where something is released that was pressed elsewhere, the canvas was not clicked.
      const time = event.timeStamp;
      const again =
        tapped && time - tapped.time < doubleTap && Math.hypot(tapped.at.x - at.at.x, tapped.at.y - at.at.y) < 8;
      work.click({ ...from, touch: began.pointerType === 'touch' });
      tapped = again ? undefined : { at: at.at, time };
      if (again) work.doubleClick(at);
    }
    last = undefined;
  };
  area.addEventListener('pointerup', onUp, listening);
  area.addEventListener(
    'pointercancel',
    (event) => {
      fingers.delete(event.pointerId);
      if (pressed?.id === event.pointerId) cancel();
    },
    listening,
  );
  area.addEventListener(
    'pointerleave',
    () => {
      if (pressed || !hovering) return;
      hovering = false;
      last = undefined;
      work.hover(undefined);
    },
    listening,
  );
  area.addEventListener(
    'contextmenu',
    (event) => {
      if (!isOwn(event)) return;
      event.preventDefault();
      // A long press that asked already, and the menu key, which is handled as a key.
      if (event.button !== 2) return;
      work.menu(pressOf(event));
    },
    listening,
  );
  area.addEventListener(
    'wheel',
    (event) => {
      if (event.target instanceof Element && event.target.closest('[data-scrolls]')) return;
      event.preventDefault();
      const unit =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
      const by = { x: event.deltaX * unit, y: event.deltaY * unit };
      if (commandDown(event)) {
        const step = Math.max(-25, Math.min(25, by.y));
        work.zoom(Math.exp(-step * 0.01), placeOf(event));
      } else if (event.shiftKey && by.x === 0) work.pan({ x: -by.y, y: 0 });
      else work.pan({ x: -by.x, y: -by.y });
    },
    { ...listening, passive: false },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === ' ' && area.matches(':hover') && !isField(event.target)) {
        space = true;
        area.dataset.panning = '';
      }
      if (event.key !== 'Escape' || !pressed?.drag) return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    },
    { ...listening, capture: true },
  );
  const endSpace = () => {
    space = false;
    delete area.dataset.panning;
  };
  window.addEventListener('keyup', (event) => event.key === ' ' && endSpace(), listening);
  window.addEventListener('blur', endSpace, listening);

  return () => {
    abort.abort();
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
