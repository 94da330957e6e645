import type { Point } from '../../core/base/geometry.ts';
import { pinched } from './pinch.ts';
import type { PointerWork } from './pointerWork.ts';

/** The fingers that are on the canvas, by the ids of their pointers. */
export interface Fingers {
  readonly count: () => number;
  /** One was put on the canvas, or went on there: of two, what lies below each stays below it. */
  readonly put: (id: number, at: Point) => void;
  /** Whether this is one of them. */
  readonly has: (id: number) => boolean;
  /** One was lifted; gives the one that is left alone by that. */
  readonly lift: (id: number) => { readonly id: number; readonly at: Point } | undefined;
  readonly forget: () => void;
}

/** No fingers yet. */
export function createFingers({ pan, zoom }: Pick<PointerWork, 'pan' | 'zoom'>): Fingers {
  const places = new Map<number, Point>();
  return {
    count: () => places.size,
    has: (id) => places.has(id),
    put: (id, now) => {
      const before = places.get(id);
      places.set(id, now);
      if (!before || places.size !== 2) return;
      const other = [...places].find(([each]) => each !== id)?.[1];
      if (!other) return;
      const pinch = pinched(before, now, other);
      pan(pinch.pan);
      zoom(pinch.factor, pinch.at);
    },
    lift: (id) => {
      const isLifted = places.delete(id);
      const [left] = places;
      return isLifted && left && places.size === 1 ? { id: left[0], at: left[1] } : undefined;
    },
    forget: () => places.clear(),
  };
}
