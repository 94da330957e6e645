import type { Point } from '../../core/base/geometry.ts';
import { keysOf, type PointerWork, placeOn } from './pointerWork.ts';

/** A line and a page of a wheel that counts in them, px. */
const line = 20;
const page = 400;
/** A notch of the wheel zooms by no more than so many of its px do, and each by so much. */
const mostZoomed = 25;
const zoomOfPx = 0.01;

function turnOf({ deltaMode, deltaX, deltaY }: WheelEvent): Point {
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? line : deltaMode === WheelEvent.DOM_DELTA_PAGE ? page : 1;
  return { x: deltaX * unit, y: deltaY * unit };
}

/** The wheel pans, sideways with Shift, and zooms with Ctrl or Cmd, which is what a pinch on a trackpad says; `moved` hears of each. */
export function watchWheel(
  area: HTMLElement,
  { pan, zoom }: Pick<PointerWork, 'pan' | 'zoom'>,
  moved: () => void,
  signal: AbortSignal,
): void {
  const onWheel = (event: WheelEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-scrolls]')) return;
    event.preventDefault();
    const by = turnOf(event);
    const { command, shift } = keysOf(event);
    if (command) {
      const step = Math.max(-mostZoomed, Math.min(mostZoomed, by.y));
      zoom(Math.exp(-step * zoomOfPx), placeOn(area, event));
    } else if (shift && by.x === 0) pan({ x: -by.y, y: 0 });
    else pan({ x: -by.x, y: -by.y });
    moved();
  };
  area.addEventListener('wheel', onWheel, { signal, passive: false });
}
