import type { Point } from '../../core/base/geometry.ts';
import type { Drag } from './pointerWork.ts';
import type { Stage } from './stage.ts';

/** Moves the view with the pointer. */
export function panDrag(stage: Stage): Drag {
  let before: Point = { x: 0, y: 0 };
  return {
    scrolls: false,
    move: (_, by) => {
      const view = stage.view();
      stage.setView({ ...view, x: view.x + by.x - before.x, y: view.y + by.y - before.y });
      before = by;
    },
  };
}
