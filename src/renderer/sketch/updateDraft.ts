import type { Decision } from '../../core/decision/decision.ts';
import { type Drift, drift } from '../../core/diagram/drift.ts';
import { mergeDraft } from '../../core/diagram/merge.ts';
import type { Page } from '../../core/diagram/page.ts';
import { findPage } from '../../core/document/document.ts';
import type { Services } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { draftPage, freshPage, snapshotOf } from './draftDocument.ts';
import { placesAnew } from './tidyPage.ts';

const none: readonly Drift[] = [];

/** How a page that a draft began differs from what the decision would be drafted as; nothing for a page that no draft made. */
export function driftOf(catalog: Services['catalog'], page: Page, decision: Decision): readonly Drift[] {
  const drafted = page.id === draftPage && Object.values(page.nodes).some(({ origin }) => origin === 'draft');
  return drafted && asksForSomething(decision.need) ? drift(page, freshPage(catalog, decision)) : none;
}

/** Whether the sketch was changed by hand, and shows another draft than that of the decision. */
export function isBehind({ catalog, sketch }: Services, decision: Decision): boolean {
  const { following, history } = sketch.getState();
  const page = findPage(history.document, draftPage);
  return !following && page !== undefined && driftOf(catalog, page, decision).length > 0;
}

/** Brings the draft of a decision in, as one step; what is new gets a place, what was placed keeps its own. */
export async function updateDraft(
  { catalog, relayout, sketch, store }: Pick<Services, 'catalog' | 'relayout' | 'sketch' | 'store'>,
  decision: Decision,
): Promise<void> {
  const page = findPage(sketch.getState().history.document, draftPage);
  if (!page) return;
  const fresh = freshPage(catalog, decision);
  const merged = mergeDraft(page, fresh).page;
  const { notify, draftDirection } = store.getState();
  const places = await placesAnew(relayout, merged, catalog, draftDirection, 'changes', page);
  if (!places.ok) return notify({ tone: 'danger', text: places.error.message });
  const added = Object.fromEntries(
    Object.entries(places.value).filter(([id]) => !page.nodes[id]?.position && !page.groups[id]),
  );
  const done = sketch.getState().perform({
    type: 'batch',
    commands: [
      { type: 'merge-draft', page: page.id, fresh },
      ...(Object.keys(added).length > 0 ? [{ type: 'place', page: page.id, places: added } as const] : []),
      { type: 'set-need', need: decision.need },
      { type: 'set-decision', decision: snapshotOf(decision) },
    ],
  });
  if (!done) return;
  sketch.getState().countLayout();
  const { past } = sketch.getState().history;
  notify({
    tone: 'success',
    text: 'The draft was updated.',
    action: { label: 'Undo', run: () => sketch.getState().undo() },
    // "Undo" would take back another step once this is not the last one.
    holds: () => sketch.getState().history.past === past,
  });
}
