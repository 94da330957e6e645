/** Where a layout would put what is on a page. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { type Result, success } from '../../core/base/result.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { NodeKind } from '../../core/diagram/diagram.ts';
import { diagramOf, type Page } from '../../core/diagram/page.ts';
import { besideGroups } from '../../core/layout/besideGroups.ts';
import { type Folds, foldedLayout, foldsOf, mostFolded } from '../../core/layout/foldedLayout.ts';
import type {
  Direction,
  Layout,
  LayoutEngine,
  LayoutFailure,
  LayoutGraph,
  Relayout,
  RelayoutScope,
} from '../../core/layout/layout.ts';
import { type PlacedBoxes, placedBoxes } from '../../core/layout/placedLayout.ts';
import { shiftedLayout } from '../../core/layout/shiftedLayout.ts';
import { planDraft, planningDraft } from '../../core/scene/draftPlan.ts';
import { inSlices } from '../app/inSlices.ts';
import { nextTask } from '../app/nextTask.ts';
import { betweenNodes } from './betweenNodes.ts';
import { withWays } from './edgeWays.ts';
import { rememberWays, toPage } from './pagePicture.ts';

/** Corners of nodes, and whole boxes of groups, on the page, px, by id: for a `place` command. */
export type Places = Readonly<Record<string, Point | Rectangle>>;

/** The places of a layout; of groups only those that a hand has given a box, all others are drawn around their content. */
function placesIn(page: Page, { nodes, groups }: Layout): Places {
  const own = Object.entries(groups).filter(([id]) => page.groups[id]?.size !== undefined);
  const boxes = own.map(([id, box]) => [id, { ...box, ...toPage({ [id]: box })[id] }] as const);
  return { ...toPage(nodes), ...Object.fromEntries(boxes) };
}

/** The value in the middle; of an even number the lower one of the two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

/** How far a layout is to be moved so that as much as can be stands where it stood on the page, px. */
function homeward(page: Page, { nodes }: Layout): Point {
  const ways = Object.entries(toPage(nodes)).flatMap(([id, { x, y }]) => {
    const before = page.nodes[id]?.position;
    return before ? [{ x: before.x - x, y: before.y - y }] : [];
  });
  return { x: Math.round(median(ways.map(({ x }) => x))), y: Math.round(median(ways.map(({ y }) => y))) };
}

/** Which way a draft flows, and whether its boundaries are folded. */
export interface Shape {
  readonly direction: Direction;
  readonly folds?: Folds | undefined;
}

/** The graph of a page to be laid out: where boundaries are folded, their titles have room beside what runs down. */
async function graphIn({ direction, folds }: Shape, page: Page, catalog: Catalog): Promise<LayoutGraph> {
  const { graph } = await inSlices(planningDraft(diagramOf(page), catalog, folds ? 'down' : direction));
  return betweenNodes({ ...graph, direction });
}

const folding = (engine: LayoutEngine, { folds }: Shape): LayoutEngine =>
  folds ? foldedLayout(engine, folds) : engine;

/** A page of a draft laid out as a whole, by the engine alone, about where it stood on the page `stood`. */
async function placesOfDraft(
  engine: LayoutEngine,
  page: Page,
  catalog: Catalog,
  shape: Shape,
  stood: Page = page,
): Promise<Result<Places, LayoutFailure>> {
  const found = await engine(await graphIn(shape, page, catalog));
  if (!found.ok) return found;
  await nextTask();
  const layout = shiftedLayout(found.value, homeward(stood, found.value));
  await nextTask();
  rememberWays(page.id, layout);
  await nextTask();
  return { ok: true, value: placesIn(page, layout) };
}

/**
 * Places for a page some of whose things have none, or that is to be tidied: `scope` says what is laid out anew, all else stays
 * where it is or gives way only as far as it must. What is pinned or locked stays. `stood`: the page before, on which all stays where it
 * stood, and whose boundaries had room that what is new can have.
 */
