import { useEffect } from 'react';
import { focusPicture } from './focusPicture.ts';

/** What the focus was on: it may be gone by the time somebody asks. */
interface Held {
  readonly element: HTMLElement;
  /** What it lay in, the innermost first. */
  readonly around: readonly HTMLElement[];
  /** Its middle in the window, px. */
  readonly x: number;
  readonly y: number;
}

/** What holds controls that belong together. */
const together =
  'ul, ol, table, nav, form, fieldset, details, dialog, section, [role="group"], [role="radiogroup"], [role="toolbar"], [role="listbox"], [role="menu"], [role="dialog"]';
/** What opens over the window and goes again: a menu, a list of choices, a dialog. */
const overlay = '.popover, .dialog-modal';
/** What React Aria says where it is about to give the focus back; it does not if that is prevented. */
const restoring = 'react-aria-focus-scope-restore';
const focusable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex]';

function held(element: HTMLElement): Held {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement; at && at !== document.body && at.id !== 'root'; at = at.parentElement)
    around.push(at);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { element, around, x: left + width / 2, y: top + height / 2 };
}

/** Nothing has the focus. */
const isNowhere = (): boolean => document.activeElement === document.body;

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });

/** What stands nearest to a place among the controls within an element. */
function nearestIn(place: HTMLElement, { x, y }: Held): HTMLElement | undefined {
  let found: { readonly element: HTMLElement; readonly distance: number } | undefined;
  for (const element of place.querySelectorAll<HTMLElement>(focusable)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    const distance = Math.hypot(left + width / 2 - x, top + height / 2 - y);
    if (!found || distance < found.distance) found = { element, distance };
  }
  return found?.element;
}

/**
 * Where the focus goes from what is gone: to what stands nearest to it among what it belonged together with (the rest of its list, its
 * toolbar), as far as that is left; else to its panel as a whole. A control that only happens to stand near would be pressed by mistake.
 */
function nextOf(lost: Held): HTMLElement | undefined {
  for (const place of lost.around.filter((each) => each.isConnected)) {
    if (place.matches('[data-panel]')) return place;
    const found = place.matches(together) ? nearestIn(place, lost) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * What had the focus before that overlay took it, while it is still there; where it lay in an overlay that is gone as well (a menu that
 * led to a dialog), what had it before that one.
 */
function openerOf(lost: Held, openers: WeakMap<HTMLElement, Held>): HTMLElement | undefined {
  const gone = lost.around.findLast((each) => !each.isConnected && each.matches(overlay));
  const opener = gone && openers.get(gone);
  if (!opener) return undefined;
  return canHaveFocus(opener.element) ? opener.element : openerOf(opener, openers);
}

/**
 * Whoever works by keyboard never loses their place: where what has the focus goes away or is switched off (a part is deleted, a
 * page closed, nothing is left to undo), what it belonged to keeps it. The canvas cares for its own parts first (`useFocusThatStays`).
 * What an overlay took the focus from has it again in the very task that closes it: React Aria gives it back in the next frame, and a key
 * that is pressed before then would go to nobody.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last: Held | undefined;
    let frame: number | undefined;
    const openers = new WeakMap<HTMLElement, Held>();
    const onFocusIn = ({ target }: FocusEvent) => {
      const next = target instanceof HTMLElement ? held(target) : undefined;
      for (const entered of next?.around ?? [])
        if (last && entered.matches(overlay) && !openers.has(entered) && !last.around.includes(entered))
          openers.set(entered, last);
      last = next;
    };
    const onFocusOut = () => {
      const left = last;
      // Left on purpose, by a click on nothing: then it is still there, and nothing is to be put right later.
      setTimeout(() => {
        if (last === left && left && isNowhere() && canHaveFocus(left.element)) last = undefined;
      });
    };
    const putBack = () => {
      frame = undefined;
      const lost = last;
      if (!lost || !isNowhere() || canHaveFocus(lost.element)) return;
      last = undefined;
      const next = lost.element.dataset.target === undefined ? nextOf(lost) : undefined;
      if (next && next.id !== 'canvas') next.focus();
      else focusPicture(isNowhere);
    };
    const look = () => {
      if (!last || !isNowhere()) return;
      openerOf(last, openers)?.focus({ preventScroll: true });
      if (frame !== undefined || !isNowhere()) return;
      // What closes may give the focus elsewhere by itself, in the frame after.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(putBack);
      });
    };
    const observer = new MutationObserver(look);
    // React Aria gives back what is lost when its frame comes: by then it may have been lost by something else than the overlay.
    const onRestore = (event: Event) => {
      if (last?.around.every((each) => !each.matches(overlay))) event.preventDefault();
    };
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    document.addEventListener(restoring, onRestore);
    return () => {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
      document.removeEventListener(restoring, onRestore);
    };
  }, []);
}
