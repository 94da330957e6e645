import { lazy, Suspense } from 'react';
import { useWindow } from '../app/services.ts';
import { NeedPanel } from '../need/NeedPanel.tsx';
import { PartsPanel } from '../sketch/PartsPanel.tsx';
import type { LeftMode } from '../state/windowState.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import './LeftPanel.css';

const GuidePanel = lazy(() => import('./GuidePanel.tsx').then((module) => ({ default: module.GuidePanel })));

const modes: readonly { value: LeftMode; label: string }[] = [
  { value: 'describe', label: 'Describe' },
  { value: 'guide', label: 'Guide' },
];

/** Beside a sketch there is also what can be put on it. */
const sketchModes = [...modes, { value: 'parts', label: 'Parts' }] as const;

/** The left panel: the same need, said in words and by hand, or question by question; or the parts for a sketch. */
export function LeftPanel() {
  const sketching = useWindow((state) => state.view === 'draft');
  const chosen = useWindow((state) => state.leftMode);
  const mode = chosen === 'parts' && !sketching ? 'describe' : chosen;
  const setMode = useWindow((state) => state.setLeftMode);
  return (
    <div className="left-panel">
      <div className="left-panel__modes">
        <Segmented
          label="What the panel shows"
          choices={sketching ? sketchModes : modes}
          value={mode}
          onChange={setMode}
        />
      </div>
      {mode === 'guide' ? (
        <Suspense>
          <GuidePanel />
        </Suspense>
      ) : mode === 'parts' ? (
        <PartsPanel />
      ) : (
        <NeedPanel />
      )}
    </div>
  );
}
