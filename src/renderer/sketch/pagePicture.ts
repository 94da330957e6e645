/** A page as a picture: what is drawn, how large, and where. Everything is made once for each page object. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { finish, type Steps } from '../../core/base/steps.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { diagramOf, emptyPage, type Page } from '../../core/diagram/page.ts';
import type { SketchDocument } from '../../core/document/document.ts';
import type { History } from '../../core/document/history.ts';
import { type BoxIndex, createBoxIndex } from '../../core/layout/boxIndex.ts';
import type { Direction, Layout, LayoutEdge, LayoutNode } from '../../core/layout/layout.ts';
import {
  fittingWays,
  keepingWays,
  layoutOf,
  leadEdges,
  placedBoxes,
  placedLayout,
  straightWays,
} from '../../core/layout/placedLayout.ts';
import { readyTraffic, routeEdges } from '../../core/layout/routeEdges.ts';
import { type DraftPlan, draftOrigin, planDraft, planningDraft } from '../../core/scene/draftPlan.ts';
import { draftScene, drawingDraft, drawnEdges } from '../../core/scene/draftScene.ts';
import type { Scene, SceneEdge, ThemeName } from '../../core/scene/scene.ts';
import { inHundredths, withWays } from './edgeWays.ts';
import { createWayMemory } from './wayMemory.ts';

/** A page as it is drawn. */
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
 * By id of a page of the document that is shown: where its edges led last. An edge whose ends stand where they stood keeps its way, so
 * that an edit changes no other edges than its own. At first there is what the records say.
 */
const lastWays = new Map<string, Layout>();
const memory = createWayMemory();

/** The plan of a page; `direction` counts only where something has no place yet. */
export const planOfPage = (page: Page, catalog: Catalog, direction: Direction = 'right'): DraftPlan =>
  finish(planning(page, catalog, direction));

function* planning(page: Page, catalog: Catalog, direction: Direction = 'right'): Steps<DraftPlan> {
  const known = plans.get(page);
  if (known && known.graph.direction === direction) return known;
  const plan = yield* planningDraft(diagramOf(page), catalog, direction);
  plans.set(page, plan);
  return plan;
}

/** Remembers a layout of the page of this id, for the ways of its edges. */
export const rememberWays = (page: string, layout: Layout): void =>
  void lastWays.set(page, { ...layout, edges: inHundredths(layout.edges) });

/** Another document is shown from now on: where the lines of the last one led means nothing for it. */
export function forgetWays(): void {
  lastWays.clear();
  memory.forget();
}

/** A page as it is shown: every line says where it leads. */
export function pageAsShown(page: Page): Page {
  const last = lastWays.get(page.id);
  return last ? { ...page, edges: withWays(page.edges, last.edges) } : page;
}

/** The document as it is shown, for a file. */
export const asShown = (document: SketchDocument): SketchDocument => ({
  ...document,
  pages: Object.fromEntries(Object.entries(document.pages).map(([id, page]) => [id, pageAsShown(page)])),
});

/**
 * The picture of a page in which everything has its place. `history`: the one whose present the page is; what it undoes and does again
 * then looks as it did before, line for line.
 */
export const picturePage = (
  page: Page,
  catalog: Catalog,
  theme: ThemeName,
  history?: Pick<History, 'past'>,
): PagePicture => finish(picturing(page, catalog, theme, history));

/** The same in steps; two pictures are not to be made at once. */
export function* picturing(
  page: Page,
  catalog: Catalog,
  theme: ThemeName,
  history?: Pick<History, 'past'>,
): Steps<PagePicture> {
  const plan = yield* planning(page, catalog);
  yield;
  const known = layouts.get(plan);
  const isKnown = known !== undefined && !known.unled;
  const laid = isKnown ? known : yield* layOut(page.id, plan, history && memory.recall(page.id, history.past));
  layouts.set(plan, laid);
  yield;
  if (history && !laid.unled) memory.keep(page.id, history.past, laid.layout.edges);
  yield;
  return { plan, ...laid, scene: yield* drawingDraft(plan, laid.layout, { theme }) };
}

/** The picture of a page on which nothing is drawn yet. */
export function emptyPicture({ id, title }: Page, catalog: Catalog, theme: ThemeName): PagePicture {
  const plan = planDraft(diagramOf(emptyPage(id, title)), catalog);
  const layout = placedLayout(plan.graph);
  return { plan, layout, scene: draftScene(plan, layout, { theme }), unled: false };
}

