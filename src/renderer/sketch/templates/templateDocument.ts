/** The document that a template gives: today's picture of it, laid out, with its need and its decision. */
import type { Size } from '../../../core/base/geometry.ts';
import { failure, type Result, success } from '../../../core/base/result.ts';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { documentOf, type SketchDocument } from '../../../core/document/document.ts';
import type { Direction, LayoutEngine } from '../../../core/layout/layout.ts';
import type { Template } from '../../../core/templates/template.ts';
import { fillTemplate } from '../../../core/templates/templatePage.ts';
import { draftPage, snapshotOf } from '../draftDocument.ts';
import { type Flowing, fittingDraft } from '../fittingDraft.ts';

/** Lays the template out in the direction wanted or for the canvas. The error is a sentence for the user. */
export async function templateDocument(
  engine: LayoutEngine,
  catalog: Catalog,
  template: Template,
  wanted: Direction | Size,
): Promise<Result<Flowing<SketchDocument>, string>> {
  const filled = fillTemplate(catalog, template, draftPage);
  if (!filled.ok) return failure(filled.error.message);
  const { page, decision } = filled.value;
  const placed = await fittingDraft(engine, page, catalog, wanted);
  if (!placed.ok) return failure(placed.error.message);
  const { thing, direction } = placed.value;
  const made = { need: decision.need, decision: snapshotOf(decision), template: template.id };
  return success({ thing: documentOf('sketch', template.title, [thing], made), direction });
}
