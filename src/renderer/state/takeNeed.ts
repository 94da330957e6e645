import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Need } from '../../core/decision/need.ts';
import { parseNeed } from '../../core/decision/parseNeed.ts';
import { pagesInOrder, type SketchDocument } from '../../core/document/document.ts';
import { asksForSomething, emptyNeed } from './emptyNeed.ts';
import type { WindowStore } from './windowState.ts';

/** Whether a need drew any of it: what only a hand drew stands beside any need. */
const isDrafted = (document: SketchDocument): boolean =>
  document.decision !== undefined ||
  pagesInOrder(document).some(({ nodes }) => Object.values(nodes).some(({ origin }) => origin === 'draft'));

/** The need that goes with a document, and how that is told; undefined where any does. */
function needOf(
  document: SketchDocument,
  catalog: Catalog,
): { readonly need: Need; readonly told: string } | undefined {
  if (document.need) {
    const parsed = parseNeed(document.need, catalog);
    if (parsed.ok) return { need: parsed.value, told: 'The need is now that of the opened sketch.' };
    return { need: emptyNeed, told: 'The need of the opened sketch is not known to this catalogue; none is shown.' };
  }
  if (!isDrafted(document)) return undefined;
  return { need: emptyNeed, told: 'The opened sketch has lost its need, so that none is shown.' };
}

/**
 * Shows the need of a document that takes the place of another, so that no draft is ever held against the need of the one before. The
 * one before comes back by the notice; `quietly`: whoever opens the document offers that.
 */
export function takeNeed(store: WindowStore, catalog: Catalog, document: SketchDocument, quietly = false): void {
  const own = needOf(document, catalog);
  const { need: before, editNeed, editNeedWithUndo } = store.getState();
  if (own === undefined || JSON.stringify(before) === JSON.stringify(own.need)) return;
  if (quietly || !asksForSomething(before)) editNeed(() => own.need);
  else editNeedWithUndo(() => own.need, own.told);
}
