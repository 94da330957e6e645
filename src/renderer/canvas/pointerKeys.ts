/** What keys do to what the pointer does: Space pans, Escape gives up, Shift, Alt and Ctrl change a drag. */
import type { Grip } from './grip.ts';
import { keysOf } from './pointerWork.ts';

/** Keys that pointers ask for. */
export interface PointerKeys {
  /** Space is down, so a press pans. */
  readonly isPanning: () => boolean;
  /** To be called when anything was pressed by the pointer. */
  readonly pressed: () => void;
  /** Keys that are let go from now on are not heard of. */
  readonly forget: () => void;
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Alt', 'Control', 'Meta']);

/** Hears of keys before all others. */
export function watchPointerKeys(area: HTMLElement, grip: Grip, signal: AbortSignal): PointerKeys {
  /** Space is down, since so many drags. */
  let space: { readonly dragCount: number } | undefined;
  /** What has the focus was pressed or clicked, not gone to by key. */
  let byPointer = false;

  const endSpace = () => {
    space = undefined;
    delete area.dataset.panning;
  };
  /** Space with the pointer over the canvas pans; what was clicked last is not pressed by it, what was gone to by key is. */
  const onSpace = (event: KeyboardEvent) => {
    if (!area.matches(':hover') || isField(event.target)) return;
    space ??= { dragCount: grip.dragCount() };
    area.dataset.panning = '';
    if (byPointer) quiet(event);
  };
  const onModifier = (event: KeyboardEvent) => {
    if (!grip.isDragging()) return;
    // Alone, Alt would open the window's menu.
    if (event.key === 'Alt') event.preventDefault();
    grip.followAgain(keysOf(event));
  };
  const onDown = (event: KeyboardEvent) => {
    if (modifiers.has(event.key)) return onModifier(event);
    if (grip.pressed() && event.key === 'Escape') {
      grip.giveUp();
      quiet(event);
    } else if (event.key === ' ') onSpace(event);
    else if (grip.isDragging()) event.stopPropagation();
    else byPointer = false;
  };
  const onUp = (event: KeyboardEvent) => {
    if (modifiers.has(event.key)) return onModifier(event);
    if (event.key !== ' ' || !space) return;
    if (byPointer || grip.dragCount() > space.dragCount) quiet(event);
    endSpace();
  };
  window.addEventListener('keydown', onDown, { signal, capture: true });
  window.addEventListener('keyup', onUp, { signal, capture: true });

  return {
    isPanning: () => space !== undefined,
    pressed: () => {
      byPointer = true;
    },
    forget: endSpace,
  };
}

/** Nobody else hears of the event, and it does nothing by itself. */
function quiet(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
