import { useLayoutEffect } from 'react';
import { useWindow } from '../app/services.ts';
import type { SceneGestures } from './gestures.ts';
import { onlyOne } from './gestureWork.ts';
import type { Stage } from './stage.ts';

/** Shows on the stage what is selected, and what can be done with it. */
export function useLook(
  stage: Stage | undefined,
  { onSelect, onResize, onReconnect, selection, locked, resizable }: SceneGestures,
  selected: ReadonlySet<string>,
): void {
  const editing = onSelect !== undefined;
  const dots = useWindow((state) => state.pageDots) && editing;
  const alone = onlyOne(selection);
  const sized = alone !== undefined && onResize && !locked?.has(alone) && resizable?.(alone) ? alone : undefined;
  const reconnectable = onReconnect !== undefined;
  useLayoutEffect(() => {
    const pointing = editing ? 'editor' : 'map';
    stage?.setLook({ selection: selected, resizable: sized, reconnectable, pointing, dots });
  }, [stage, selected, sized, reconnectable, editing, dots]);
}
