import { stillLife } from './live.ts';
import type { Stage } from './stage.ts';

/** Everything that a gesture may leave behind. */
export const clearGesture = (stage: Stage): void => {
  const { hovered, focused, hoveredEdge } = stage.live();
  stage.setLive({ ...stillLife, hovered, focused, hoveredEdge });
};
