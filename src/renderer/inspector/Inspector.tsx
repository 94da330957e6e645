import { useEffect, useRef } from 'react';
import { useServices, useWindow } from '../app/services.ts';
import { CompareTray } from '../compare/CompareButton.tsx';
import { ReviewPanel } from '../review/ReviewPanel.tsx';
import { EntryDetails } from './EntryDetails.tsx';
import './Inspector.css';
import { ResultList } from './ResultList.tsx';

/** The right panel: one entry, an old decision under review, or the result as a whole. */
export function Inspector() {
  const { index } = useServices();
  const selection = useWindow((state) => state.selection);
  const reviewed = useWindow((state) => state.reviewed);
  const entry = selection === undefined ? undefined : index.entries.get(selection);
  const top = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is read from its start.
  useEffect(() => {
    top.current?.parentElement?.scrollTo({ top: 0 });
  }, [selection, reviewed]);

  return (
    <div ref={top} className="inspector">
      {entry ? (
        <EntryDetails key={entry.id} entry={entry} />
      ) : reviewed ? (
        <ReviewPanel reviewed={reviewed} />
      ) : (
        <ResultList />
      )}
      <CompareTray />
    </div>
  );
}
