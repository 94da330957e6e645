import type { Size } from '../../core/base/geometry.ts';
import type { Direction } from '../../core/layout/layout.ts';
import { canvasSize } from '../app/canvasSize.ts';
import type { WindowState } from '../state/windowState.ts';

/** The bars above and below the sketch, px. */
const barsHeight = 80;

/** The direction that the user has chosen; until then the canvas, which the draft is to fit. */
export function wantedFlow(
  state: Pick<WindowState, 'draftDirection' | 'draftTurned' | 'panels' | 'frontPanel'>,
): Direction | Size {
  if (state.draftTurned) return state.draftDirection;
  const { width, height } = canvasSize(state);
  return { width, height: height - barsHeight };
}
