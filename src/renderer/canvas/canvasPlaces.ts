import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { CanvasHandle } from './gestures.ts';
import type { Stage } from './stage.ts';
import { seenPart, toCanvas, toScene, type View } from './view.ts';

const noView: View = { x: 0, y: 0, zoom: 1 };
const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** Where places of the window and of the scene are in each other; `corner`: the canvas' upper left one in the window. */
export function canvasPlaces(
  stage: Stage | undefined,
  corner: () => Point,
): Pick<CanvasHandle, 'seen' | 'centre' | 'toScene' | 'toWindow'> {
  const view = () => stage?.view() ?? noView;
  return {
    seen: () => (stage ? seenPart(stage.view(), stage.size()) : nowhere),
    centre: () => {
      const { width, height } = stage?.size() ?? nowhere;
      return toScene(view(), { x: width / 2, y: height / 2 });
    },
    toScene: (inWindow) => {
      const { x, y } = corner();
      return toScene(view(), { x: inWindow.x - x, y: inWindow.y - y });
    },
    toWindow: (place) => {
      const [at, { x, y }] = [toCanvas(view(), place), corner()];
      return { x: at.x + x, y: at.y + y };
    },
  };
}
