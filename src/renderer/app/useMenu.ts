import { useEffect } from 'react';
import type { MenuCommand } from '../../platform/port.ts';
import { openDecision } from '../review/useOpenDecision.ts';
import { shownTheme } from '../state/windowState.ts';
import { type Services, useServices } from './services.ts';

const run = (services: Services, command: MenuCommand): void => {
  const state = services.store.getState();
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
    case 'open-decision':
      void openDecision(services);
      break;
    case 'new-sketch':
      void services.files.getState().newFromNeed();
      break;
    case 'open-sketch':
      void services.files.getState().open();
      break;
    case 'save':
      void services.files.getState().save();
      break;
    case 'save-as':
      void services.files.getState().saveAs();
      break;
    case 'toggle-theme':
      state.setTheme(shownTheme(state) === 'dark' ? 'light' : 'dark');
  }
};

/** Does what is chosen from a native menu. */
export function useMenu(): void {
  const services = useServices();
  useEffect(() => services.platform.onMenu((command) => run(services, command)), [services]);
}
