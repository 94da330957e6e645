import { useEffect, useRef } from 'react';
import { useServices, useWindow } from '../app/services.ts';
import { CompareTray } from '../compare/CompareButton.tsx';
import { EntryDetails } from './EntryDetails.tsx';
import './Inspector.css';
import { ResultList } from './ResultList.tsx';

/** The right panel: the result as a whole, or one entry of it. */
export function Inspector() {
  const { index } = useServices();
  const selection = useWindow((state) => state.selection);
  const entry = selection === undefined ? undefined : index.entries.get(selection);
  const top = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is read from its start.
  useEffect(() => {
    top.current?.parentElement?.scrollTo({ top: 0 });
  }, [selection]);

  return (
    <div ref={top} className="inspector">
      {entry ? <EntryDetails key={entry.id} entry={entry} /> : <ResultList />}
      <CompareTray />
    </div>
  );
}
