import { useEffect, useState } from 'react';
import { asksForSomething } from '../state/emptyNeed.ts';
import { useDecision, useServices, useWindow } from './services.ts';
import { summarise } from './summarise.ts';

/** How long the need must rest before the result is said, ms: nobody wants to hear every letter. */
const restMilliseconds = 700;

/** Says the new result to those who cannot see the map light up. */
export function Announcer() {
  const { index } = useServices();
  const decision = useDecision();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const text = asksForSomething(decision.need) ? summarise(decision, (id) => index.entries.get(id)?.name ?? id) : '';
    const timer = setTimeout(() => setSaid(text), restMilliseconds);
    return () => clearTimeout(timer);
  }, [decision, index]);
  return (
    <output className="visually-hidden" aria-live="polite" data-testid="announcement">
      {said}
    </output>
  );
}

/** Says what just happened: each step, what is selected, what was opened and saved. It is there from the start: what comes with its words is not read. */
export function Speaker() {
  const { text, count } = useWindow((state) => state.said);
  return (
    <output className="visually-hidden" aria-live="polite" data-testid="said">
      {/* The same words are said again when the same is done again. */}
      <span key={count}>{text}</span>
    </output>
  );
}
