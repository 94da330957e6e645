/** A page as a picture: what is drawn, how large, and where. Everything is made once for each page object. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { diagramOf, type Page } from '../../core/diagram/page.ts';
import type { Direction, Layout } from '../../core/layout/layout.ts';
import { leadEdges, placedBoxes, placedLayout } from '../../core/layout/placedLayout.ts';
import { type DraftPlan, draftOrigin, planDraft } from '../../core/scene/draftPlan.ts';
import { draftScene, drawnEdges } from '../../core/scene/draftScene.ts';
import type { Scene, SceneEdge, ThemeName } from '../../core/scene/scene.ts';

export interface PagePicture {
  readonly plan: DraftPlan;
  readonly layout: Layout;
  readonly scene: Scene;
}

const plans = new WeakMap<Page, DraftPlan>();
const layouts = new WeakMap<DraftPlan, Layout>();

/** The plan of a page; `direction` counts only where something has no place yet. */
export function planOfPage(page: Page, catalog: Catalog, direction: Direction = 'right'): DraftPlan {
  const known = plans.get(page);
  if (known && known.graph.direction === direction) return known;
  const plan = planDraft(diagramOf(page), catalog, direction);
  plans.set(page, plan);
  return plan;
}

/** The picture of a page in which everything has its place. */
export function picturePage(page: Page, catalog: Catalog, theme: ThemeName): PagePicture {
  const plan = planOfPage(page, catalog);
  const layout = layouts.get(plan) ?? placedLayout(plan.graph);
  layouts.set(plan, layout);
  return { plan, layout, scene: draftScene(plan, layout, { theme }) };
}

/** Boxes of everything on the page as drawn, px of the page. */
export function boxesOf({ nodes, groups }: Scene): Readonly<Record<string, Rectangle>> {
  return Object.fromEntries([...groups, ...nodes].map(({ id, x, y, width, height }) => [id, { x, y, width, height }]));
}

/** The edges of what moves, led anew while it does; `positions` are corners on the page. */
export function edgesWhileMoving(
  { plan, layout }: PagePicture,
  positions: Readonly<Record<string, Point>>,
): readonly SceneEdge[] {
  const moving = new Set(Object.keys(positions));
  const touched = plan.graph.edges.filter(({ from, to }) => moving.has(from) || moving.has(to));
  const boxes = placedBoxes(plan.graph, toLayout(positions));
  const stay = Object.fromEntries(
    Object.entries(layout.edges).filter(([id]) => !touched.some((edge) => edge.id === id)),
  );
  return drawnEdges(plan, { ...layout, ...boxes, edges: leadEdges(touched, boxes, stay) });
}

const toLayout = (positions: Readonly<Record<string, Point>>): Record<string, Point> =>
  Object.fromEntries(
    Object.entries(positions).map(([id, { x, y }]) => [id, { x: x - draftOrigin.x, y: y - draftOrigin.y }]),
  );

/** Corners of a layout as corners on the page. */
export const toPage = (boxes: Readonly<Record<string, Point>>): Record<string, Point> =>
  Object.fromEntries(
    Object.entries(boxes).map(([id, { x, y }]) => [id, { x: x + draftOrigin.x, y: y + draftOrigin.y }]),
  );
