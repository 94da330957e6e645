/**
 * One press at a time, from its beginning to its one end: it is let go, or given up. One that moves becomes a drag, which is
 * followed at most once a frame.
 */
import type { Point } from '../../core/base/geometry.ts';
import { borderScroll } from './borderScroll.ts';
import { createClicks } from './clicks.ts';
import { type Drag, type PointerWork, type Press, type PressKeys, pressOn } from './pointerWork.ts';

/** A press that moved less is a click, px. */
const clickSlack = 3;
const touchSlack = 8;
/** A finger that rests so long asks for the menu, ms. */
const longPress = 500;

/** Something is pressed. */
export interface Pressed {
  readonly id: number;
  readonly button: 'main' | 'pan';
  /** Where it began; moves with what lies below it while the view follows the pointer. */
  readonly from: Press;
}

interface Held extends Pressed {
  /** Where it began, px of the canvas. */
  readonly began: Point;
  readonly drag: Drag | undefined;
}

/** What a press is taken through. */
export interface Grip {
  readonly pressed: () => Pressed | undefined;
  readonly isDragging: () => boolean;
  /** How many drags have begun until now. */
  readonly dragCount: () => number;
  readonly press: (pressed: Pressed) => void;
  /** A drag from now on, however little it moves. */
  readonly pressAndDrag: (pressed: Pressed) => void;
  /** The pointer went somewhere; hovering where nothing is pressed. */
  readonly follow: (event: PointerEvent) => void;
  /** What is dragged stays below the pointer, which did not move: the view did, or other keys are down. */
  readonly followAgain: (keys?: PressKeys) => void;
  /** The pointer left what can be hovered. */
  readonly leave: () => void;
  readonly letGo: (event: PointerEvent) => void;
  readonly giveUp: () => void;
  /** Hears of nothing any more. */
  readonly stop: () => void;
}

/** A grip that holds nothing yet. */
export function createGrip(area: HTMLElement, work: PointerWork): Grip {
  const clicked = createClicks(work);
  let frame: number | undefined;
  let painted = 0;
  /** What the pointer did last, until a frame has seen to it. */
  let waiting: PointerEvent | undefined;
  /** What the pointer did last of all. */
  let latest: PointerEvent | undefined;
  let keys: PressKeys | undefined;
  let held: Held | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isHovering = false;
  let dragCount = 0;

  const request = () => {
    frame ??= requestAnimationFrame(flush);
  };
  const release = () => {
    clearTimeout(resting);
    if (held && area.hasPointerCapture(held.id)) area.releasePointerCapture(held.id);
    held = undefined;
    waiting = undefined;
    keys = undefined;
    delete area.dataset.dragging;
  };

  /** The press as a drag from now on; undefined where it means nothing. */
  const begin = (press: Held): Held | undefined => {
    clearTimeout(resting);
    const drag = work.drag(press.from, press.button);
    if (!drag) {
      release();
      return undefined;
    }
    area.setPointerCapture(press.id);
    area.dataset.dragging = press.button;
    dragCount += 1;
    held = { ...press, drag };
    return held;
  };

  /** Sees to what the pointer did last. `now` is the frame's time, ms; none: it was let go, and the view follows no more. */
  function flush(now?: number): void {
    frame = undefined;
    const time = now === undefined ? 0 : now - painted;
    painted = now ?? painted;
    const event = waiting;
    waiting = undefined;
    if (!event) return;
    const press = { ...pressOn(area, event), ...keys };
    if (!held) {
      if (!press.touch) work.hover(press);
      return;
    }
    const { from, began } = held;
    const by = { x: press.at.x - from.at.x, y: press.at.y - from.at.y };
    if (!held.drag && Math.hypot(by.x, by.y) <= (from.touch ? touchSlack : clickSlack)) return;
    const going = held.drag ? held : begin(held);
    if (!going?.drag) return;
    going.drag.move(press, by);
    if (now === undefined || going.drag.scrolls === false || going.button === 'pan') return;
    const step = borderScroll(press.at, began, area.getBoundingClientRect(), time);
    if (step.x === 0 && step.y === 0) return;
    work.pan(step);
    held = { ...going, from: { ...from, at: { x: from.at.x + step.x, y: from.at.y + step.y } } };
    waiting = event;
    request();
  }

  return {
    pressed: () => held,
    isDragging: () => held?.drag !== undefined,
    dragCount: () => dragCount,
    press: (pressed) => {
      const { from } = pressed;
      held = { ...pressed, began: from.at, drag: undefined };
      if (!from.touch) return;
      resting = setTimeout(() => {
        release();
        work.menu(from);
      }, longPress);
    },
    pressAndDrag: (pressed) => void begin({ ...pressed, began: pressed.from.at, drag: undefined }),
    follow: (event) => {
      if (!held) isHovering = true;
      keys = undefined;
      latest = event;
      waiting = event;
      request();
    },
    followAgain: (now) => {
      if (!held?.drag || !latest) return;
      keys = now ?? keys;
      waiting = latest;
      request();
    },
    leave: () => {
      if (held || !isHovering) return;
      isHovering = false;
      waiting = undefined;
      work.hover(undefined);
    },
    letGo: (event) => {
      // What moved since the last frame counts too.
      if (waiting) {
        if (frame !== undefined) cancelAnimationFrame(frame);
        flush();
      }
      if (!held) return;
      const { drag, from, button } = held;
      const at = pressOn(area, event);
      release();
      if (drag) drag.end?.(at);
      else if (button === 'main') clicked(from, at, event.timeStamp);
    },
    giveUp: () => {
      const drag = held?.drag;
      release();
      drag?.cancel?.();
    },
    stop: () => {
      clearTimeout(resting);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
