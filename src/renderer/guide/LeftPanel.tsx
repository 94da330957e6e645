import { lazy, Suspense } from 'react';
import { useWindow } from '../app/services.ts';
import { NeedPanel } from '../need/NeedPanel.tsx';
import type { LeftMode } from '../state/windowState.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import './LeftPanel.css';

const GuidePanel = lazy(() => import('./GuidePanel.tsx').then((module) => ({ default: module.GuidePanel })));

const modes: readonly { value: LeftMode; label: string }[] = [
  { value: 'describe', label: 'Describe' },
  { value: 'guide', label: 'Guide' },
];

/** The left panel: the same need, said in words and by hand, or question by question. */
export function LeftPanel() {
  const mode = useWindow((state) => state.leftMode);
  const setMode = useWindow((state) => state.setLeftMode);
  return (
    <div className="left-panel">
      <div className="left-panel__modes">
        <Segmented label="How to say what you need" choices={modes} value={mode} onChange={setMode} />
      </div>
      {mode === 'guide' ? (
        <Suspense>
          <GuidePanel />
        </Suspense>
      ) : (
        <NeedPanel />
      )}
    </div>
  );
}
