/** A draft laid out for the canvas that shows it. */
import { hullOf, type Size } from '../../core/base/geometry.ts';
import { type Result, success } from '../../core/base/result.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { diagramOf, type Page } from '../../core/diagram/page.ts';
import type { Direction, LayoutEngine, LayoutFailure } from '../../core/layout/layout.ts';
import { placedBoxes } from '../../core/layout/placedLayout.ts';
import { planDraft } from '../../core/scene/draftPlan.ts';
import { placedDraft } from './tidyPage.ts';

/** A thing that was laid out, and which way the data flows in it. */
export interface Flowing<Thing> {
  readonly thing: Thing;
  readonly direction: Direction;
}

/** Seen at this zoom or more, a draft is read as it is. */
const legible = 0.85;
/** Down must be seen so much larger than across, which is how diagrams are usually read. */
const worthTurning = 1.5;

/** Lays a page out in the direction wanted, or, where only the canvas is known, down where it would be too small across. */
export async function fittingDraft(
  engine: LayoutEngine,
  page: Page,
  catalog: Catalog,
  wanted: Direction | Size,
): Promise<Result<Flowing<Page>, LayoutFailure>> {
  const first = typeof wanted === 'string' ? wanted : 'right';
  const placed = await placedDraft(engine, page, catalog, first);
  if (!placed.ok) return placed;
  const made = { thing: placed.value, direction: first };
  const zoom = typeof wanted === 'string' ? legible : zoomToFit(made.thing, catalog, wanted);
  if (typeof wanted === 'string' || zoom >= legible) return success(made);
  const down = await placedDraft(engine, page, catalog, 'down');
  const turns = down.ok && zoomToFit(down.value, catalog, wanted) > zoom * worthTurning;
  return success(turns ? { thing: down.value, direction: 'down' } : made);
}

/** At which zoom all of the page is seen, at most 1. */
function zoomToFit(page: Page, catalog: Catalog, canvas: Size): number {
  const { nodes, groups } = placedBoxes(planDraft(diagramOf(page), catalog).graph);
  const all = hullOf([...Object.values(nodes), ...Object.values(groups)]);
  return all === undefined ? 1 : Math.min(1, canvas.width / all.width, canvas.height / all.height);
}
