import { type RefObject, useEffect } from 'react';
import { dontKnow, type Finished, type Question } from '../../core/guide/guide.ts';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';
import { shortcutOf } from '../app/shortcuts.ts';

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
      if (event.defaultPrevented || event.isComposing) return;
      if (store.getState().dialog !== undefined || isTyping(event.target)) return;
      const { target } = event;
      const side = panel.current?.closest('[data-panel]');
      const within = target instanceof Node && side?.contains(target) === true;
      if (target !== document.body && !within) return;
      const meant = shortcutOf(event, 'guide');
      // Meant for the guide though it can't be done: a digit too many at its end must not zoom the picture.
      if (within && meant !== undefined) event.preventDefault();
      if (meant === 'goBack' && goBack) goBack();
      else if (next.kind === 'question' && meant === 'dontKnow') say(dontKnow);
      else {
        const option = next.kind === 'question' && meant === 'answer' ? next.options[Number(event.key) - 1] : undefined;
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
