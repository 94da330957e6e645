import { useEffect, useState } from 'react';
import type { Need } from '../../core/decision/need.ts';
import { type Chain, planChains } from '../../core/planning/chains.ts';
import { useNeedLater, useServices, useWindow } from '../app/services.ts';

/** The ways to build what is needed, as far as they are planned. */
export interface Ways {
  readonly chains: readonly Chain[];
  /** They answer what was asked before; those of the present need are being planned. */
  readonly isOld: boolean;
}

/** How long the need must rest before its ways are planned, ms: nobody compares ways while a slider moves. */
const restMilliseconds = 120;

/** What the ways depend on: the need without what was settled among them. */
const question = ({ choices: _settled, readings: _readings, ...need }: Need): string => JSON.stringify(need);

/** The ways that were planned last: who comes back to the list finds it as it was, and nothing moves below the pointer. */
let last: { readonly asked: string; readonly chains: readonly Chain[] } = { asked: '', chains: [] };

/**
 * The ways to build what is needed, once the need has rested for a moment: after the map is lit and the list is ranked. Choosing
 * one of them does not plan them anew.
 */
export function useChains(): Ways {
  const { catalog } = useServices();
  const need = useNeedLater();
  const [chains, setChains] = useState(() => (last.asked === question(need) ? last.chains : []));
  useEffect(() => {
    const asked = question(need);
    if (asked === last.asked) {
      setChains(last.chains);
      return;
    }
    const timer = setTimeout(() => {
      last = { asked, chains: planChains(catalog, need) };
      setChains(last.chains);
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [catalog, need]);
  const present = useWindow((state) => state.need);
  return { chains, isOld: question(present) !== last.asked };
}
