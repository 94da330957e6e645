import { type RefObject, useEffect } from 'react';
import { dontKnow, type Finished, type Question } from '../../core/guide/guide.ts';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';

/** Keys of the guide, while nothing else has the focus: a digit answers, 0 does not know, Backspace goes back. */
export function useAnswerKeys(
  panel: RefObject<HTMLElement | null>,
  next: Question | Finished,
  say: (id: string) => void,
  goBack: (() => void) | undefined,
): void {
  const { store } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (store.getState().dialog !== undefined || isTyping(event.target)) return;
      const { target } = event;
      const side = panel.current?.closest('[data-panel]');
      if (target !== document.body && !(target instanceof Node && side?.contains(target))) return;
      if (event.key === 'Backspace' && goBack) goBack();
      else if (next.kind === 'question' && event.key === '0') say(dontKnow);
      else {
        const option = next.kind === 'question' ? next.options[Number(event.key) - 1] : undefined;
        if (!option || option.left === 0) return;
        say(option.id);
      }
      event.preventDefault();
    };
    // Before the keys of the whole window, of which 0 is one.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  });
}
