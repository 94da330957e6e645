/** The document that a template gives: today's picture of it, laid out, with its need and its decision. */
import { failure, type Result, success } from '../../../core/base/result.ts';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { documentOf, type SketchDocument } from '../../../core/document/document.ts';
import type { Direction, LayoutEngine } from '../../../core/layout/layout.ts';
import type { Template } from '../../../core/templates/template.ts';
import { fillTemplate } from '../../../core/templates/templatePage.ts';
import { draftPage, snapshotOf } from '../draftDocument.ts';
import { placedDraft } from '../tidyPage.ts';

/** Lays the template out. The error is a sentence for the user. */
export async function templateDocument(
  engine: LayoutEngine,
  catalog: Catalog,
  template: Template,
  direction: Direction,
): Promise<Result<SketchDocument, string>> {
  const filled = fillTemplate(catalog, template, draftPage);
  if (!filled.ok) return failure(filled.error.message);
  const { page, decision } = filled.value;
  const placed = await placedDraft(engine, page, catalog, direction);
  if (!placed.ok) return failure(placed.error.message);
  return success(
    documentOf('sketch', template.title, [placed.value], {
      need: decision.need,
      decision: snapshotOf(decision),
      template: template.id,
    }),
  );
}
