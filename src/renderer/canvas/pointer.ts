/**
 * Turns what pointers and the wheel do into drags, clicks, pans and zooms. It knows the canvas as a flat area in px and
 * nothing of what lies on it: what a press begins is for its caller to say.
 *
 * A gesture has one end: it is let go, or given up, by Escape, by the right button, by a second finger, by the system, and by
 * the window losing the focus. While it lasts, keys other than Shift, Alt and Ctrl do nothing else.
 */
import type { Point } from '../../core/base/geometry.ts';
import { borderScroll } from './borderScroll.ts';
import { keepMiddleButton } from './middleButton.ts';
import { pinched } from './pinch.ts';

/** Keys that were down with it. */
export interface PressKeys {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
}

/** A place of the canvas where the pointer is. */
export interface Press extends PressKeys {
  /** px from the upper left corner of the canvas. */
  readonly at: Point;
  readonly touch: boolean;
}

/** What goes on between a press and its release. All but `move` may be left out. */
export interface Drag {
  /** Called at most once a frame, and again when Shift, Alt or Ctrl are pressed or let go. */
  readonly move: (to: Press, by: Point) => void;
  readonly end?: (at: Press) => void;
  readonly cancel?: () => void;
  /** False: the view does not follow a pointer at its border. */
  readonly scrolls?: boolean;
}

/** What comes of the pointer's events: meanings in place of presses and moves. */
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
/** How long after a click another one makes it a double click, ms: as long as systems give a mouse, and as they give a finger. */
const doubleTime = 500;
const doubleTouchTime = 350;
/** How far apart the clicks of a double click may be, px: a finger is no mouse. */
const doubleSlack = 8;
const doubleTouchSlack = 24;

interface Pressed {
  readonly id: number;
  readonly touch: boolean;
  readonly button: 'main' | 'pan';
  /** Where it began; moves with what lies below it while the view follows the pointer. */
  readonly from: Press;
  /** Where it began, px of the canvas. */
  readonly began: Point;
  readonly drag: Drag | undefined;
}

const commandDown = ({ ctrlKey, metaKey }: MouseEvent | WheelEvent | KeyboardEvent) => ctrlKey || metaKey;
const modifiers: ReadonlySet<string> = new Set(['Shift', 'Alt', 'Control', 'Meta']);

