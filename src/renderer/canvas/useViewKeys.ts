import { useEffect } from 'react';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';
import { type ShortcutAt, shortcutOf } from '../app/shortcuts.ts';

/** Keys that move the view from anywhere in the window, but not out of a text or from behind a dialog. */
export function useViewKeys(commands: Readonly<Record<ShortcutAt<'view'>, () => void>>): void {
  const { store } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const meant = shortcutOf(event, 'view');
      if (meant === undefined || isTyping(event.target) || store.getState().dialog !== undefined) return;
      event.preventDefault();
      commands[meant]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [commands, store]);
}