/** `recalled`: ways that are known to be right. */
function* layOut(
  page: string,
  plan: DraftPlan,
  recalled?: Layout['edges'],
): Steps<Pick<PagePicture, 'layout' | 'unled'>> {
  const { edges } = plan.graph;
  const boxes = placedBoxes(plan.graph);
  yield;
  const last = lastWays.get(page);
  const stayed = recalled ? waysOf(edges, recalled) : yield* keepingWays(edges, boxes, last);
  yield;
  const others = edges.filter(({ id }) => !Object.hasOwn(stayed, id));
  // What is moved back to where it stood, by an undo, finds the way that it had.
  const kept = { ...fittingWays(others, boxes, { unblocked: last !== undefined }), ...stayed };
  const anew = edges.filter(({ id }) => !Object.hasOwn(kept, id));
  yield;
  const unled = anew.length > mostLedAtOnce;
  if (unled) return { layout: layoutOf(boxes, { ...kept, ...straightWays(anew, boxes) }), unled };
  if (anew.length > 0) {
    readyTraffic(kept);
    yield;
  }
  const led = placedLayout(plan.graph, boxes, kept);
  yield;
  const layout = { ...led, edges: inHundredths(led.edges) };
  lastWays.set(page, layout);
  return { layout, unled };
}

const waysOf = (edges: readonly LayoutEdge[], ways: Layout['edges']): Layout['edges'] =>
  Object.fromEntries(
    edges.flatMap(({ id }) => {
      const way = Object.hasOwn(ways, id) ? ways[id] : undefined;
      return way ? [[id, way] as const] : [];
    }),
  );

/** Boxes of everything on the page as drawn, px of the page. */
export function boxesOf({ nodes, groups }: Scene): Readonly<Record<string, Rectangle>> {
  return Object.fromEntries([...groups, ...nodes].map(({ id, x, y, width, height }) => [id, { x, y, width, height }]));
}

/** What a drag leaves as it is, made with its first frame. */
interface Standing {
  readonly moving: string;
  readonly touched: readonly LayoutEdge[];
  readonly drawn: DraftPlan['edges'];
  readonly ways: Layout['edges'];
  /** The moving nodes, as large as they are. */
  readonly moved: readonly LayoutNode[];
  /** What the edges end at that stands. */
  readonly ends: Layout['nodes'];
  readonly index: BoxIndex<Rectangle>;
  /** Whether nodes are all that the edges end at: what moves changes the boundaries around it. */
  readonly isBetweenNodes: boolean;
}

function standingIn({ plan, layout }: PagePicture, ids: readonly string[], moving: string): Standing {
  const going = new Set(ids);
  const touched = plan.graph.edges.filter(({ from, to }) => going.has(from) || going.has(to));
  const led = new Set(touched.map(({ id }) => id));
  const ends = touched.flatMap(({ from, to }) => [from, to]).filter((id) => !going.has(id));
  const endBoxes = ends.flatMap((id) => (layout.nodes[id] ? [[id, layout.nodes[id]] as const] : []));
  const apart = new Set([...ids, ...ends]);
  return {
    moving,
    touched,
    drawn: plan.edges.filter(({ edge }) => led.has(edge.id)),
    ways: Object.fromEntries(Object.entries(layout.edges).filter(([id]) => !led.has(id))),
    moved: plan.graph.nodes.filter(({ id }) => going.has(id)),
    ends: Object.fromEntries(endBoxes),
    index: createBoxIndex(Object.entries(layout.nodes).flatMap(([id, box]) => (apart.has(id) ? [] : [box]))),
    isBetweenNodes: touched.every(({ from, to }) => layout.nodes[from] !== undefined && layout.nodes[to] !== undefined),
  };
}

/** Leads the edges of what moves, frame after frame of one drag; it is handed corners on the page. */
export function edgesOfDrag(
  picture: PagePicture,
): (positions: Readonly<Record<string, Point>>) => readonly SceneEdge[] {
  const { plan, layout } = picture;
  let standing: Standing | undefined;
  return (positions) => {
    const ids = Object.keys(positions);
    const key = ids.join(' ');
    if (standing?.moving !== key) standing = standingIn(picture, ids, key);
    const { touched, drawn, ways, moved, ends, index, isBetweenNodes } = standing;
    const corners = toLayout(positions);
    if (isBetweenNodes) {
      const { nodes } = placedBoxes({ ...plan.graph, nodes: moved, groups: [] }, corners);
      return drawnEdges({ edges: drawn }, { edges: routeEdges(touched, { ...ends, ...nodes }, ways, index) });
    }
    const boxes = placedBoxes(plan.graph, corners);
    return drawnEdges({ edges: drawn }, { ...layout, ...boxes, edges: leadEdges(touched, boxes, ways) });
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
