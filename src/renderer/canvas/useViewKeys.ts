import { useEffect } from 'react';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';

/** Keys that move the view from anywhere in the window, but not out of a text or from behind a dialog. */
export function useViewKeys(commands: Readonly<Record<string, () => void>>): void {
  const { store } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const command = commands[event.key];
      if (command === undefined || isTyping(event.target) || store.getState().dialog !== undefined) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [commands, store]);
}
