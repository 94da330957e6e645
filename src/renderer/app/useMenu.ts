import { useEffect } from 'react';
import type { MenuCommand } from '../../platform/port.ts';
import { shownTheme, type WindowStore } from '../state/windowState.ts';
import { useServices } from './services.ts';

const run = (store: WindowStore, command: MenuCommand): void => {
  const state = store.getState();
  switch (command) {
    case 'export':
      state.openDialog('export');
      break;
    case 'find':
      state.openDialog('search');
      break;
    case 'draft':
      state.show('draft');
      break;
    case 'map':
      state.show('map');
      break;
    case 'new-need':
      state.resetNeed();
      break;
    case 'toggle-theme':
      state.setTheme(shownTheme(state) === 'dark' ? 'light' : 'dark');
  }
};

/** Does what is chosen from a native menu. */
export function useMenu(): void {
  const { platform, store } = useServices();
  useEffect(() => platform.onMenu((command) => run(store, command)), [platform, store]);
}
