/** Paints the part of a scene that is seen onto one 2D canvas: near, as core/render draws it; far, as can be read there. */
import type { Rectangle, Size } from '../../core/base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../../core/base/steps.ts';
import type { SceneEdge, SceneGroup, SceneNode } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { shownColours } from '../themes/forcedColours.ts';
import { type Context, setDashes } from './brush.ts';
import { drawGrid } from './dotGrid.ts';
import { type FarWords, farWords, findingFarWords } from './farLabels.ts';
import type { IconBitmaps } from './iconBitmaps.ts';
import {
  drawFarGroup,
  drawingFarEdges,
  drawingFarNodes,
  drawingLabels,
  drawingLifecycleMarks,
  drawLabel,
  drawRanks,
} from './paintFar.ts';
import { type Marks, paintingMarks, paintMarks } from './paintMarks.ts';
import { drawEdge, drawEdgeLabel, drawGroup, drawNode, drawTitleOver, type Paint } from './paintNear.ts';
import type { Picture } from './picture.ts';
import { type Names, namesOf } from './shortNames.ts';
import { stackedIn } from './stacked.ts';
import { seenPart, type View } from './view.ts';

/** From this zoom on the scene's own texts can be read: the smallest is 12 px. */
export const readableFrom = 0.7;

/** Which part of a scene is painted, how large, and what is left out of it. */
export interface PaintOptions {
  readonly view: View;
  /** px of the page; the context may have more. */
  readonly size: Size;
  /** Pixels of the screen to one px. */
  readonly density: number;
  readonly icons: IconBitmaps;
  /** What is left out: it moves, and is drawn over the picture. Edges at it are left out too. */
  readonly without: ReadonlySet<string>;
  /** What stands out, and how far the others step back for it, 0 to 1. */
  readonly near: { readonly ids: ReadonlySet<string>; readonly centre: string; readonly amount: number } | undefined;
  /** What there is to say of single nodes. */
  readonly marks?: Marks | undefined;
  /** A grid of dots lies behind it. */
  readonly dots?: boolean;
  /** The part of the canvas to paint, px; absent: all of it. */
  readonly part?: Rectangle | undefined;
}

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<Picture, Names>();

/** The names that a far view shows of a picture's nodes. */
export function namesIn(picture: Picture): Names {
  const made = known.get(picture) ?? namesOf(picture.scene.nodes);
  known.set(picture, made);
  return made;
}

/** Lit edges lie above the others. */
const isLow = ({ state }: SceneEdge): boolean => state === 'not-relevant' || state === 'ruled-out';

/** A node with marks has no other one for its lifecycle: they say that too. */
const unmarked = (nodes: readonly SceneNode[], marks: Marks | undefined): readonly SceneNode[] =>
  marks === undefined || marks.size === 0 ? nodes : nodes.filter(({ id }) => !marks.has(id));

const quietNode = 0.7;
const quietEdge = 0.85;

function prepare(context: Context, { view, density }: PaintOptions): void {
  const scale = density * view.zoom;
  context.setTransform(scale, 0, 0, scale, view.x * density, view.y * density);
  context.textBaseline = 'alphabetic';
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  context.globalAlpha = 1;
  setDashes(context, undefined);
}

/** Parts drawn near between two steps. */
const nearAtOnce = 20;

/** Paints over whatever was on the context, and tells how many nodes and edges it drew. */
export const paintScene = (context: Context, picture: Picture, options: PaintOptions): number =>
  finish(paintingScene(context, picture, options));

/** `paintScene` in steps: nothing else may draw on the context before the last of them. */
export function* paintingScene(context: Context, picture: Picture, options: PaintOptions): Steps<number> {
  const { part, density } = options;
  if (part === undefined) return yield* paintingPart(context, picture, options);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  const [x, y] = [Math.floor(part.x * density), Math.floor(part.y * density)];
  context.rect(x, y, Math.ceil(part.width * density) + 1, Math.ceil(part.height * density) + 1);
  context.clip();
  const count = yield* paintingPart(context, picture, options);
  context.restore();
  return count;
}

/** How far a thing may reach over its rectangle, px of the canvas: shadows, ranks, names that stand out. */
const reach = 24;

