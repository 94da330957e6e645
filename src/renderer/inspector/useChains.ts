import { useEffect, useRef, useState } from 'react';
import type { Need } from '../../core/decision/need.ts';
import { type Chain, planChains } from '../../core/planning/chains.ts';
import { useNeedLater, useServices } from '../app/services.ts';

/** How long the need must rest before its ways are planned, ms: nobody compares ways while a slider moves. */
const restMilliseconds = 120;

/** What the ways depend on: the need without what was settled among them. */
const question = ({ choices: _settled, readings: _readings, ...need }: Need): string => JSON.stringify(need);

/**
 * The ways to build what is needed, once the need has rested for a moment: after the map is lit and the list is ranked. Choosing
 * one of them does not plan them anew.
 */
export function useChains(): readonly Chain[] {
  const { catalog } = useServices();
  const need = useNeedLater();
  const [chains, setChains] = useState<readonly Chain[]>([]);
  const planned = useRef('');
  useEffect(() => {
    const asked = question(need);
    if (asked === planned.current) return;
    const timer = setTimeout(() => {
      planned.current = asked;
      setChains(planChains(catalog, need));
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [catalog, need]);
  return chains;
}
