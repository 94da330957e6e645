import { useEffect } from 'react';
import type { MenuCommand } from '../../platform/port.ts';
import { shownTheme, type WindowStore } from '../state/windowState.ts';
import { useServices } from './services.ts';

const run = (store: WindowStore, command: MenuCommand): void => {
  const state = store.getState();
  switch (command) {
    case 'export':
      return state.openDialog('export');
    case 'find':
      return state.openDialog('search');
    case 'draft':
      return state.show('draft');
    case 'map':
      return state.show('map');
    case 'new-need':
      return state.resetNeed();
    case 'toggle-theme':
      return state.setTheme(shownTheme(state) === 'dark' ? 'light' : 'dark');
  }
};

/** Does what is chosen from a native menu. */
export function useMenu(): void {
  const { platform, store } = useServices();
  useEffect(() => platform.onMenu((command) => run(store, command)), [platform, store]);
}
