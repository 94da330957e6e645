import { useEffect } from 'react';
import type { WindowStore } from '../state/windowState.ts';
import { isTyping } from './isTyping.ts';
import { useTogglePanel } from './usePanels.ts';

/** Moves the focus to the next part of the window: need, picture, result; or back. */
function cyclePanels(backwards: boolean): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const current = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = current === -1 ? 0 : (current + (backwards ? -1 : 1) + panels.length) % panels.length;
  panels[next]?.focus();
}

/** The keys that work everywhere in the window. ShortcutSheet.tsx lists them. */
export function useShortcuts(store: WindowStore): void {
  const togglePanel = useTogglePanel();
  useEffect(() => {
    const commands: Readonly<Record<string, () => void>> = {
      k: () => store.getState().openDialog('search'),
      e: () => store.getState().openDialog('export'),
      '1': () => store.getState().show('map'),
      '2': () => store.getState().show('draft'),
      '3': () => store.getState().show('compare'),
      '[': () => togglePanel('left'),
      ']': () => togglePanel('right'),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { dialog, openDialog } = store.getState();
      const command = event.ctrlKey || event.metaKey;
      if (event.key === 'F6' && dialog === undefined) cyclePanels(event.shiftKey);
      else if (command && !event.altKey && !event.shiftKey && commands[event.key.toLowerCase()]) {
        if (dialog === undefined || event.key === 'k') commands[event.key.toLowerCase()]?.();
      } else if (event.key === '?' && dialog === undefined && !command && !isTyping(event.target))
        openDialog('shortcuts');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
