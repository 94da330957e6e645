import type { Size } from '../../core/base/geometry.ts';
import { isPanelShown, type PanelsNow } from './usePanels.ts';

const headerHeight = 48;
/** A canvas is never taken for smaller, px. */
const least = 320;

/** The room between the panels of this window as it is now, px. */
export function canvasSize(state: PanelsNow): Size {
  const shown = (['left', 'right'] as const).filter((side) => isPanelShown(state, side));
  const beside = shown.reduce((sum, side) => sum + state.panels[side].width, 0);
  return {
    width: Math.max(least, window.innerWidth - beside),
    height: Math.max(least, window.innerHeight - headerHeight),
  };
}
