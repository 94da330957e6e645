import { useMemo } from 'react';
import { answer, type GuideStep, nextStep, startGuide } from '../../core/guide/guide.ts';
import { followNeed, type GuideState } from '../../core/guide/state.ts';
import { useServices, useWindow } from '../app/services.ts';

interface Talk {
  readonly state: GuideState;
  readonly step: GuideStep;
  /** Gives an answer by its id. */
  readonly say: (id: string) => void;
  readonly moveTo: (state: GuideState) => void;
}

/** The guide's conversation about the present need, also where the need was edited by other means since. */
export function useConversation(): Talk {
  const { guide, store } = useServices();
  const need = useWindow((state) => state.need);
  const kept = useWindow((state) => state.conversation);
  const state = useMemo(() => (kept ? followNeed(kept.state, kept.need, need) : startGuide(need)), [kept, need]);
  const step = useMemo(() => nextStep(guide, state), [guide, state]);
  const moveTo = (next: GuideState): void => {
    store.getState().converse({ state: next, need: nextStep(guide, next).need });
  };
  return {
    state,
    step,
    moveTo,
    say: (id) => {
      const said = answer(state, step, id);
      if (said.ok) moveTo(said.value);
    },
  };
}
