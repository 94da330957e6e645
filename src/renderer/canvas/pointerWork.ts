/** What the canvas understands of pointers: presses, drags, clicks and what they come to. It is a flat area in px here. */
import type { Point } from '../../core/base/geometry.ts';

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

/** Keys down with an event. */
export const keysOf = ({ shiftKey, altKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): PressKeys => ({
  shift: shiftKey,
  alt: altKey,
  command: ctrlKey || metaKey,
});

/** Where an event is on an area, px from its upper left corner. */
export function placeOn(area: HTMLElement, { clientX, clientY }: MouseEvent): Point {
  const { left, top } = area.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** Whether an event is of a finger. */
export const isTouch = (event: MouseEvent): boolean => 'pointerType' in event && event.pointerType === 'touch';

/** An event as a press on an area. */
export const pressOn = (area: HTMLElement, event: MouseEvent): Press => ({
  at: placeOn(area, event),
  ...keysOf(event),
  touch: isTouch(event),
});
