import { useEffect, useRef, useState } from 'react';
import { undoLabel } from '../../core/document/history.ts';
import { useSketch } from '../app/services.ts';

/** Says what was changed, and what was undone, to those who cannot see it move. */
export function SketchAnnouncer() {
  const history = useSketch((state) => state.history);
  const before = useRef(history);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const last = before.current;
    before.current = history;
    if (last.past === history.past) return;
    const undone = history.future?.step;
    setSaid(undone && undone === last.past ? `Undone: ${undone.label}` : (undoLabel(history) ?? ''));
  }, [history]);
  return (
    <output className="visually-hidden" aria-live="polite" data-testid="sketch-announcement">
      {said}
    </output>
  );
}
