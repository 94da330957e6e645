import type { WindowStore } from '../state/windowState.ts';
import { isTyping } from './isTyping.ts';
import { isSingleKey, shortcutOf } from './shortcuts.ts';

/**
 * While the user wants none of them, keys of one character reach no shortcut: words that are spoken to the computer, or a hand that
 * slips, would press many (WCAG 2.1.4). On a part of the picture that has the focus its own keys stay, as the rule allows. Must be called
 * before anything else listens for keys: what listens leaves alone what is prevented.
 */
export function muteSingleKeys(store: WindowStore): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (store.getState().singleKeys || !isSingleKey(event) || isTyping(event.target)) return;
    const isOnPart = event.target instanceof HTMLElement && event.target.dataset.target !== undefined;
    if (!isOnPart || shortcutOf(event, 'picture') === undefined) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown, true);
}
