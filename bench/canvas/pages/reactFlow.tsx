import { type Edge, type Node, ReactFlow, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import '@xyflow/react/dist/style.css';
import './page.css';
import { askedFor, benchScene, placesBy, ready } from './picture.ts';

const scene = benchScene(askedFor());
const first: Node[] = scene.nodes.map(({ id, x, y, width, height, description }) => ({
  id,
  position: { x, y },
  width,
  height,
  data: { label: description },
}));
const edges: Edge[] = scene.edges.map(({ id, from, to }) => ({ id, source: from, target: to, type: 'smoothstep' }));
const onlyVisible = new URLSearchParams(location.search).has('only-visible');

function Page() {
  const [nodes, , onNodesChange] = useNodesState(first);
  return (
    <div className="page">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onlyRenderVisibleElements={onlyVisible}
        panOnScroll
        fitView
        minZoom={0.01}
      />
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
const began = performance.now();
createRoot(root).render(<Page />);
placesBy((index) => {
  const box = document.querySelector(`[data-id="n${index}"]`)?.getBoundingClientRect();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
});
ready(began);
