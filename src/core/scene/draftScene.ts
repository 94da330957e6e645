/** A draft architecture as a picture. */
import type { Point, Rectangle } from '../base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../base/steps.ts';
import type { GroupKind } from '../diagram/diagram.ts';
import type { Layout } from '../layout/layout.ts';
import { breakLines } from '../text/breakLines.ts';
import { boundaries, boundarySign, signRoom } from './boundaries.ts';
import { type DraftPlan, draftOrigin, type PlannedDraftEdge, recordsAtOnce } from './draftPlan.ts';
import { keptNode } from './drawnNode.ts';
import { draftLegend } from './legend.ts';
import { placeLine, placeLines } from './placeText.ts';
import type { Scene, SceneEdge, SceneGroup, SceneNode, SceneText, ThemeName } from './scene.ts';
import { spacing } from './spacing.ts';
import { findingAcrossBand, groundOfTitle, titleLeft } from './titlePlace.ts';
import { typeScale } from './typography.ts';

/** A picture is never narrower, so that its title has room, px. */
const leastWidth = 560;
const legendRoom = 56;
const mostTitleLines = 3;

/** Draws the plan at the places of the layout. */
export const draftScene = (plan: DraftPlan, layout: Layout, look: { readonly theme: ThemeName }): Scene =>
  finish(drawingDraft(plan, layout, look));

/** The same in steps. */
export function* drawingDraft(plan: DraftPlan, layout: Layout, { theme }: { readonly theme: ThemeName }): Steps<Scene> {
  const nodes: SceneNode[] = [];
  yield* eachInSteps(plan.nodes, recordsAtOnce, (planned) => {
    const box = layout.nodes[planned.node.id];
    if (box) nodes.push(keptNode(planned, moved(box)));
  });
  const edges: SceneEdge[] = [];
  yield* eachInSteps(plan.edges, recordsAtOnce, (planned) => {
    const drawn = edgeOf(planned, layout);
    if (drawn) edges.push(drawn);
  });
  yield;
  const groups = yield* draftGroups(plan, layout, edges);
  yield;
  const drawn = frameAround(groups, nodes, edges);
  const title = breakLines(plan.title, typeScale.heading, drawn.width - 2 * spacing.margin, mostTitleLines);
  const frame = withRoomAbove(drawn, (title.length - 1) * typeScale.heading.lineHeight);
  const styles = (['flow', 'support', 'relation'] as const).filter((style) =>
    edges.some((edge) => edge.style === style),
  );
  const left = frame.x + spacing.margin;
  return {
    theme,
    title: plan.title,
    ...(frame.x === 0 && frame.y === 0 ? {} : { origin: { x: frame.x, y: frame.y } }),
    width: frame.width,
    height: frame.height,
    texts: titleTexts(
      title.map(({ text }) => text),
      plan.asOf,
      frame,
    ),
    groups,
    edges,
    nodes,
    legend: draftLegend({ x: left, y: frame.y + frame.height - spacing.margin - spacing.large + spacing.tiny }, styles),
  };
}

const moved = (box: Rectangle): Rectangle => ({ ...box, x: box.x + draftOrigin.x, y: box.y + draftOrigin.y });
const movedPoint = ({ x, y }: Point): Point => ({ x: x + draftOrigin.x, y: y + draftOrigin.y });

/** The picture's edges: around everything drawn, with a margin, a line of title above and the legend below. */
function frameAround(
  groups: readonly SceneGroup[],
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
): Rectangle {
  const start: Point = draftOrigin;
  let [first, last] = [start.x, start.x];
  let [highest, lowest] = [start.y, start.y];
  const hold = (x: number, y: number): void => {
    first = Math.min(first, x);
    last = Math.max(last, x);
    highest = Math.min(highest, y);
    lowest = Math.max(lowest, y);
  };
  const holdBox = ({ x, y, width, height }: Rectangle): void => {
    hold(x, y);
    hold(x + width, y + height);
  };
  for (const box of groups) holdBox(box);
  for (const box of nodes) holdBox(box);
  for (const { points, label } of edges) {
    for (const { x, y } of points) hold(x, y);
    if (label) holdBox(label.box);
  }
  const left = first - draftOrigin.x;
  const top = highest - draftOrigin.y;
  const right = last + spacing.margin;
  const bottom = lowest + spacing.large + legendRoom;
  const width = Math.ceil(Math.max(leastWidth, right - left));
  // What is narrower than the title's room stands in the middle of it.
  const spare = Math.floor((width - (right - left)) / 2);
  return { x: left - spare, y: top, width, height: Math.ceil(bottom - top) };
}

/** The frame, taller at the top, px: what is drawn stays where the layout and the user's hand put it. */
const withRoomAbove = (frame: Rectangle, room: number): Rectangle =>
  room <= 0 ? frame : { ...frame, y: frame.y - room, height: frame.height + room };

