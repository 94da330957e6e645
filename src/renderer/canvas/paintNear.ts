/** Groups, edges and nodes as core/render draws them: for where they are near enough to be read. */
import { arrow } from '../../core/render/route.ts';
import { badgeFill, boxLook, lineLook, nodeLook } from '../../core/scene/looks.ts';
import type { SceneBadge, SceneEdge, SceneGroup, SceneNode, SceneRow } from '../../core/scene/scene.ts';
import { radius } from '../../core/scene/spacing.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { addHead, addRoute, type Context, drawBox, drawTexts, setDashes, strikeTexts } from './brush.ts';
import type { IconBitmaps } from './iconBitmaps.ts';

/** Radius of an edge's corners, px. */
export const cornerRadius = 6;

export interface Paint {
  readonly context: Context;
  readonly theme: Theme;
  readonly icons: IconBitmaps;
  /** Pixels of the screen to one of the scene. */
  readonly pixels: number;
}

export function drawGroupGround({ context, theme }: Paint, group: SceneGroup): void {
  if (group.band === undefined) {
    const outlined = group.outlined ?? false;
    drawBox(context, group, {
      fill: outlined ? theme.canvas : theme.group,
      stroke: outlined ? theme.lineStrong : theme.line,
      dashes: outlined && group.depth > 0 ? '3 3' : undefined,
      radius: radius.group,
    });
    return;
  }
  const at = group.band % theme.bands.length;
  drawBox(context, group, { fill: theme.bands[at], radius: radius.band });
  const { x, y, height } = group;
  const bar = { x, y: y + radius.band, width: 4, height: height - 2 * radius.band };
  drawBox(context, bar, { fill: theme.bandMarks[at], radius: 2 });
}

export function drawGroup(paint: Paint, group: SceneGroup): void {
  drawGroupGround(paint, group);
  drawTexts(paint.context, group.texts, paint.theme);
}

export function drawEdge({ context, theme }: Paint, edge: SceneEdge, touched = false): void {
  const look = lineLook(edge.style, edge.state, theme);
  const colour = touched ? theme.accent : look.stroke;
  context.strokeStyle = colour;
  context.lineWidth = touched ? 2 : look.strokeWidth;
  setDashes(context, look.dashes);
  context.beginPath();
  addRoute(context, edge.points, cornerRadius, arrow.length - 1);
  context.stroke();
  context.fillStyle = colour;
  context.beginPath();
  addHead(context, edge.points);
  context.fill();
}

export function drawEdgeLabel({ context, theme }: Paint, { label }: SceneEdge): void {
  if (label === undefined) return;
  drawBox(context, label.box, { fill: theme.canvas, radius: radius.small });
  drawTexts(context, label.texts, theme);
}

function drawBadge({ context, theme }: Paint, badge: SceneBadge): void {
  const look =
    badge.kind === 'rank'
      ? { fill: theme.accent, stroke: theme.canvas, strokeWidth: 2 }
      : { fill: badgeFill(badge.kind, theme) };
  drawBox(context, badge, { ...look, radius: badge.height / 2 });
  drawTexts(context, [badge.text], theme);
}

function drawRow(paint: Paint, row: SceneRow): void {
  const { context, theme } = paint;
  const recommended = row.state === 'recommended';
  if (recommended || row.state === 'suitable' || row.state === 'supporting') {
    const { fill, stroke, dashes } = boxLook(row.state, theme);
    const box = { x: row.x + 0.5, y: row.y + 0.5, width: row.width - 1, height: row.height - 1 };
    drawBox(context, box, { fill: recommended ? theme.accent : fill, stroke, dashes, radius: radius.small });
  }
  drawTexts(context, [row.text], theme, recommended ? theme.onAccent : undefined);
  if (row.state === 'ruled-out') strikeTexts(context, [row.text], theme);
  if (row.badge) drawBadge(paint, row.badge);
}

export function drawIcon({ context, icons, pixels }: Paint, node: SceneNode, opacity: number): void {
  const { x, y, width, height } = node.iconBox;
  const bitmap = icons.get(node.icon, Math.max(width, height) * pixels);
  if (bitmap === undefined) return;
  const before = context.globalAlpha;
  if (opacity !== 1) context.globalAlpha = before * opacity;
  context.drawImage(bitmap, x, y, width, height);
  if (opacity !== 1) context.globalAlpha = before;
}

export function drawNode(paint: Paint, node: SceneNode): void {
  const { context, theme } = paint;
  const look = nodeLook(node, theme);
  if (node.framed !== false) drawBox(context, node, { ...look, radius: radius.card });
  drawIcon(paint, node, look.iconOpacity);
  drawTexts(context, node.texts, theme);
  if (node.state === 'ruled-out') strikeTexts(context, node.texts, theme);
  const [firstRow] = node.rows;
  if (firstRow) {
    const before = context.globalAlpha;
    context.globalAlpha = before * 0.4;
    context.strokeStyle = look.stroke;
    context.lineWidth = 1;
    setDashes(context, undefined);
    context.beginPath();
    context.moveTo(node.x + 10, firstRow.y - 4);
    context.lineTo(node.x + node.width - 10, firstRow.y - 4);
    context.stroke();
    context.globalAlpha = before;
  }
  for (const row of node.rows) drawRow(paint, row);
  for (const badge of node.badges) drawBadge(paint, badge);
}
