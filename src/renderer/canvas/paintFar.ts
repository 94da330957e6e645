/**
 * The far view of a scene: where the scene's own texts would be too small to be read. Shapes keep their places, lines are at
 * least a pixel wide, and what can be read at this zoom is written in a size of its own (farLabels.ts).
 */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { eachInSteps, type Steps } from '../../core/base/steps.ts';
import { arrow } from '../../core/render/route.ts';
import { groupLook, lineLook, nodeLook } from '../../core/scene/looks.ts';
import { leftOfText } from '../../core/scene/placeText.ts';
import type { SceneBadge, SceneEdge, SceneGroup, SceneNode } from '../../core/scene/scene.ts';
import { radius } from '../../core/scene/spacing.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { addRoute, type Context, drawBox, fontOf, setDashes } from './brush.ts';
import type { FarWords } from './farLabels.ts';
import { type FarLabel, showsSign } from './farPage.ts';
import { addHeads, cornerRadius, drawIcon, type Paint } from './paintNear.ts';
import { toCanvas, type View } from './view.ts';

/** Routes in one path: a longer one takes more time than two of half its length. */
const routesAtOnce = 16;

/**
 * The line of edges so far away that their heads are left out, px of the canvas. Up to one pixel, and rounded it may be more, a slanted
 * line is painted in a fraction of the time of a wider one.
 */
const hairline = 0.99;

/** What is drawn between two steps: parts that are boxes, and those with letters or pictures. */
const boxesAtOnce = 200;
const wordsAtOnce = 40;

/** From this zoom on the dashes of lines can be told from dots. */
const dashedFrom = 0.25;

/** A group as its ground and sign; its lines are never thinner than a px of the canvas. */
export function drawFarGroup(paint: Paint, group: SceneGroup, view: View): void {
  const { context, theme } = paint;
  const { zoom } = view;
  if (group.band === undefined) {
    const { fill, stroke, dashes } = groupLook(group, theme);
    const strokeWidth = Math.max(1, 1 / zoom);
    const shown = zoom > dashedFrom ? dashes : undefined;
    drawBox(context, group, { fill, stroke, strokeWidth, dashes: shown, radius: radius.group });
    if (group.icon && showsSign(group, view)) drawIcon(paint, { icon: group.icon, iconBox: group.iconBox }, 1);
    return;
  }
  const at = group.band % theme.bands.length;
  drawBox(context, group, { fill: theme.bands[at], radius: radius.band });
  const width = Math.max(4, 3 / zoom);
  const bar = { x: group.x, y: group.y + radius.band, width, height: group.height - 2 * radius.band };
  drawBox(context, bar, { fill: theme.bandMarks[at], radius: width / 2 });
}

const squares = new WeakMap<readonly Point[], boolean>();

/** Whether a route runs along the axes alone; looked at once for each. */
function isSquare(points: readonly Point[]): boolean {
  const known = squares.get(points);
  if (known !== undefined) return known;
  const found = points.every(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined || before.x === x || before.y === y;
  });
  squares.set(points, found);
  return found;
}

/**
 * A square route without rounded corners as one box for each stretch: it looks as its line would and takes a fraction of the time,
 * which decides where thousands are seen at once. Its end is cut short by `cut`.
 */
function fillRoute(context: Context, points: readonly Point[], cut: number): void {
  const width = context.lineWidth;
  const half = width / 2;
  const last = points.length - 1;
  for (let index = 1; index <= last; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) continue;
    const short = index === last ? Math.min(cut, Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) : 0;
    const end = { x: to.x - Math.sign(to.x - from.x) * short, y: to.y - Math.sign(to.y - from.y) * short };
    // Both stretches at a corner reach to its outer edge; the ends of the route are blunt.
    const [before, after] = [index > 1 ? half : 0, index < last ? half : 0];
    if (from.y === to.y) {
      const [left, right] = from.x < end.x ? [from.x - before, end.x + after] : [end.x - after, from.x + before];
      context.fillRect(left, from.y - half, right - left, width);
    } else {
      const [top, bottom] = from.y < end.y ? [from.y - before, end.y + after] : [end.y - after, from.y + before];
      context.fillRect(from.x - half, top, width, bottom - top);
    }
  }
}

