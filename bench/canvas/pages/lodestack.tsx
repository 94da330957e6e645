import { createRef, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { type Services, ServicesContext } from '../../../src/renderer/app/services.ts';
import type { CanvasHandle, Move } from '../../../src/renderer/canvas/gestures.ts';
import { SceneCanvas } from '../../../src/renderer/canvas/SceneCanvas.tsx';
import { shiftedNode } from '../../../src/renderer/canvas/shifted.ts';
import { createWindowStore, firstState } from '../../../src/renderer/state/windowState.ts';
import '../../../src/renderer/themes/fonts.css';
import '../../../src/renderer/themes/tokens.css';
import '../../../src/renderer/themes/base.css';
import './page.css';
import { askedFor, benchScene, placesBy, ready } from './picture.ts';

// Only what a canvas takes from the window.
const services = {
  store: createWindowStore(firstState, 'light'),
  index: { entries: new Map() },
  icons: {},
} as unknown as Services;

function moved(scene: Scene, { positions }: Move): Scene {
  return {
    ...scene,
    nodes: scene.nodes.map((node) => {
      const place = positions[node.id];
      return place ? shiftedNode(node, { x: place.x - node.x, y: place.y - node.y }) : node;
    }),
  };
}

const handle = createRef<CanvasHandle>();

let latest = benchScene(askedFor());

function Page({ first }: { readonly first: Scene }) {
  const [scene, setScene] = useState(first);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const onMove = useCallback((move: Move) => {
    if (move.phase !== 'end') return;
    latest = moved(latest, move);
    setScene(latest);
  }, []);
  return (
    <div className="page canvas-frame">
      <SceneCanvas
        scene={scene}
        label="Bench"
        selection={selection}
        onSelect={setSelection}
        onMove={onMove}
        handle={handle}
      />
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
const began = performance.now();
createRoot(root).render(
  <ServicesContext value={services}>
    <Page first={latest} />
  </ServicesContext>,
);
placesBy((index) => {
  const node = latest.nodes[index];
  return handle.current?.toWindow({ x: (node?.x ?? 0) + 100, y: (node?.y ?? 0) + 20 });
});
ready(began);
