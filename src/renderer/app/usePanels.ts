import { useSyncExternalStore } from 'react';
import type { PanelSide, WindowState } from '../state/windowState.ts';
import { useServices, useWindow } from './services.ts';

/** A window that is narrower has room for one panel beside the canvas. */
const smallWindow = '(max-width: 1099px)';

const subscribe = (changed: () => void) => {
  const query = matchMedia(smallWindow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

const isSmall = (): boolean => matchMedia(smallWindow).matches;

/** What of the state tells which panels are shown. */
export type PanelsNow = Pick<WindowState, 'panels' | 'frontPanel'>;

/** Whether a panel is shown: as the user left it, and in a small window only the one they asked for last. */
export const isPanelShown = ({ panels, frontPanel }: PanelsNow, side: PanelSide): boolean =>
  isSmall() ? frontPanel === side : panels[side].open;

/** Whether a panel is shown now. */
export function usePanelShown(side: PanelSide): boolean {
  const small = useSyncExternalStore(subscribe, isSmall);
  const open = useWindow((state) => state.panels[side].open);
  const front = useWindow((state) => state.frontPanel);
  return small ? front === side : open;
}

/** Shows or hides a panel; in a small window the other one makes room. */
export function useTogglePanel(): (side: PanelSide) => void {
  const { store } = useServices();
  return (side) => {
    const { panels, frontPanel, setPanel, bringToFront } = store.getState();
    if (isSmall()) bringToFront(frontPanel === side ? undefined : side);
    else setPanel(side, { open: !panels[side].open });
  };
}