/** Edges of one look are drawn together. */
export function* drawingFarEdges({ context, theme }: Paint, edges: readonly SceneEdge[], zoom: number): Steps<void> {
  const byLook = new Map<string, SceneEdge[]>();
  for (const edge of edges) {
    const key = `${edge.style} ${edge.state} ${edge.tone ?? ''}`;
    const known = byLook.get(key);
    if (known) known.push(edge);
    else byLook.set(key, [edge]);
  }
  const corner = zoom > 0.3 ? cornerRadius : 0;
  const headScale = Math.max(1, 6 / (arrow.length * zoom));
  const withHeads = zoom > 0.12;
  for (const same of byLook.values()) {
    const [first] = same;
    if (first === undefined) continue;
    const look = lineLook(first.style, first.state, theme, first.tone);
    context.strokeStyle = look.stroke;
    context.fillStyle = look.stroke;
    const least = withHeads && look.strokeWidth > 1.5 ? 1.5 : hairline;
    context.lineWidth = Math.max(look.strokeWidth, least / zoom);
    setDashes(context, zoom > dashedFrom ? look.dashes : undefined);
    const cut = withHeads ? arrow.length * headScale - 1 : 0;
    const isPlain = corner === 0 && context.globalAlpha === 1 && context.getLineDash().length === 0;
    for (let from = 0; from < same.length; from += routesAtOnce) {
      const part = same.slice(from, from + routesAtOnce);
      context.beginPath();
      for (const { points } of part) {
        if (isPlain && isSquare(points)) fillRoute(context, points, cut);
        else addRoute(context, points, corner, cut);
      }
      context.stroke();
      if (withHeads) {
        context.beginPath();
        for (const edge of part) addHeads(context, edge, headScale);
        context.fill();
      }
      if (from % (8 * routesAtOnce) === 0) yield;
    }
  }
}

/** Bars in the place of words: they say that there is something to read, nearer. */
function* drawingBars(
  { context, theme }: Paint,
  nodes: readonly SceneNode[],
  words: FarWords,
  zoom: number,
): Steps<void> {
  const height = Math.max(3, 1.5 / zoom);
  const accents: Rectangle[] = [];
  context.fillStyle = theme.line;
  yield* eachInSteps(nodes, boxesAtOnce, (node) => {
    const bars = words.named.has(node.id) ? [] : node.texts;
    for (const text of bars) context.fillRect(leftOfText(text), text.y - 4 - height / 2, text.width, height);
    for (const row of node.rows) {
      if (row.state === 'recommended' || row.state === 'suitable') accents.push(row);
      else context.fillRect(row.text.x, row.text.y - 4 - height / 2, row.text.width, height);
    }
  });
  context.fillStyle = theme.accent;
  for (const row of accents) {
    context.beginPath();
    context.roundRect(row.x + 4, row.y + 4, row.width - 8, Math.max(4, row.height - 8), 4);
    context.fill();
  }
}

/** Nodes as boxes without words, those of one look in one path: thousands of them fit into a frame. */
export function* drawingFarNodes(
  paint: Paint,
  nodes: readonly SceneNode[],
  words: FarWords,
  zoom: number,
): Steps<void> {
  const { context, theme } = paint;
  const byLook = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    if (node.framed === false) continue;
    const key = `${node.state} ${node.role ?? ''} ${node.tone ?? ''}`;
    const known = byLook.get(key);
    if (known) known.push(node);
    else byLook.set(key, [node]);
  }
  const rounded = radius.card * zoom >= 1.2;
  for (const same of byLook.values()) {
    const [first] = same;
    if (first === undefined) continue;
    const look = nodeLook(first, theme);
    const line = Math.max(1, Math.min(2, look.strokeWidth)) / zoom;
    context.fillStyle = look.fill;
    context.strokeStyle = look.stroke;
    context.lineWidth = line;
    setDashes(context, undefined);
    yield* eachInSteps(same, boxesAtOnce, ({ x, y, width, height }) => {
      if (rounded) {
        context.beginPath();
        context.roundRect(x + line / 2, y + line / 2, width - line, height - line, radius.card);
        context.fill();
        context.stroke();
      } else {
        // A box in a box: what a line around it would look like, and less to paint.
        context.fillStyle = look.stroke;
        context.fillRect(x, y, width, height);
        context.fillStyle = look.fill;
        context.fillRect(x + line, y + line, width - 2 * line, height - 2 * line);
      }
    });
  }
  if (zoom > 0.16) yield* drawingBars(paint, nodes, words, zoom);
  yield* eachInSteps(nodes, boxesAtOnce, (node) => {
    const size = node.iconBox.width * zoom;
    if (size < 5 || words.iconless.has(node.id)) return;
    const lower = words.lowered.get(node.id) ?? 0;
    const shown = lower === 0 ? node : { ...node, iconBox: { ...node.iconBox, y: node.iconBox.y + lower / zoom } };
    drawIcon(paint, shown, nodeLook(node, theme).iconOpacity);
  });
}

/** The places of nodes among those that are recommended, as large as can be read. Drawn in px of the canvas. */
export function drawRanks({ context, theme }: Paint, nodes: readonly SceneNode[], view: View, words: FarWords): void {
  for (const node of nodes) {
    const rank = node.badges.find(({ kind }) => kind === 'rank');
    if (rank === undefined) continue;
    const outstanding = words.named.get(node.id);
    const corner = toCanvas(view, { x: node.x + node.width - 3, y: node.y + 3 });
    const { x, y } = outstanding ? { x: outstanding.x + outstanding.width - 1, y: outstanding.y + 3 } : corner;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.fillStyle = theme.accent;
    context.strokeStyle = theme.canvas;
    context.lineWidth = 2;
    setDashes(context, undefined);
    context.stroke();
    context.fill();
    context.font = fontOf(12, 600);
    context.textAlign = 'center';
    context.fillStyle = theme.onAccent;
    context.fillText(rank.text.text, x, y + 4);
  }
}

