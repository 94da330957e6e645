/** The document that a decision gives: one page, the draft of its architecture, everything placed. */
import { type Result, success } from '../../core/base/result.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { Page } from '../../core/diagram/page.ts';
import { pageOfDraft } from '../../core/diagram/page.ts';
import type { DecisionSnapshot, SketchDocument } from '../../core/document/document.ts';
import { documentOf } from '../../core/document/document.ts';
import { draftArchitecture } from '../../core/drafting/draft.ts';
import type { Direction, LayoutEngine, LayoutFailure } from '../../core/layout/layout.ts';
import { placedDraft } from './tidyPage.ts';

/** Id of the page of a draft. */
export const draftPage = 'page-1';

const fresh = new WeakMap<Decision, Page>();

/** The page that the decision would be drafted as today, without places. */
export function freshPage(catalog: Catalog, decision: Decision): Page {
  const page = fresh.get(decision) ?? pageOfDraft(draftPage, draftArchitecture(catalog, decision));
  fresh.set(decision, page);
  return page;
}

/** What the document remembers of the decision. */
export const snapshotOf = ({ catalogAsOf, pipeline, recommendations }: Decision): DecisionSnapshot => ({
  catalogAsOf,
  chosen: pipeline.length > 0 ? pipeline : recommendations.slice(0, 1).map(({ id }) => id),
});

/** The document of a decision's draft, laid out. */
export async function draftDocument(
  engine: LayoutEngine,
  catalog: Catalog,
  decision: Decision,
  direction: Direction,
): Promise<Result<SketchDocument, LayoutFailure>> {
  const page = await placedDraft(engine, freshPage(catalog, decision), catalog, direction);
  if (!page.ok) return page;
  return success(
    documentOf('sketch', page.value.title, [page.value], { need: decision.need, decision: snapshotOf(decision) }),
  );
}
