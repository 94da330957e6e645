import { MiniMap, type MiniMapNodeProps, Panel, useReactFlow, useStore } from '@xyflow/react';
import { Focus, Maximize, Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import type { Rectangle } from '../../core/base/geometry.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { useLooks } from './nodeLooks.ts';
import type { SceneFlowNode } from './SceneNodeView.tsx';

const minimapSize = { width: 168, height: 112 };
const step = { duration: 150 };

function SmallNode({ id, x, y, width, height }: MiniMapNodeProps) {
  const state = useLooks(({ nodes }) => nodes.get(id)?.state ?? 'plain');
  return <rect className={`minimap__node minimap__node--${state}`} x={x} y={y} width={width} height={height} rx={8} />;
}

interface CanvasControlsProps {
  /** The box around everything drawn. */
  readonly content: Rectangle;
  readonly onFit: () => void;
  /** Absent where nothing is lit. */
  readonly onFitLit: (() => void) | undefined;
}

/** Zoom, fit and the small map, at the lower right of the canvas. */
export const CanvasControls = memo(function CanvasControls({ content, onFit, onFitLit }: CanvasControlsProps) {
  const flow = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  // A small map is of use only where the large one does not show everything.
  const allInView = useStore(({ transform: [x, y, scale], width, height }) => {
    const slack = 24;
    const left = content.x * scale + x;
    const top = content.y * scale + y;
    return (
      left > -slack &&
      top > -slack &&
      left + content.width * scale < width + slack &&
      top + content.height * scale < height + slack
    );
  });
  return (
    <>
      {allInView ? null : (
        <MiniMap<SceneFlowNode>
          className="minimap"
          position="bottom-right"
          ariaLabel="Small map: drag to pan"
          nodeComponent={SmallNode}
          pannable
          zoomable
          style={minimapSize}
        />
      )}
      <Panel position="bottom-right" className="zoom-controls">
        <IconButton label="Zoom out" keys="−" onPress={() => void flow.zoomOut(step)}>
          <Minus size={16} aria-hidden />
        </IconButton>
        <span className="zoom-controls__level">{Math.round(zoom * 100)}%</span>
        <IconButton label="Zoom in" keys="+" onPress={() => void flow.zoomIn(step)}>
          <Plus size={16} aria-hidden />
        </IconButton>
        {onFitLit ? (
          <IconButton label="Show what fits" keys="." onPress={onFitLit}>
            <Focus size={16} aria-hidden />
          </IconButton>
        ) : null}
        <IconButton label="Show everything" keys="0" onPress={onFit}>
          <Maximize size={15} aria-hidden />
        </IconButton>
      </Panel>
    </>
  );
});
