import { useEffect } from 'react';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';
import { shortcutOf } from '../app/shortcuts.ts';

/** The key that copies the picture that is shown, wherever the focus is but where text is typed. */
export function useCopyKeys(): void {
  const services = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || shortcutOf(event, 'copying') === undefined) return;
      if (isTyping(event.target)) return;
      // Else browsers open tools of their own.
      event.preventDefault();
      if (event.repeat || services.store.getState().dialog !== undefined) return;
      void import('./copyShown.ts').then(({ copyShown }) => copyShown(services, 'png'));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [services]);
}