function* paintingPart(context: Context, picture: Picture, options: PaintOptions): Steps<number> {
  const { view, size, density, icons, without, near, part, marks } = options;
  const theme = shownColours(picture.scene.theme);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = theme.canvas;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  if (options.dots) drawGrid(context, theme, view, density);
  prepare(context, options);

  const seen = part
    ? seenPart({ ...view, x: view.x - part.x, y: view.y - part.y }, part, reach)
    : seenPart(view, size, reach);
  const paint: Paint = { context, theme, icons, pixels: density * view.zoom };
  const groups = picture.groupsIn(seen).filter(({ id }) => !without.has(id));
  const nodes = picture.nodesIn(seen).filter(({ id }) => !without.has(id));
  const edges = picture
    .edgesIn(seen)
    .filter(({ quiet, from, to, id }) => !quiet && !without.has(from) && !without.has(to) && !without.has(id));
  const far = view.zoom < readableFrom;

  yield* eachInSteps(groups, nearAtOnce, (group) => {
    if (far) drawFarGroup(paint, group, view);
    else drawGroup(paint, group);
  });

  const inOrder = [...edges.filter(isLow), ...edges.filter((edge) => !isLow(edge))];
  // The edges at what stands out are drawn over the picture: all here step back.
  if (near) context.globalAlpha = 1 - quietEdge * near.amount;
  if (far) yield* drawingFarEdges(paint, inOrder, view.zoom);
  else {
    yield* eachInSteps(inOrder, nearAtOnce, (edge) => drawEdge(paint, edge));
    for (const group of groups) drawTitleOver(paint, group);
    for (const edge of inOrder) drawEdgeLabel(paint, edge);
  }
  context.globalAlpha = 1;

  const alphaOf = (id: string | undefined): number =>
    near && id !== undefined && !near.ids.has(id) ? 1 - quietNode * near.amount : 1;
  if (!far) {
    yield* eachInSteps(nodes, nearAtOnce, (node) => {
      context.globalAlpha = alphaOf(node.id);
      drawNode(paint, node);
    });
    context.globalAlpha = 1;
    if (marks) yield* paintingMarks(context, theme, nodes, marks, options);
    return nodes.length + edges.length;
  }

  const words = yield* findingFarWords(context, theme, view, {
    nodes,
    groups,
    edges: inOrder,
    whole: picture.scene,
    names: namesIn(picture),
  });
  const [back, front] = near
    ? [nodes.filter(({ id }) => !near.ids.has(id)), nodes.filter(({ id }) => near.ids.has(id))]
    : [[], nodes];
  if (back.length > 0) {
    context.globalAlpha = alphaOf(back[0]?.id);
    yield* drawingFarNodes(paint, back, words, view.zoom);
    context.globalAlpha = 1;
  }
  yield* drawingFarNodes(paint, front, words, view.zoom);
  const stacked = near ? none : stackedIn(picture);
  for (const node of nodes) if (stacked.has(node.id)) drawStacked(paint, node, words, options);
  context.setTransform(density, 0, 0, density, 0, 0);
  const free = words.labels.filter(({ node }) => node === undefined || !stacked.has(node));
  yield* drawingLabels(paint, free, alphaOf);
  context.globalAlpha = 1;
  yield* drawingLifecycleMarks(paint, unmarked(nodes, marks), view, words);
  drawRanks(paint, nodes, view, words);
  if (marks) yield* paintingMarks(context, theme, nodes, marks, options);
  return nodes.length + edges.length;
}

/** A node with its icon and name over those that were drawn before: names that are drawn last would show through it. */
function drawStacked(paint: Paint, node: SceneNode, words: FarWords, options: PaintOptions): void {
  const { context } = paint;
  prepare(context, options);
  finish(drawingFarNodes(paint, [node], words, options.view.zoom));
  context.setTransform(options.density, 0, 0, options.density, 0, 0);
  for (const label of words.labels) if (label.node === node.id) drawLabel(paint, label);
}

/** What is drawn over a picture. */
interface Over {
  readonly groups?: readonly SceneGroup[];
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Edges stand out. */
  readonly touched: boolean;
}

/** Draws some groups, nodes and edges over a picture, at the same view: what moves, or stands out. */
export function paintOver(
  context: Context,
  theme: Theme,
  { groups = [], nodes, edges, touched }: Over,
  options: Pick<PaintOptions, 'view' | 'density' | 'icons' | 'marks'>,
  whole: Picture,
): void {
  const { view, density, icons, marks } = options;
  const paint: Paint = { context, theme, icons, pixels: density * view.zoom };
  const scale = density * view.zoom;
  prepare(context, { ...options, size: { width: 0, height: 0 }, without: none, near: undefined });
  const far = view.zoom < readableFrom;
  for (const group of groups) {
    if (far) drawFarGroup(paint, group, view);
    else drawGroup(paint, group);
  }
  if (far && !touched) finish(drawingFarEdges(paint, edges, view.zoom));
  else for (const edge of edges) drawEdge(paint, edge, touched);
  if (!far) {
    for (const group of groups) drawTitleOver(paint, group);
    for (const edge of edges) drawEdgeLabel(paint, edge);
    for (const node of nodes) drawNode(paint, node);
    if (marks) paintMarks(context, theme, nodes, marks, options);
    return;
  }
  const words = farWords(context, theme, view, {
    nodes,
    groups,
    edges,
    whole: whole.scene,
    names: namesIn(whole),
  });
  finish(drawingFarNodes(paint, nodes, words, view.zoom));
  context.setTransform(density, 0, 0, density, 0, 0);
  for (const label of words.labels) drawLabel(paint, label);
  finish(drawingLifecycleMarks(paint, unmarked(nodes, marks), view, words));
  drawRanks(paint, nodes, view, words);
  if (marks) paintMarks(context, theme, nodes, marks, options);
  context.setTransform(scale, 0, 0, scale, view.x * density, view.y * density);
}
