import { useEffect } from 'react';
import { copySelection, readClip } from '../../core/diagram/clipboard.ts';
import { outermost } from '../../core/diagram/page.ts';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';
import { type ShortcutAt, shortcutOf } from '../app/shortcuts.ts';
import { shownPage } from './sketchStore.ts';
import type { SketchActions } from './useSketchActions.ts';

/** How far a copy lies from what it was made of, px. */
export const besides = { x: 24, y: 24 } as const;

type Edits = Pick<SketchActions, 'onAdd' | 'onTidy' | 'onGroup'>;

/** The keys of editing, and the clipboard, wherever the focus is but where text is typed. */
export function useSketchKeys({ onAdd, onTidy, onGroup }: Edits): void {
  const { sketch, store } = useServices();
  useEffect(() => {
    const isBusy = (target: EventTarget | null) =>
      isTyping(target) ||
      store.getState().dialog !== undefined ||
      sketch.getState().adding !== undefined ||
      (target instanceof Element && target.closest('[role="menu"]') !== null);
    const selected = (): readonly string[] => [...sketch.getState().selection];
    const isText = () => (window.getSelection()?.toString() ?? '') !== '';
    const remove = () => {
      const ids = selected();
      if (ids.length > 0) sketch.getState().edit({ type: 'remove', ids });
    };

    const run: Readonly<Record<ShortcutAt<'sketch'>, () => void>> = {
      add: onAdd,
      remove,
      undo: () => sketch.getState().undo(),
      redo: () => sketch.getState().redo(),
      duplicate: () => {
        const made = sketch.getState().edit({ type: 'duplicate', ids: selected(), by: besides });
        if (made) sketch.getState().select(made);
      },
      group: onGroup,
      // The canvas itself does so where one of its parts has the focus.
      selectAll: () => {
        const { nodes, groups, edges } = shownPage(sketch.getState());
        sketch.getState().select([nodes, groups, edges].flatMap((records) => Object.keys(records)));
      },
      tidy: onTidy,
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isBusy(event.target)) return;
      const meant = shortcutOf(event, 'sketch');
      if (meant) run[meant]();
      // As on the picture itself, from anywhere in the window.
      else if (shortcutOf(event, 'picture') === 'unselect') sketch.getState().select([]);
      else return;
      event.preventDefault();
    };

    const onCopy = (event: ClipboardEvent) => {
      const ids = selected();
      if (ids.length === 0 || isBusy(event.target) || isText()) return;
      event.clipboardData?.setData('text/plain', copySelection(shownPage(sketch.getState()), ids));
      event.preventDefault();
      if (event.type === 'cut') remove();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isBusy(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      const clip = readClip(text);
      if (clip.ok) {
        const made = sketch.getState().edit({ type: 'paste', clip: clip.value, by: besides });
        if (made) sketch.getState().select(outermost(shownPage(sketch.getState()), made));
      } else if (clip.error.kind === 'foreign') {
        const label = text.trim().slice(0, 2000);
        const made = sketch.getState().edit({ type: 'add', nodes: [{ kind: 'note', label, position: besides }] });
        if (made) sketch.getState().select(made);
      } else store.getState().notify({ tone: 'danger', text: clip.error.message });
    };

    window.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [sketch, store, onAdd, onTidy, onGroup]);
}
