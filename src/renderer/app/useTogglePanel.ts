import type { PanelSide } from '../state/windowState.ts';
import { useServices } from './services.ts';

/** Below this width of the window, px, there is room for one panel beside the canvas. */
const roomForBoth = 1100;

export const isSmall = (): boolean => window.innerWidth < roomForBoth;

/** Opens or closes a panel; in a small window the other one makes room. */
export function useTogglePanel(): (side: PanelSide) => void {
  const { store } = useServices();
  return (side) => {
    const { panels, setPanel } = store.getState();
    const open = !panels[side].open;
    setPanel(side, { open });
    if (open && isSmall()) setPanel(side === 'left' ? 'right' : 'left', { open: false });
  };
}
