import type { Platform } from '../../platform/port.ts';
import { encodeRemembered } from './remembered.ts';
import type { WindowStore } from './windowState.ts';

/** How long the store must rest before its state is written, ms. */
const restMilliseconds = 300;

/** Writes the state whenever it has changed and come to rest, and at once when the window is hidden or closed. */
export function keepState(store: WindowStore, platform: Platform): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = encodeRemembered(store.getState());

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const state = encodeRemembered(store.getState());
    if (state === written) return;
    written = state;
    // Not being able to remember is no reason to disturb anyone: the next change tries again.
    void platform.writeState(state);
  };
  const stop = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, restMilliseconds);
  });
  const writeWhenHidden = () => {
    if (document.visibilityState === 'hidden') write();
  };
  window.addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', writeWhenHidden);
  return () => {
    stop();
    write();
    window.removeEventListener('pagehide', write);
    document.removeEventListener('visibilitychange', writeWhenHidden);
  };
}
