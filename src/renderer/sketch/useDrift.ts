import { useMemo } from 'react';
import { type Drift, drift } from '../../core/diagram/drift.ts';
import { mergeDraft } from '../../core/diagram/merge.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useDecisionLater, useServices, useSketch, useWindow } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { draftPage, freshPage, snapshotOf } from './draftDocument.ts';
import { placesAnew } from './tidyPage.ts';

interface DriftOfPage {
  readonly drifts: readonly Drift[];
  /** Brings the new draft in, as one step; what is new gets a place, what was placed keeps its own. */
  readonly update: () => void;
}

const none: readonly Drift[] = [];

/** How a drafted page differs from what the need would be drafted as now. */
export function useDrift(page: Page): DriftOfPage {
  const { catalog, relayout, sketch, store } = useServices();
  const decision = useDecisionLater();
  const following = useSketch((state) => state.following);
  const direction = useWindow((state) => state.draftDirection);
  const drafted = page.id === draftPage && Object.values(page.nodes).some(({ origin }) => origin === 'draft');
  const fresh = freshPage(catalog, decision);
  const drifts = useMemo(
    () => (following || !drafted || !asksForSomething(decision.need) ? none : drift(page, fresh)),
    [following, drafted, decision, page, fresh],
  );
  const update = async () => {
    const merged = mergeDraft(page, fresh).page;
    const places = await placesAnew(relayout, merged, catalog, direction, 'changes');
    if (!places.ok) return store.getState().notify({ tone: 'danger', text: places.error.message });
    const own = new Set(Object.keys(page.nodes));
    const added = Object.fromEntries(Object.entries(places.value).filter(([id]) => !own.has(id)));
    const { perform } = sketch.getState();
    perform({
      type: 'batch',
      commands: [
        { type: 'merge-draft', page: page.id, fresh },
        ...(Object.keys(added).length > 0 ? [{ type: 'place', page: page.id, places: added } as const] : []),
        { type: 'set-need', need: decision.need },
        { type: 'set-decision', decision: snapshotOf(decision) },
      ],
    });
    store.getState().notify({
      tone: 'success',
      text: 'The draft was updated.',
      action: { label: 'Undo', run: () => sketch.getState().undo() },
    });
  };
  return { drifts, update: () => void update() };
}
