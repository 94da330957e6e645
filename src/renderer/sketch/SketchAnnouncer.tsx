import { useEffect, useRef, useState } from 'react';
import { useSketch } from '../app/services.ts';
import { saidChange } from './saidChange.ts';

/** Says what was changed, undone and redone, to those who cannot see it move. */
export function SketchAnnouncer() {
  const history = useSketch((state) => state.history);
  const opening = useSketch((state) => state.opening);
  const before = useRef({ history, opening });
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    const last = before.current;
    before.current = { history, opening };
    const text = last.opening === opening ? saidChange(last.history, history) : undefined;
    if (text !== undefined) setSaid(({ count }) => ({ text, count: count + 1 }));
  }, [history, opening]);
  return (
    <output className="visually-hidden" aria-live="polite" data-testid="sketch-announcement">
      {/* The same words are said again when the same is done again. */}
      <span key={said.count}>{said.text}</span>
    </output>
  );
}
