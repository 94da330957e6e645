/** A draft laid out for the canvas that shows it. */
import { hullOf, type Size } from '../../core/base/geometry.ts';
import { failure, type Result, success } from '../../core/base/result.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { diagramOf, type Page } from '../../core/diagram/page.ts';
import type { Direction, LayoutEngine, LayoutFailure } from '../../core/layout/layout.ts';
import { placedBoxes } from '../../core/layout/placedLayout.ts';
import { planDraft } from '../../core/scene/draftPlan.ts';
import { placedDraft, type Shape } from './tidyPage.ts';

/** A thing that was laid out, and which way the data flows in it. */
export interface Flowing<Thing> {
  readonly thing: Thing;
  readonly direction: Direction;
}

/** Seen at this zoom or more, a draft is read as it is. */
const legible = 0.85;

/** One way to lay a draft out; it must be seen so much larger than the best before it to take its place. */
type Attempt = Shape & { readonly worth: number };

/** As diagrams are usually read, first; what runs down altogether, last. */
const attempts: readonly Attempt[] = [
  { direction: 'right', worth: 1 },
  { direction: 'right', folds: 'inner', worth: 1.15 },
  { direction: 'right', folds: 'outer', worth: 1.15 },
  { direction: 'down', worth: 1.5 },
];

/**
 * Lays a page out in the direction wanted, or, where only the canvas is known, in the first shape that can be read there as a whole; where
 * none can, in the one that is seen largest.
 */
export async function fittingDraft(
  engine: LayoutEngine,
  page: Page,
  catalog: Catalog,
  wanted: Direction | Size,
): Promise<Result<Flowing<Page>, LayoutFailure>> {
  if (typeof wanted === 'string') {
    const placed = await placedDraft(engine, page, catalog, { direction: wanted });
    return placed.ok ? success({ thing: placed.value, direction: wanted }) : placed;
  }
  let best: (Flowing<Page> & { readonly zoom: number }) | undefined;
  for (const { worth, ...shape } of attempts) {
    const placed = await placedDraft(engine, page, catalog, shape);
    if (!placed.ok) {
      if (best === undefined) return placed;
      continue;
    }
    const zoom = zoomToFit(placed.value, catalog, wanted);
    if (best === undefined || zoom > best.zoom * worth)
      best = { thing: placed.value, direction: shape.direction, zoom };
    if (best.zoom >= legible) break;
  }
  return best ? success(best) : failure({ kind: 'engine', message: 'No shape was tried.' });
}

/** At which zoom all of the page is seen, at most 1. */
function zoomToFit(page: Page, catalog: Catalog, canvas: Size): number {
  const { nodes, groups } = placedBoxes(planDraft(diagramOf(page), catalog).graph);
  const all = hullOf([...Object.values(nodes), ...Object.values(groups)]);
  return all === undefined ? 1 : Math.min(1, canvas.width / all.width, canvas.height / all.height);
}
