import { useEffect, useRef } from 'react';
import { distance, middleOf } from '../../core/base/geometry.ts';
import { onlyOne } from './gestureWork.ts';
import { liesIn } from './spatialGrid.ts';
import type { CanvasTarget } from './targets.ts';

/**
 * The target nearest to one that is no more; undefined where there is none. What lay around it comes last: whoever takes away one part
 * after the other does not mean the boundary that holds them.
 */
export function nearestTo(gone: CanvasTarget, targets: readonly CanvasTarget[]): CanvasTarget | undefined {
  const at = middleOf(gone);
  const beside = targets.filter((target) => !liesIn(gone, target));
  const ways = (beside.length > 0 ? beside : targets).map((target) => ({
    target,
    way: distance(middleOf(target), at),
  }));
  return ways.reduce<(typeof ways)[number] | undefined>(
    (best, each) => (best === undefined || each.way < best.way ? each : best),
    undefined,
  )?.target;
}

/** The part of the picture, or row of one, that has the keyboard's focus. */
export const focusedTarget = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset.target : undefined;

/** The picture as a whole has the focus, or nothing has. */
const isOnPicture = (): boolean => document.activeElement === document.body || document.activeElement?.id === 'canvas';

/**
 * Keeps the keyboard's focus on the picture: from a part that was removed it goes to the nearest one, and from one that was copied to the
 * copy that is selected instead. Returns what is to be told which target got the focus. It acts
 * within the same task, and knows the parts of the scene; `useKeepFocus` of the whole window looks two frames later at what is still lost.
 */
export function useFocusThatStays(
  targets: readonly CanvasTarget[],
  selection: ReadonlySet<string> | undefined,
  focus: (id: string) => void,
): (target: CanvasTarget) => void {
  const last = useRef<CanvasTarget>(undefined);
  /** What had the focus when it and all others went. */
  const lost = useRef<string>(undefined);
  const before = useRef({ targets, selection });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed since the last time is what counts.
  useEffect(() => {
    const old = before.current;
    before.current = { targets, selection };
    const known = new Set(targets.map(({ id }) => id));
    const gone = last.current;
    const isSamePage = old.targets.some(({ id }) => known.has(id));
    if (gone && !known.has(gone.id) && isSamePage && document.activeElement === document.body) {
      last.current = undefined;
      const next = nearestTo(gone, targets);
      if (next) queueMicrotask(() => focus(next.id));
      return;
    }
    // The last part of a page was taken away: an undo brings it back, and the focus with it.
    const back = lost.current;
    if (gone && !known.has(gone.id) && targets.length === 0) lost.current = gone.id;
    else if (targets.length > 0) lost.current = undefined;
    if (back !== undefined && known.has(back) && isOnPicture()) return queueMicrotask(() => focus(back));
    const one = onlyOne(selection);
    const focused = focusedTarget();
    if (old.selection === selection || one === undefined || focused === undefined || focused === one) return;
    // After React is done: what is to have the focus may have to be mounted first.
    if (old.selection?.has(focused) && known.has(one)) queueMicrotask(() => focus(one));
  }, [targets, selection]);
  return (target) => {
    last.current = target;
  };
}