/** Radius of the mark of an entry on its way out, and of one that steps back, px of the canvas. */
const markRadius = 6;
const dimmedMarkRadius = 3;
/** On lower nodes, px of the canvas, a mark is a dot: a sign would hide them. */
const leastMarked = 10;
/** How strong a mark is drawn that steps back. */
const dimmedMark = 0.55;

const markColour = (kind: SceneBadge['kind'], theme: Theme): string => {
  if (kind === 'retired') return theme.danger;
  return kind === 'legacy' ? theme.neutralInk : theme.warning;
};

/**
 * What is closed, ending or gone bears a mark at its top left corner, where the badge's word would be too small: an exclamation
 * mark in the badge's colour. A capability bears a dot at the end of its line. Drawn in px of the canvas.
 */
export function* drawingLifecycleMarks(
  { context, theme }: Paint,
  nodes: readonly SceneNode[],
  view: View,
  words: FarWords,
): Steps<void> {
  const disc = (x: number, y: number, size: number, fill: string, edge: number) => {
    context.beginPath();
    context.arc(x, y, size, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.strokeStyle = theme.canvas;
    context.lineWidth = edge;
    setDashes(context, undefined);
    context.stroke();
    context.fill();
  };
  yield* eachInSteps(nodes, boxesAtOnce, (node) => {
    for (const row of node.rows) {
      if (row.badge === undefined) continue;
      const { x, y } = toCanvas(view, { x: row.x + row.width, y: row.y + row.height / 2 });
      context.globalAlpha = node.state === 'not-relevant' ? dimmedMark : 1;
      disc(x - 4, y, Math.min(2.5, (row.height * view.zoom) / 2), markColour(row.badge.kind, theme), 0);
      context.globalAlpha = 1;
    }
    const badge = node.badges.find(({ kind }) => kind !== 'rank');
    if (badge === undefined) return;
    const { x, y } = words.named.get(node.id) ?? toCanvas(view, node);
    if (node.state === 'not-relevant') {
      context.globalAlpha = dimmedMark;
      disc(x, y, dimmedMarkRadius, markColour(badge.kind, theme), 1);
      context.globalAlpha = 1;
      return;
    }
    if (node.height * view.zoom < leastMarked) {
      context.fillStyle = markColour(badge.kind, theme);
      context.fillRect(x, y, dimmedMarkRadius, dimmedMarkRadius);
      return;
    }
    // Half beside the card, so that it covers no letter of the name.
    disc(x - 2, y, markRadius, markColour(badge.kind, theme), 2);
    context.font = fontOf(12, 700);
    context.textAlign = 'center';
    context.fillStyle = theme.canvas;
    context.fillText('!', x - 2, y + 4.2);
  });
}

/** Words, each over what was drawn before; `alphaOf` says how far those of a node step back. Drawn in px of the canvas. */
export const drawingLabels = (
  paint: Paint,
  labels: readonly FarLabel[],
  alphaOf: (node: string | undefined) => number,
): Steps<void> =>
  eachInSteps(labels, wordsAtOnce, (label) => {
    paint.context.globalAlpha = alphaOf(label.node);
    drawLabel(paint, label);
  });

/** Drawn in px of the canvas. */
export function drawLabel({ context, theme }: Paint, label: FarLabel): void {
  const { ground, lines, at, size, weight, lineHeight, colour, halo, upright, struck } = label;
  if (ground) drawBox(context, ground.box, { fill: ground.fill, stroke: ground.stroke, strokeWidth: 1.5, radius: 5 });
  context.font = fontOf(size, weight);
  context.textAlign = label.align;
  context.fillStyle = colour;
  if (upright) {
    context.save();
    context.translate(at.x, at.y);
    context.rotate(-Math.PI / 2);
    for (const [index, line] of lines.entries()) context.fillText(line, 0, index * lineHeight);
    context.restore();
    return;
  }
  for (const [index, line] of lines.entries()) {
    const y = at.y + index * lineHeight;
    if (halo !== undefined) {
      context.strokeStyle = halo;
      context.lineWidth = 4;
      context.lineJoin = 'round';
      setDashes(context, undefined);
      context.strokeText(line, at.x, y);
      context.lineJoin = 'miter';
    }
    context.fillText(line, at.x, y, label.most);
    if (!struck) continue;
    const { width } = context.measureText(line);
    const left = label.align === 'center' ? at.x - width / 2 : at.x;
    context.fillStyle = theme.danger;
    context.fillRect(left, y - size * 0.34, width, 1);
    context.fillStyle = colour;
  }
}
