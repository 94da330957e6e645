/** A page as a picture: what is drawn, how large, and where. Everything is made once for each page object. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { diagramOf, type Page } from '../../core/diagram/page.ts';
import type { Direction, Layout } from '../../core/layout/layout.ts';
import { keptWays, leadEdges, type PlacedBoxes, placedBoxes, straightWays } from '../../core/layout/placedLayout.ts';
import { type DraftPlan, draftOrigin, planDraft } from '../../core/scene/draftPlan.ts';
import { draftScene, drawnEdges } from '../../core/scene/draftScene.ts';
import type { Scene, SceneEdge, ThemeName } from '../../core/scene/scene.ts';

export interface PagePicture {
  readonly plan: DraftPlan;
  readonly layout: Layout;
  readonly scene: Scene;
  /** Too many edges have no way yet to find them between two frames: a worker is to be asked (`rememberWays`). */
  readonly unled: boolean;
}

/** So many edges are led at once on the window's thread; of more, a worker finds the ways. */
const mostLedAtOnce = 60;

const plans = new WeakMap<Page, DraftPlan>();
const layouts = new WeakMap<DraftPlan, Pick<PagePicture, 'layout' | 'unled'>>();
/**
 * By id of a page: where its edges led last. An edge whose ends stand where they stood keeps its way, so that a draft keeps
 * those of the engine that laid it out, and an edit changes no other edges than its own.
 */
const lastWays = new Map<string, Layout>();

/** The plan of a page; `direction` counts only where something has no place yet. */
export function planOfPage(page: Page, catalog: Catalog, direction: Direction = 'right'): DraftPlan {
  const known = plans.get(page);
  if (known && known.graph.direction === direction) return known;
  const plan = planDraft(diagramOf(page), catalog, direction);
  plans.set(page, plan);
  return plan;
}

/** Remembers a layout of the page of this id, for the ways of its edges. */
export const rememberWays = (page: string, layout: Layout): void => void lastWays.set(page, layout);

/** The picture of a page in which everything has its place. */
export function picturePage(page: Page, catalog: Catalog, theme: ThemeName): PagePicture {
  const plan = planOfPage(page, catalog);
  const known = layouts.get(plan);
  const laid = known && !known.unled ? known : layOut(page.id, plan);
  layouts.set(plan, laid);
  return { plan, ...laid, scene: draftScene(plan, laid.layout, { theme }) };
}

function layOut(page: string, plan: DraftPlan): Pick<PagePicture, 'layout' | 'unled'> {
  const { edges } = plan.graph;
  const boxes = placedBoxes(plan.graph);
  const kept = keptWays(edges, boxes, lastWays.get(page));
  const anew = edges.filter(({ id }) => !Object.hasOwn(kept, id));
  const unled = anew.length > mostLedAtOnce;
  const ways = { ...kept, ...(unled ? straightWays(anew, boxes) : leadEdges(anew, boxes, kept)) };
  const layout = { ...boxes, edges: ways, ...extentOf(boxes) };
  if (!unled) lastWays.set(page, layout);
  return { layout, unled };
}

const extentOf = ({ nodes, groups }: PlacedBoxes): { readonly width: number; readonly height: number } => {
  let [width, height] = [0, 0];
  for (const box of [...Object.values(nodes), ...Object.values(groups)]) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
  }
  return { width, height };
};

/** Boxes of everything on the page as drawn, px of the page. */
export function boxesOf({ nodes, groups }: Scene): Readonly<Record<string, Rectangle>> {
  return Object.fromEntries([...groups, ...nodes].map(({ id, x, y, width, height }) => [id, { x, y, width, height }]));
}

/** Leads the edges of what moves, frame after frame of one drag; it is handed corners on the page. */
export function edgesOfDrag({
  plan,
  layout,
}: PagePicture): (positions: Readonly<Record<string, Point>>) => readonly SceneEdge[] {
  let stay: { readonly moving: string; readonly ways: Layout['edges'] } | undefined;
  return (positions) => {
    const ids = Object.keys(positions);
    const moving = new Set(ids);
    const touched = plan.graph.edges.filter(({ from, to }) => moving.has(from) || moving.has(to));
    const key = ids.join(' ');
    if (stay?.moving !== key) {
      const led = new Set(touched.map(({ id }) => id));
      stay = {
        moving: key,
        ways: Object.fromEntries(Object.entries(layout.edges).filter(([id]) => !led.has(id))),
      };
    }
    const boxes = placedBoxes(plan.graph, toLayout(positions));
    return drawnEdges(plan, { ...layout, ...boxes, edges: leadEdges(touched, boxes, stay.ways) });
  };
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