export async function placesAnew(
  relayout: Relayout,
  page: Page,
  catalog: Catalog,
  direction: Direction,
  scope: RelayoutScope,
  stood: Page = page,
): Promise<Result<Places, LayoutFailure>> {
  const { graph } = planDraft(diagramOf(page), catalog, direction);
  const { nodes, groups } = boxesOn(graph);
  const room = stood === page ? {} : boxesOn(planDraft(diagramOf(stood), catalog).graph).groups;
  // A boundary of which nothing is left stands nowhere: its old box would push away what stands in it now.
  const roomy = Object.fromEntries(Object.entries(groups).map(([id, box]) => [id, room[id] ?? box]));
  const before: Layout = { nodes, groups: roomy, edges: {}, width: 0, height: 0 };
  const stays = (id: string): boolean =>
    page.nodes[id]?.pinned === true ||
    page.nodes[id]?.locked === true ||
    (stood !== page && stood.nodes[id]?.position !== undefined);
  const free = graph.nodes.map(({ position, ...node }) => (stays(node.id) ? { ...node, pinned: true } : node));
  let asked = betweenNodes({ ...graph, nodes: free });
  let layout = await relayout(asked, before, scope);
  // How wide a title has to be is known once it is known which lines pass it: what was placed may then need another place.
  for (let round = 0; stood !== page && layout.ok && round < 2; round += 1) {
    const { nodes: boxes } = layout.value;
    const placed = asked.nodes.map(({ id }) => [id, toPage(boxes)[id]] as const);
    const at = new Map(placed);
    const there = Object.entries(page.nodes).map(([id, node]) => [
      id,
      { ...node, position: node.position ?? at.get(id) },
    ]);
    const drawn = planDraft(diagramOf({ ...page, nodes: Object.fromEntries(there) }), catalog, direction).graph.groups;
    const wider = asked.groups.map((group) => {
      const width = drawn.find(({ id }) => id === group.id)?.minimum.width ?? 0;
      return width > group.minimum.width ? { ...group, minimum: { ...group.minimum, width } } : group;
    });
    if (wider.every((group, index) => group === asked.groups[index])) break;
    asked = { ...asked, groups: wider };
    layout = await relayout(asked, before, scope);
  }
  if (layout.ok) rememberWays(page.id, layout.value);
  return layout.ok ? { ok: true, value: placesIn(page, layout.value) } : layout;
}

/** The boxes of what has a place, and of the groups around it; none of groups that hold nothing yet and have no place of their own. */
function boxesOn(graph: LayoutGraph): PlacedBoxes {
  const standing = graph.nodes.filter(({ position }) => position !== undefined);
  const { nodes, groups } = placedBoxes({ ...graph, nodes: standing });
  const parents = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  const held = new Set<string>();
  const hold = (group: string | undefined): void => {
    for (let at = group; at !== undefined && !held.has(at); at = parents.get(at)) held.add(at);
  };
  for (const { group } of standing) hold(group);
  for (const { id, box } of graph.groups) if (box) hold(id);
  return { nodes, groups: Object.fromEntries(Object.entries(groups).filter(([id]) => held.has(id))) };
}

interface Engines {
  readonly layout: LayoutEngine;
  readonly relayout: Relayout;
  readonly catalog: Catalog;
}

/**
 * Places for a page that is tidied up, as a whole or in part. Where nothing is held in place the whole is laid out as a draft is, folded
 * as it stands; notes and words that no line leads to stay where they were put.
 */
export async function tidied(
  { layout, relayout, catalog }: Engines,
  page: Page,
  direction: Direction,
  scope: 'whole' | readonly string[],
): Promise<Result<Places, LayoutFailure>> {
  const held = Object.values(page.nodes).some(({ pinned, locked }) => pinned || locked);
  if (held || scope !== 'whole') return placesAnew(relayout, page, catalog, direction, scope);
  const joined = new Set(Object.values(page.edges).flatMap(({ from, to }) => [from, to]));
  const free = Object.entries(page.nodes).filter(([id, { kind }]) => joined.has(id) || !remarks.has(kind));
  const nodes = Object.fromEntries(free.map(([id, { position: _, ...node }]) => [id, node]));
  const isSmall = Object.keys(page.nodes).length <= mostFolded;
  const folds = isSmall ? foldsOf(planDraft(diagramOf(page), catalog, direction).graph) : undefined;
  const shape: Shape = { direction, folds };
  return placesOfDraft(besideGroups(folding(layout, shape), relayout), { ...page, nodes }, catalog, shape, page);
}

const remarks: ReadonlySet<NodeKind> = new Set<NodeKind>(['note', 'text', 'image']);

/** A page of a draft laid out for the first time, by the engine alone: everything has its place, every line says where it leads. */
export async function placedDraft(
  engine: LayoutEngine,
  page: Page,
  catalog: Catalog,
  shape: Shape,
): Promise<Result<Page, LayoutFailure>> {
  const layout = await folding(engine, shape)(await graphIn(shape, page, catalog));
  if (!layout.ok) return layout;
  const places = placesIn(page, layout.value);
  const nodes = Object.fromEntries(
    Object.entries(page.nodes).map(([id, node]) => [id, { ...node, ...(places[id] && { position: places[id] }) }]),
  );
  return success({ ...page, nodes, edges: withWays(page.edges, layout.value.edges) });
}
