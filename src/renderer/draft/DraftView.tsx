import { PencilRuler, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useWindow } from '../app/services.ts';
import { SceneCanvas } from '../canvas/SceneCanvas.tsx';
import { LayoutFailed, LayoutPending } from '../layout/LayoutStates.tsx';
import { examples } from '../need/examples.ts';
import { useTakeText } from '../need/useTakeText.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { shownTheme } from '../state/windowState.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import { toLayoutPlaces, useDraftScene } from './useDraftScene.ts';

const directions = [
  { value: 'right', label: 'Across' },
  { value: 'down', label: 'Down' },
] as const;

/** How far a key moves a part, px. */
const draftSteps = { small: 8, large: 80 } as const;

function NothingAsked() {
  const take = useTakeText();
  const [example] = examples;
  return (
    <div className="empty-state">
      <PencilRuler size={28} aria-hidden />
      <h2>No architecture yet</h2>
      <p>
        Say what the system needs, on the left: the services that fit, what stands beside them and how data flows
        between them are drawn here.
      </p>
      {example ? (
        <Button className="button" onPress={() => take(example)}>
          Try an example
        </Button>
      ) : null}
    </div>
  );
}

function Draft() {
  const [attempt, setAttempt] = useState(0);
  const { progress, scene } = useDraftScene(useWindow(shownTheme), attempt);
  const place = useWindow((state) => state.placeDraftNodes);
  const tidy = useWindow((state) => state.tidyDraft);
  const direction = useWindow((state) => state.draftDirection);
  const turn = useWindow((state) => state.turnDraft);
  const moved = useWindow((state) => Object.keys(state.draftPositions).length > 0);

  if (progress.status === 'failed') {
    return <LayoutFailed failure={progress.failure} onRetry={() => setAttempt(attempt + 1)} />;
  }
  if (!scene) return <LayoutPending progress={progress} />;
  if (scene.nodes.length === 0) {
    return (
      <div className="empty-state">
        <PencilRuler size={28} aria-hidden />
        <h2>Nothing fits this need</h2>
        <p>
          Every service that could do it is ruled out. The result on the right says by what, and what would change it.
        </p>
      </div>
    );
  }
  return (
    <div className="canvas-frame">
      <div className="canvas-bar">
        <Button className="button button--small button--quiet" isDisabled={!moved} onPress={tidy}>
          <WandSparkles size={14} aria-hidden />
          Tidy up
        </Button>
        <Segmented label="Where the data flows" choices={directions} value={direction} onChange={turn} />
        <span className="canvas-bar__hint">Drag a part to move it; its lines follow.</span>
      </div>
      <SceneCanvas
        scene={scene}
        label="Draft architecture: arrow keys go from part to part, Alt and arrow keys move one"
        steps={draftSteps}
        onMove={({ positions }) => place(toLayoutPlaces(positions))}
      />
    </div>
  );
}

/** The chosen services and what they need beside them. Nodes can be dragged; edges follow. */
export function DraftView() {
  return useWindow((state) => asksForSomething(state.need)) ? <Draft /> : <NothingAsked />;
}
