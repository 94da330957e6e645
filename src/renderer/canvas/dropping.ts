import type { DragEvent } from 'react';
import type { Point } from '../../core/base/geometry.ts';
import type { SceneGestures } from './gestures.ts';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';

interface DropHandlers {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Takes what is dragged in from outside; while it is over the canvas, it shows where it would go. `placeOf`: in the scene. */
export function dropping(
  stage: Stage | undefined,
  picture: Picture,
  { onPlace, accepts }: Pick<SceneGestures, 'onPlace' | 'accepts'>,
  placeOf: (event: DragEvent) => Point,
): DropHandlers {
  const isWelcome = ({ dataTransfer }: DragEvent) => onPlace !== undefined && (accepts?.(dataTransfer.types) ?? true);
  const groupAt = (at: Point) => picture.groupAround({ ...at, width: 0, height: 0 })?.id;
  const clear = () => stage?.setLive({ placing: undefined, dropInto: undefined });
  return {
    onDragOver: (event) => {
      if (!isWelcome(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const at = placeOf(event);
      stage?.setLive({ placing: at, dropInto: groupAt(at) });
    },
    onDragLeave: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) clear();
    },
    onDrop: (event) => {
      if (!isWelcome(event)) return;
      event.preventDefault();
      const at = placeOf(event);
      clear();
      onPlace?.({ at, data: event.dataTransfer, group: groupAt(at) });
    },
  };
}
