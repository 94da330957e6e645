import { useEffect } from 'react';
import { shownTheme, type WindowStore } from '../state/windowState.ts';
import { isTyping } from './isTyping.ts';
import { type ShortcutAt, shortcutOf } from './shortcuts.ts';
import { useTogglePanel } from './usePanels.ts';

/** Moves the focus to the next part of the window: need, picture, result; or back. */
function cyclePanels(backwards: boolean): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const current = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = current === -1 ? 0 : (current + (backwards ? -1 : 1) + panels.length) % panels.length;
  panels[next]?.focus();
}

/** The keys that work everywhere in the window. */
export function useShortcuts(store: WindowStore): void {
  const togglePanel = useTogglePanel();
  useEffect(() => {
    const { openDialog, show, setTheme } = store.getState();
    const run: Readonly<Record<ShortcutAt<'anywhere'>, () => void>> = {
      search: () => openDialog('search'),
      export: () => openDialog('export'),
      map: () => show('map'),
      draft: () => show('draft'),
      compare: () => show('compare'),
      nextPart: () => cyclePanels(false),
      previousPart: () => cyclePanels(true),
      toggleLeft: () => togglePanel('left'),
      toggleRight: () => togglePanel('right'),
      theme: () => setTheme(shownTheme(store.getState()) === 'dark' ? 'light' : 'dark'),
      sheet: () => openDialog('shortcuts'),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const meant = shortcutOf(event, 'anywhere');
      if (meant === undefined || (meant === 'sheet' && isTyping(event.target))) return;
      const behindDialog = store.getState().dialog !== undefined;
      if (behindDialog && (meant === 'sheet' || meant === 'nextPart' || meant === 'previousPart')) return;
      event.preventDefault();
      if (!behindDialog || meant === 'search') run[meant]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