function titleTexts(title: readonly string[], asOf: string, frame: Rectangle): readonly SceneText[] {
  const left = frame.x + spacing.margin;
  const top = frame.y + spacing.margin - spacing.small;
  const { lineHeight } = typeScale.heading;
  return [
    ...title.map((line, row) => ({
      ...placeLine(line, 'heading', { x: left, top: top + row * lineHeight }),
      part: 'title' as const,
    })),
    {
      ...placeLine(`Draft architecture · Catalogue as of ${asOf}`, 'detail', {
        x: left,
        top: top + Math.max(1, title.length) * lineHeight + 2,
        tone: 'muted',
      }),
      part: 'subtitle',
    },
  ];
}

function* draftGroups(plan: DraftPlan, layout: Layout, edges: readonly SceneEdge[]): Steps<readonly SceneGroup[]> {
  const crossing = yield* findingAcrossBand(edges.map(({ points }) => points));
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const depth = (id: string, seen = 0): number => {
    const parent = parents.get(id);
    return parent === undefined || seen > parents.size ? 0 : depth(parent, seen + 1) + 1;
  };
  const drawn = plan.groups.flatMap(({ id, kind, label, tone }): SceneGroup[] => {
    const place = layout.groups[id];
    if (place === undefined) return [];
    const box = moved(place);
    const room = signRoom(kind);
    const [title] = breakLines(label, typeScale.group, box.width - 2 * spacing.large - room, 1);
    const band = {
      x: box.x + spacing.large,
      y: box.y + spacing.medium,
      width: box.width - 2 * spacing.large,
      height: typeScale.group.lineHeight,
    };
    const lines = crossing(band);
    const width = room + (title?.width ?? 0);
    const left = titleLeft(band, width, lines);
    const titleGround = groundOfTitle({ ...band, x: left, width }, lines);
    const at = { x: left + room, top: band.y };
    return [
      {
        ...box,
        id,
        depth: depth(id),
        outlined: true,
        ...(tone === undefined ? {} : { tone }),
        ...signOf(kind, { x: left, y: band.y + band.height / 2 }),
        ...(titleGround && { titleGround }),
        texts: title === undefined ? [] : [placeLine(title.text, 'group', at)],
      },
    ];
  });
  // Outer groups first: an inner one is drawn on top of the one that holds it.
  return drawn.sort((left, right) => left.depth - right.depth);
}

/** The sign and the border of a boundary of this kind; the sign's left end in the middle of its height is at `at`. */
function signOf(kind: GroupKind, at: Point): Pick<SceneGroup, 'icon' | 'iconBox' | 'border'> {
  const { icon, border } = boundaries[kind];
  const { side } = boundarySign;
  return {
    ...(border && { border }),
    ...(icon && { icon, iconBox: { x: at.x, y: at.y - side / 2, width: side, height: side } }),
  };
}

/** The plan's edges at the ways of the layout; those that have none are left out. */
export const drawnEdges = (plan: Pick<DraftPlan, 'edges'>, layout: Pick<Layout, 'edges'>): readonly SceneEdge[] =>
  plan.edges.flatMap((planned) => edgeOf(planned, layout) ?? []);

function edgeOf(planned: PlannedDraftEdge, { edges }: Pick<Layout, 'edges'>): SceneEdge | undefined {
  const route = edges[planned.edge.id];
  return route === undefined || route.points.length < 2 ? undefined : keptEdge(planned, route);
}

type Route = Layout['edges'][string];
const drawnRoutes = new WeakMap<Route, { readonly planned: PlannedDraftEdge; readonly drawn: SceneEdge }>();

/** What was drawn of a record before, while it leads where it led. */
function keptEdge(planned: PlannedDraftEdge, route: Route): SceneEdge {
  const known = drawnRoutes.get(route);
  if (known?.planned === planned) return known.drawn;
  const drawn = drawnEdge(planned, route);
  drawnRoutes.set(route, { planned, drawn });
  return drawn;
}

function drawnEdge({ edge, label }: PlannedDraftEdge, route: Route): SceneEdge {
  const { id, from, to, style, tone = 'plain', direction } = edge;
  const drawn: SceneEdge = {
    id,
    from,
    to,
    style,
    state: 'plain',
    points: route.points.map(movedPoint),
    tone,
    ...(direction === undefined ? {} : { heads: direction }),
  };
  if (label === undefined || route.label === undefined) return drawn;
  const box = moved(route.label);
  const at = { x: box.x + box.width / 2, top: box.y + spacing.hair };
  const texts = placeLines(label, 'label', { ...at, anchor: 'middle', tone: 'muted' });
  return { ...drawn, label: { box, texts } };
}
