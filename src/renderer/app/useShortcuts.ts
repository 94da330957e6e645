import { useEffect } from 'react';
import { type PanelSide, shownTheme, type View, type WindowStore } from '../state/windowState.ts';
import { pictureEntrance } from './focusPicture.ts';
import { isTyping } from './isTyping.ts';
import { type ShortcutAt, shortcutOf, shortcuts } from './shortcuts.ts';
import { isPanelShown, useTogglePanel } from './usePanels.ts';

/** Moves the focus to the next part of the window: need, picture (where its keys work at once), result; or back. */
function cyclePanels(backwards: boolean): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const current = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = current === -1 ? 0 : (current + (backwards ? -1 : 1) + panels.length) % panels.length;
  const panel = panels[next];
  const entrance = panel?.id === 'canvas' ? pictureEntrance() : null;
  (entrance ?? panel)?.focus({ preventScroll: entrance !== null });
}

/** Where the picture as a whole has the focus (a skip link led there, or a click on its ground), an arrow key goes to a part of it. */
function entersPicture(event: KeyboardEvent): boolean {
  const isOutside = event.target instanceof HTMLElement && event.target.id === 'canvas';
  const entrance = isOutside && shortcutOf(event, 'picture') === 'go' ? pictureEntrance() : null;
  if (!entrance) return false;
  event.preventDefault();
  entrance.focus({ preventScroll: true });
  return true;
}

/** The keys that work everywhere in the window. */
export function useShortcuts(store: WindowStore): void {
  const togglePanel = useTogglePanel();
  useEffect(() => {
    const { openDialog, show, setTheme, say } = store.getState();
    /** Shows a view, and tells it: who does not see it would hear nothing. */
    const view = (id: View) => () => {
      show(id);
      say(shortcuts[id].says);
    };
    const panel = (side: PanelSide) => () => {
      togglePanel(side);
      const name = side === 'left' ? 'The need' : 'The result';
      say(`${name} is ${isPanelShown(store.getState(), side) ? 'shown' : 'hidden'}`);
    };
    const run: Readonly<Record<ShortcutAt<'anywhere'>, () => void>> = {
      search: () => openDialog('search'),
      export: () => openDialog('export'),
      map: view('map'),
      draft: view('draft'),
      compare: view('compare'),
      nextPart: () => cyclePanels(false),
      previousPart: () => cyclePanels(true),
      toggleLeft: panel('left'),
      toggleRight: panel('right'),
      theme: () => {
        const theme = shownTheme(store.getState()) === 'dark' ? 'light' : 'dark';
        setTheme(theme);
        say(theme === 'dark' ? 'Dark theme' : 'Light theme');
      },
      sheet: () => openDialog('shortcuts'),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (entersPicture(event)) return;
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
