/** The document that a decision gives: one page, the draft of its architecture, everything placed. */
import type { Size } from '../../core/base/geometry.ts';
import { type Result, success } from '../../core/base/result.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { Page } from '../../core/diagram/page.ts';
import { pageOfDraft } from '../../core/diagram/page.ts';
import type { DecisionSnapshot, SketchDocument } from '../../core/document/document.ts';
import { documentOf } from '../../core/document/document.ts';
import { draftArchitecture } from '../../core/drafting/draft.ts';
import type { Direction, LayoutEngine, LayoutFailure } from '../../core/layout/layout.ts';
import { type Flowing, fittingDraft } from './fittingDraft.ts';

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

/** The document of a decision's draft, laid out in the direction wanted or for the canvas. */
export async function draftDocument(
  engine: LayoutEngine,
  catalog: Catalog,
  decision: Decision,
  wanted: Direction | Size,
): Promise<Result<Flowing<SketchDocument>, LayoutFailure>> {
  const placed = await fittingDraft(engine, freshPage(catalog, decision), catalog, wanted);
  if (!placed.ok) return placed;
  const { thing: page, direction } = placed.value;
  const made = { need: decision.need, decision: snapshotOf(decision) };
  return success({ thing: documentOf('sketch', page.title, [page], made), direction });
}
