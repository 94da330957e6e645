import { type History, isDirty } from '../../core/document/history.ts';
import type { SketchState } from '../sketch/sketchStore.ts';

const isDrawnOn = ({ document, past, future }: History): boolean =>
  past !== undefined ||
  future !== undefined ||
  Object.values(document.pages).some(
    ({ nodes, groups }) => Object.keys(nodes).length > 0 || Object.keys(groups).length > 0,
  );

/** Whether a hand has drawn what no file has. A draft that only follows the need is drawn again at any time. */
export const isUnsaved = ({ following, history }: Pick<SketchState, 'following' | 'history'>): boolean =>
  !following && isDirty(history) && isDrawnOn(history);
