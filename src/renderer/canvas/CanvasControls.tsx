import { Maximize, Minus, Plus } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { IconButton } from '../widgets/IconButton.tsx';
import { Minimap } from './Minimap.tsx';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';

interface CanvasControlsProps {
  readonly stage: Stage;
  readonly picture: Picture;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}

/** A small map is of use only where the large one does not show everything. */
function showsAll(stage: Stage): boolean {
  const slack = 24;
  const { x, y, zoom } = stage.view();
  const { width, height } = stage.size();
  const { content } = stage.picture();
  const left = content.x * zoom + x;
  const top = content.y * zoom + y;
  return (
    left > -slack &&
    top > -slack &&
    left + content.width * zoom < width + slack &&
    top + content.height * zoom < height + slack
  );
}

/** How much each press zooms. */
export const zoomStep = 1.25;

/** The zoom in words; apart from the buttons beside it, because it changes in every frame of a zoom. */
function ZoomLevel({ stage }: { readonly stage: Stage }) {
  const percent = useSyncExternalStore(stage.onView, () => Math.round(stage.view().zoom * 100));
  return <span className="zoom-controls__level">{percent}%</span>;
}

/** Zoom, fit and the small map, at the lower right of the canvas. */
export const CanvasControls = memo(function CanvasControls({ stage, picture, onZoom, onFit }: CanvasControlsProps) {
  const allInView = useSyncExternalStore(stage.onView, () => showsAll(stage));
  return (
    <>
      {allInView ? null : <Minimap stage={stage} picture={picture} />}
      <div className="zoom-controls" data-apart>
        <IconButton label="Zoom out" shortcut="zoomOut" onPress={() => onZoom(1 / zoomStep)}>
          <Minus size={16} aria-hidden />
        </IconButton>
        <ZoomLevel stage={stage} />
        <IconButton label="Zoom in" shortcut="zoomIn" onPress={() => onZoom(zoomStep)}>
          <Plus size={16} aria-hidden />
        </IconButton>
        <IconButton label="Show everything" shortcut="showAll" onPress={onFit}>
          <Maximize size={15} aria-hidden />
        </IconButton>
      </div>
    </>
  );
});
