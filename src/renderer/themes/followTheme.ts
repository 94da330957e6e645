import { shownTheme, type WindowStore } from '../state/windowState.ts';
import { darkQuery, systemTheme } from './systemTheme.ts';

/** Keeps the page in the theme that is chosen, or in the system's while none is. */
export function followTheme(store: WindowStore): void {
  const show = () => {
    document.documentElement.dataset.theme = shownTheme(store.getState());
  };
  show();
  store.subscribe(show);
  darkQuery().addEventListener('change', () => store.getState().setSystemTheme(systemTheme()));
}
