import { useEffect, useState } from 'react';
import type { Decision } from '../../core/decision/decision.ts';
import { searchTurn, type Turn } from '../../core/sensitivity/inShort.ts';
import { useServices } from '../app/services.ts';

/** How long the need must rest before what would turn it is looked for, ms: after the map is lit, the list and the ways stand. */
const restMilliseconds = 240;

/** What was found; who comes back to a decision finds it as it was. `none`: no single change turns it. */
const found = new WeakMap<Decision, Turn | 'none'>();

/** What would turn the decision: `undefined` while it is looked for, one candidate at a time, so that nothing waits for it. */
export function useTurn(decision: Decision): Turn | 'none' | undefined {
  const { catalog } = useServices();
  const [, setCount] = useState(0);
  useEffect(() => {
    if (found.has(decision)) return;
    const steps = searchTurn(catalog, decision);
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      const step = steps.next();
      if (!step.done) {
        timer = setTimeout(go);
        return;
      }
      found.set(decision, step.value ?? 'none');
      setCount((count) => count + 1);
    };
    timer = setTimeout(go, restMilliseconds);
    return () => clearTimeout(timer);
  }, [catalog, decision]);
  return found.get(decision);
}
