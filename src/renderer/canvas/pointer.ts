/**
 * Turns what pointers and the wheel do into drags, clicks, pans and zooms. It knows the canvas as a flat area in px and
 * nothing of what lies on it: what a press begins is for its caller to say.
 *
 * A gesture has one end: it is let go, or given up, by Escape, by the right button, by a second finger, by the system, and by
 * the window losing the focus. While it lasts, keys other than Shift, Alt and Ctrl do nothing else.
 */
import { createFingers } from './fingers.ts';
import { createGrip } from './grip.ts';
import { keepMiddleButton } from './middleButton.ts';
import { watchPointerKeys } from './pointerKeys.ts';
import { isTouch, type PointerWork, placeOn, pressOn } from './pointerWork.ts';
import { watchWheel } from './wheel.ts';

/** Turns mouse, pen, touch and wheel into that work, at most once a frame; returns how to stop. */
export function watchPointer(area: HTMLElement, work: PointerWork): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const grip = createGrip(area, work);
  const fingers = createFingers(work);
  const keys = watchPointerKeys(area, grip, signal);
  /** The right button gave a gesture up: it asks for no menu then. */
  let gaveUp = false;

  const isOwn = ({ target }: Event) =>
    target instanceof Element && area.contains(target) && target.closest('[data-apart]') === null;

  const onDown = (event: PointerEvent) => {
    keys.pressed();
    gaveUp = false;
    if (!isOwn(event)) return;
    if (isTouch(event)) {
      fingers.put(event.pointerId, placeOn(area, event));
      if (fingers.count() === 2) grip.giveUp();
    }
    if (grip.pressed() || fingers.count() > 1 || (event.button !== 0 && event.button !== 1)) return;
    const button = event.button === 1 || keys.isPanning() ? 'pan' : 'main';
    grip.press({ id: event.pointerId, button, from: pressOn(area, event) });
  };

  const onMove = (event: PointerEvent) => {
    if (fingers.has(event.pointerId)) fingers.put(event.pointerId, placeOn(area, event));
    if (fingers.count() > 1) return;
    const pressed = grip.pressed();
    if (pressed ? pressed.id !== event.pointerId : !isOwn(event)) return;
    // It was let go where nothing was heard of it; or the right button came to it.
    if (pressed && event.pointerType === 'mouse' && (event.buttons === 0 || event.buttons & 2)) {
      gaveUp = event.buttons !== 0;
      grip.giveUp();
    } else grip.follow(event);
  };

  const onUp = (event: PointerEvent) => {
    const left = fingers.lift(event.pointerId);
    // The finger that stays when another is lifted goes on moving the view.
    if (left && !grip.pressed()) {
      const from = { at: left.at, shift: false, alt: false, command: false, touch: true };
      grip.pressAndDrag({ id: left.id, button: 'pan', from });
    }
    if (grip.pressed()?.id === event.pointerId) grip.letGo(event);
  };

  const onCancel = ({ pointerId }: PointerEvent) => {
    fingers.lift(pointerId);
    if (grip.pressed()?.id === pointerId) grip.giveUp();
  };

  const onMenu = (event: MouseEvent) => {
    if (!isOwn(event)) return;
    event.preventDefault();
    // A long press asks by itself, and the menu key is handled as a key.
    if (event.button !== 2 || isTouch(event)) return;
    if (grip.pressed()) grip.giveUp();
    else if (!gaveUp) work.menu(pressOn(area, event));
  };

  const onBlur = () => {
    fingers.forget();
    keys.forget();
    grip.giveUp();
  };

  // On the window: a press may leave the area before it is a drag, and what it does there is heard too.
  window.addEventListener('pointerdown', onDown, { signal, capture: true });
  window.addEventListener('pointermove', onMove, { signal, capture: true });
  window.addEventListener('pointerup', onUp, { signal, capture: true });
  window.addEventListener('pointercancel', onCancel, { signal, capture: true });
  window.addEventListener('blur', onBlur, { signal });
  area.addEventListener('pointerleave', grip.leave, { signal });
  area.addEventListener('contextmenu', onMenu, { signal });
  watchWheel(area, work, () => grip.followAgain(), signal);
  const letMiddleGo = keepMiddleButton(isOwn);

  return () => {
    abort.abort();
    letMiddleGo();
    grip.stop();
  };
}
