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

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex]';

function held(element: HTMLElement): Held {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement; at && at !== document.body && at.id !== 'root'; at = at.parentElement)
    around.push(at);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { element, around, x: left + width / 2, y: top + height / 2 };
}

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });

/** What stands nearest to where the focus was, in the innermost of what is left around it. */
function nearest({ around, x, y }: Held): HTMLElement | undefined {
  for (const place of around.filter((each) => each.isConnected)) {
    let found: { readonly element: HTMLElement; readonly distance: number } | undefined;
    for (const element of place.querySelectorAll<HTMLElement>(focusable)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, width, height } = element.getBoundingClientRect();
      const distance = Math.hypot(left + width / 2 - x, top + height / 2 - y);
      if (!found || distance < found.distance) found = { element, distance };
    }
    if (found) return found.element;
    if (place.matches('[data-panel]')) return place;
  }
  return undefined;
}

/**
 * Whoever works by keyboard never loses their place: where what has the focus goes away or is switched off (a part is deleted, a
 * page closed, nothing is left to undo), what stands nearest to it gets the focus. The canvas cares for its own parts first (`useFocusThatStays`).
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last: Held | undefined;
    let frame: number | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? held(target) : undefined;
    };
    const onFocusOut = () => {
      const left = last;
      // Left on purpose, by a click on nothing: then it is still there, and nothing is to be put right later.
      setTimeout(() => {
        if (last === left && left && document.activeElement === document.body && canHaveFocus(left.element))
          last = undefined;
      });
    };
    const putBack = () => {
      frame = undefined;
      const lost = last;
      if (!lost || document.activeElement !== document.body || canHaveFocus(lost.element)) return;
      last = undefined;
      const next = nearest(lost);
      if (next) next.focus({ preventScroll: next.dataset.target !== undefined });
      else focusPicture();
    };
    const look = () => {
      if (frame !== undefined || !last || document.activeElement !== document.body) return;
      // What closes gives the focus back by itself, in the frame after.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(putBack);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);
}
