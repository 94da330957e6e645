import type { Rectangle } from '../../core/base/geometry.ts';
import { placeOf, snapAsk } from './dragPlace.ts';
import type { ResizeLimit, SceneGestures } from './gestures.ts';
import { type Handle, resizedBy } from './handles.ts';
import type { Drag, Press } from './pointerWork.ts';
import { liesIn } from './spatialGrid.ts';
import type { Stage } from './stage.ts';

/**
 * Makes a node or group wider, narrower, taller or shorter by one of its handles; undefined where it is not in the
 * picture.
 */
export function resizeDrag(
  stage: Stage,
  gestures: SceneGestures,
  from: Press,
  { id, handle }: { readonly id: string; readonly handle: Handle },
): Drag | undefined {
  const picture = stage.picture();
  const box = picture.groups.get(id) ?? picture.nodes.get(id);
  const limit = gestures.resizable?.(id);
  if (box === undefined || limit === undefined || gestures.locked?.has(id)) return undefined;
  const before: Rectangle = { x: box.x, y: box.y, width: box.width, height: box.height };
  const start = placeOf(stage, from);
  let rectangle = before;
  let began = false;
  const clear = () => stage.setLive({ resized: undefined, guides: [] });
  return {
    move: (to) => {
      if (!began) gestures.onResize?.({ id, rectangle, phase: 'start' });
      began = true;
      const now = placeOf(stage, to);
      const delta = { x: Math.round(now.x - start.x), y: Math.round(now.y - start.y) };
      const wanted = resizedBy(before, handle, delta, limit);
      const snapped = to.command ? undefined : gestures.snapResize?.(id, wanted, handle, snapAsk(stage));
      const allowed = snapped && within(snapped.rectangle, limit);
      rectangle = allowed ? snapped.rectangle : wanted;
      stage.setLive({ resized: rectangle, guides: allowed ? snapped.guides : [] });
      gestures.onResize?.({ id, rectangle, phase: 'during' });
    },
    end: () => {
      clear();
      gestures.onResize?.({ id, rectangle, phase: 'end' });
    },
    cancel: () => {
      clear();
      gestures.onResize?.({ id, rectangle: before, phase: 'cancel' });
    },
  };
}

/** Whether a box may be as it is. */
const within = (box: Rectangle, { least, holds }: ResizeLimit): boolean =>
  box.width >= least.width && box.height >= least.height && (holds === undefined || liesIn(holds, box));
