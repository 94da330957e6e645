/**
 * The one place that knows whether anything may move by itself: camera flights and glides of the canvas ask `isStill`, transitions
 * and animations of the style sheets stop by `data-motion` (base.css). A test holds that nobody asks the system beside it.
 */
import type { MotionChoice, WindowStore } from '../state/windowState.ts';

type Motion = Exclude<MotionChoice, 'system'>;

const stillQuery = (): MediaQueryList => matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the system asks for less motion now. */
export const systemMotion = (): Motion => (stillQuery().matches ? 'reduced' : 'full');

/** Whether what changes is to be there at once, without going there. */
export const isStill = (): boolean => document.documentElement.dataset.motion === 'reduced';

/** Keeps the page as still as is chosen, or as the system asks while nothing is. */
export function followMotion(store: WindowStore): void {
  const show = () => {
    const { motionChoice } = store.getState();
    document.documentElement.dataset.motion = motionChoice === 'system' ? systemMotion() : motionChoice;
  };
  show();
  store.subscribe(show);
  stillQuery().addEventListener('change', show);
}
