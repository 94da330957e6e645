import { useEffect } from 'react';
import type { Point } from '../../core/base/geometry.ts';
import { copySelection, readClip } from '../../core/diagram/clipboard.ts';
import { findPart } from '../../core/diagram/page.ts';
import { isTyping } from '../app/isTyping.ts';
import { useServices } from '../app/services.ts';
import { type ShortcutAt, shortcutOf } from '../app/shortcuts.ts';
import { focusedTarget } from '../canvas/useFocusThatStays.ts';
import { pageAsShown } from './pagePicture.ts';
import { shownPage } from './sketchStore.ts';
import type { SketchActions } from './useSketchActions.ts';

type Edits = Pick<SketchActions, 'onAdd' | 'onTidy' | 'onGroup' | 'onNudge' | 'onDuplicate' | 'onPaste'>;

/** How far Alt and an arrow move what is selected, px; with Shift the second. */
const steps = [1, 10] as const;
const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The keys of editing, and the clipboard, wherever the focus is but where text is typed. */
export function useSketchKeys({ onAdd, onTidy, onGroup, onNudge, onDuplicate, onPaste }: Edits): void {
  const { sketch, store } = useServices();
  useEffect(() => {
    const isBusy = (target: EventTarget | null) =>
      isTyping(target) ||
      store.getState().dialog !== undefined ||
      sketch.getState().adding !== undefined ||
      (target instanceof Element && target.closest('[role="menu"]') !== null);
    /** What is selected; where nothing is, the part that has the focus. */
    const selected = (): readonly string[] => {
      const { selection } = sketch.getState();
      if (selection.size > 0) return [...selection];
      const focused = focusedTarget();
      return focused !== undefined && findPart(shownPage(sketch.getState()), focused) ? [focused] : [];
    };
    const isText = () => (window.getSelection()?.toString() ?? '') !== '';
    const remove = () => {
      const ids = selected();
      if (ids.length > 0) sketch.getState().edit({ type: 'remove', ids });
    };

    const order = (to: 'front' | 'back') => {
      const ids = selected();
      if (ids.length > 0) sketch.getState().edit({ type: 'order', ids, to });
    };
    const run: Readonly<Record<ShortcutAt<'sketch'>, () => void>> = {
      add: onAdd,
      remove,
      undo: () => sketch.getState().undo(),
      redo: () => sketch.getState().redo(),
      duplicate: () => onDuplicate(selected()),
      group: onGroup,
      // The canvas itself does so where one of its parts has the focus.
      selectAll: () => {
        const { nodes, groups, edges } = shownPage(sketch.getState());
        sketch.getState().select([nodes, groups, edges].flatMap((records) => Object.keys(records)));
      },
      tidy: onTidy,
      dots: () => store.getState().togglePageDots(),
      toFront: () => order('front'),
      toBack: () => order('back'),
    };
    const nudge = ({ key, repeat }: KeyboardEvent, step: number) => {
      const way = ways[key];
      if (way) onNudge({ x: way.x * step, y: way.y * step }, repeat);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isBusy(event.target)) return;
      const meant = shortcutOf(event, 'sketch');
      // As on the picture itself, from anywhere in the window.
      const onPicture = shortcutOf(event, 'picture');
      // A key that is held down takes away one thing, not one after the other as the focus goes on.
      if (meant === 'remove' && event.repeat) return event.preventDefault();
      if (meant) run[meant]();
      else if (onPicture === 'unselect') sketch.getState().select([]);
      else if (onPicture === 'move' || onPicture === 'moveFar') nudge(event, steps[onPicture === 'move' ? 0 : 1]);
      else return;
      event.preventDefault();
    };

    const onCopy = (event: ClipboardEvent) => {
      const ids = selected();
      if (ids.length === 0 || isBusy(event.target) || isText()) return;
      event.clipboardData?.setData('text/plain', copySelection(pageAsShown(shownPage(sketch.getState())), ids));
      event.preventDefault();
      if (event.type === 'cut') remove();
    };
    const onPasted = (event: ClipboardEvent) => {
      if (isBusy(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      const clip = readClip(text);
      if (clip.ok) {
        onPaste(clip.value);
      } else if (clip.error.kind === 'foreign') {
        const label = text.trim().slice(0, 2000);
        const made = sketch.getState().placePart({ type: 'node', kind: 'note', label });
        if (made) sketch.getState().select(made);
      } else store.getState().notify({ tone: 'danger', text: clip.error.message });
    };

    window.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPasted);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPasted);
    };
  }, [sketch, store, onAdd, onTidy, onGroup, onNudge, onDuplicate, onPaste]);
}
