import { useState } from 'react';
import { useSketch, useWindow } from '../app/services.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { DriftNote } from './DriftNote.tsx';
import { PageNotes } from './PageNotes.tsx';
import { SelectionPanel } from './selection/SelectionPanel.tsx';
import './SketchInspector.css';
import { shownPage } from './sketchStore.ts';

const choices = [
  { value: 'drawing', label: 'Drawing' },
  { value: 'result', label: 'Result' },
] as const;

/** The right panel beside a sketch: what is selected, or what there is to say of the page; or the result of the need. */
export function SketchInspector() {
  const [shown, show] = useState<'drawing' | 'result'>('drawing');
  const reveal = useWindow((state) => state.reveal);
  const [revealed, setRevealed] = useState(reveal);
  // What was asked to be shown, from the search say, is in the result: it comes to the front.
  if (reveal !== revealed) {
    setRevealed(reveal);
    show('result');
  }
  const selection = useSketch((state) => state.selection);
  const page = useSketch(shownPage);
  if (Object.keys(page.nodes).length + Object.keys(page.groups).length === 0) return <Inspector />;
  return (
    <div className="sketch-inspector">
      <div className="sketch-inspector__choice">
        <Segmented label="What is shown" choices={choices} value={shown} onChange={show} />
      </div>
      {shown === 'result' ? (
        <Inspector />
      ) : selection.size > 0 ? (
        <>
          <DriftNote page={page} selection={selection} />
          <SelectionPanel page={page} selection={selection} onResult={() => show('result')} />
        </>
      ) : (
        <PageNotes page={page} />
      )}
    </div>
  );
}