/** Turns mouse, pen, touch and wheel into that work, at most once a frame; returns how to stop. */
export function watchPointer(area: HTMLElement, work: PointerWork): () => void {
  let frame: number | undefined;
  let painted = 0;
  /** What the pointer did last, until a frame has seen to it. */
  let waiting: PointerEvent | undefined;
  /** What the pointer did last of all. */
  let latest: PointerEvent | undefined;
  let keys: PressKeys | undefined;
  let pressed: Pressed | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tapped: { at: Point; time: number } | undefined;
  let space: { panned: boolean } | undefined;
  let hovering = false;
  /** What has the focus was pressed or clicked, not gone to by key. */
  let byPointer = false;
  /** The right button gave a gesture up: it asks for no menu then. */
  let gaveUp = false;
  const fingers = new Map<number, Point>();
  const abort = new AbortController();
  const listening = { signal: abort.signal };
  const listeningFirst = { ...listening, capture: true };

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
  const isOwn = ({ target }: Event) =>
    target instanceof Element && area.contains(target) && target.closest('[data-apart]') === null;

  const request = () => {
    frame ??= requestAnimationFrame(flush);
  };
  const release = () => {
    clearTimeout(timer);
    if (pressed && area.hasPointerCapture(pressed.id)) area.releasePointerCapture(pressed.id);
    pressed = undefined;
    waiting = undefined;
    keys = undefined;
    delete area.dataset.dragging;
  };
  const cancel = () => {
    const drag = pressed?.drag;
    release();
    drag?.cancel?.();
  };

  /** The press as a drag from now on; undefined where it means nothing. */
  const begin = (press: Pressed): Pressed | undefined => {
    clearTimeout(timer);
    const drag = work.drag(press.from, press.button);
    if (!drag) {
      release();
      return undefined;
    }
    area.setPointerCapture(press.id);
    area.dataset.dragging = press.button;
    if (space) space.panned = true;
    pressed = { ...press, drag };
    return pressed;
  };

  /** Sees to what the pointer did last. `now` is the frame's time, ms; none: it was let go, and the view follows no more. */
  function flush(now?: number): void {
    frame = undefined;
    const time = now === undefined ? 0 : now - painted;
    painted = now ?? painted;
    const event = waiting;
    waiting = undefined;
    if (!event) return;
    const press = { ...pressOf(event), ...keys };
    if (!pressed) {
      if (!press.touch) work.hover(press);
      return;
    }
    const { from, touch, began } = pressed;
    const by = { x: press.at.x - from.at.x, y: press.at.y - from.at.y };
    if (!pressed.drag && Math.hypot(by.x, by.y) <= (touch ? touchSlack : clickSlack)) return;
    const going = pressed.drag ? pressed : begin(pressed);
    if (!going?.drag) return;
    going.drag.move(press, by);
    if (now === undefined || going.drag.scrolls === false || going.button === 'pan') return;
    const step = borderScroll(press.at, began, area.getBoundingClientRect(), time);
    if (step.x === 0 && step.y === 0) return;
    work.pan(step);
    pressed = { ...going, from: { ...from, at: { x: from.at.x + step.x, y: from.at.y + step.y } } };
    waiting = event;
    request();
  }

  const onDown = (event: PointerEvent) => {
    byPointer = true;
    gaveUp = false;
    if (!isOwn(event)) return;
    const touch = event.pointerType === 'touch';
    if (touch) {
      fingers.set(event.pointerId, placeOf(event));
      if (fingers.size === 2) cancel();
    }
    if (pressed || fingers.size > 1 || (event.button !== 0 && event.button !== 1)) return;
    const from = pressOf(event);
    const button = event.button === 1 || space ? 'pan' : 'main';
    pressed = { id: event.pointerId, touch, button, from, began: from.at, drag: undefined };
    if (touch)
      timer = setTimeout(() => {
        release();
        work.menu(from);
      }, longPress);
  };

  const onFinger = (event: PointerEvent, before: Point) => {
    const now = placeOf(event);
    fingers.set(event.pointerId, now);
    if (fingers.size !== 2) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return;
    const { pan, factor, at } = pinched(before, now, other);
    work.pan(pan);
    work.zoom(factor, at);
  };

  const onMove = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId);
    if (finger) onFinger(event, finger);
    if (fingers.size > 1) return;
    if (!pressed) {
      if (!isOwn(event)) return;
      hovering = true;
    } else {
      if (pressed.id !== event.pointerId) return;
      // It was let go where nothing was heard of it; or the right button came to it.
      if (event.pointerType === 'mouse' && (event.buttons === 0 || event.buttons & 2)) {
        gaveUp = event.buttons !== 0;
        cancel();
        return;
      }
    }
    keys = undefined;
    latest = event;
    waiting = event;
    request();
  };

  /** The finger that stays when another is lifted goes on moving the view. */
  const goOnWith = ([id, at]: [number, Point]) => {
    const from: Press = { at, shift: false, alt: false, command: false, touch: true };
    begin({ id, touch: true, button: 'pan', from, began: at, drag: undefined });
  };

  const onUp = (event: PointerEvent) => {
    const lifted = fingers.delete(event.pointerId);
    const [left] = fingers;
    if (lifted && left && fingers.size === 1 && !pressed) goOnWith(left);
    if (!pressed || pressed.id !== event.pointerId) return;
    // What moved since the last frame counts too.
    if (waiting) {
      if (frame !== undefined) cancelAnimationFrame(frame);
      flush();
    }
    if (!pressed) return;
    const { drag, from, button, touch } = pressed;
    const at = pressOf(event);
    release();
    if (drag) drag.end?.(at);
    else if (button === 'main') {
      const time = event.timeStamp;
      const [slack, wait] = touch ? [doubleTouchSlack, doubleTouchTime] : [doubleSlack, doubleTime];
      const again =
        tapped && time - tapped.time < wait && Math.hypot(tapped.at.x - at.at.x, tapped.at.y - at.at.y) < slack;
      work.click(from);
      tapped = again ? undefined : { at: at.at, time };
      if (again) work.doubleClick(at);
    }
  };

  // On the window: a press may leave the area before it is a drag, and what it does there is heard too.
  window.addEventListener('pointerdown', onDown, listeningFirst);
  window.addEventListener('pointermove', onMove, listeningFirst);
  window.addEventListener('pointerup', onUp, listeningFirst);
  window.addEventListener(
    'pointercancel',
    (event) => {
      fingers.delete(event.pointerId);
      if (pressed?.id === event.pointerId) cancel();
    },
    listeningFirst,
  );
  const letMiddleGo = keepMiddleButton(isOwn);
  area.addEventListener(
    'pointerleave',
    () => {
      if (pressed || !hovering) return;
      hovering = false;
      waiting = undefined;
      work.hover(undefined);
    },
    listening,
  );
  area.addEventListener(
    'contextmenu',
    (event) => {
      if (!isOwn(event)) return;
      event.preventDefault();
      // A long press asks by itself, and the menu key is handled as a key.
      if (event.button !== 2 || isTouch(event)) return;
      if (pressed) cancel();
      else if (!gaveUp) work.menu(pressOf(event));
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
      // What is dragged stays below the pointer.
      if (!pressed?.drag || !latest) return;
      waiting = latest;
      request();
    },
    { ...listening, passive: false },
  );

  /** Space with the pointer over the canvas pans; what was clicked last is not pressed by it, what was gone to by key is. */
  const onSpace = (event: KeyboardEvent) => {
    if (!area.matches(':hover') || isField(event.target)) return;
    space ??= { panned: false };
    area.dataset.panning = '';
    if (byPointer) quiet(event);
  };
  const onModifier = (event: KeyboardEvent) => {
    if (!pressed?.drag || !latest) return;
    keys = { shift: event.shiftKey, alt: event.altKey, command: commandDown(event) };
    // Alone, Alt would open the window's menu.
    if (event.key === 'Alt') event.preventDefault();
    waiting = latest;
    request();
  };
  window.addEventListener(
    'keydown',
    (event) => {
      if (modifiers.has(event.key)) return onModifier(event);
      if (pressed?.drag && event.key === 'Escape') {
        cancel();
        quiet(event);
      } else if (event.key === ' ') onSpace(event);
      else if (pressed?.drag) event.stopPropagation();
      else byPointer = false;
    },
    listeningFirst,
  );
  const endSpace = () => {
    space = undefined;
    delete area.dataset.panning;
  };
  window.addEventListener(
    'keyup',
    (event) => {
      if (modifiers.has(event.key)) return onModifier(event);
      if (event.key !== ' ' || !space) return;
      if (byPointer || space.panned) quiet(event);
      endSpace();
    },
    listeningFirst,
  );
  window.addEventListener(
    'blur',
    () => {
      fingers.clear();
      endSpace();
      cancel();
    },
    listening,
  );

  return () => {
    abort.abort();
    letMiddleGo();
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}

/** Nobody else hears of the event, and it does nothing by itself. */
function quiet(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

const isTouch = (event: MouseEvent): boolean => 'pointerType' in event && event.pointerType === 'touch';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
