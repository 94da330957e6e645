import { MiniMap, Panel, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../widgets/IconButton.tsx';
import type { SceneFlowNode } from './SceneNodeView.tsx';

const step = { duration: 150 };
const minimapClass = (node: SceneFlowNode): string => `minimap__node minimap__node--${node.data.node.state}`;

/** Zoom, fit and the small map, at the lower right of the canvas. */
export function CanvasControls({ onFit }: { readonly onFit: () => void }) {
  const flow = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  return (
    <>
      <MiniMap<SceneFlowNode>
        className="minimap"
        position="bottom-right"
        ariaLabel="Small map: drag to pan"
        nodeClassName={minimapClass}
        nodeBorderRadius={8}
        pannable
        zoomable
      />
      <Panel position="bottom-right" className="zoom-controls">
        <IconButton label="Zoom out" keys="−" onPress={() => void flow.zoomOut(step)}>
          <Minus size={16} aria-hidden />
        </IconButton>
        <span className="zoom-controls__level">{Math.round(zoom * 100)}%</span>
        <IconButton label="Zoom in" keys="+" onPress={() => void flow.zoomIn(step)}>
          <Plus size={16} aria-hidden />
        </IconButton>
        <IconButton label="Show everything" keys="0" onPress={onFit}>
          <Maximize size={15} aria-hidden />
        </IconButton>
      </Panel>
    </>
  );
}
