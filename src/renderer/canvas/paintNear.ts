/** Groups, edges and nodes as core/render draws them: for where they are near enough to be read. */
import type { Rectangle } from '../../core/base/geometry.ts';
import { withoutTips } from '../../core/render/route.ts';
import { badgeFill, boxLook, groupLook, lineLook, nodeLook } from '../../core/scene/looks.ts';
import type { SceneBadge, SceneEdge, SceneGroup, SceneNode, SceneRow } from '../../core/scene/scene.ts';
import { radius } from '../../core/scene/spacing.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { addHead, addRoute, type Context, drawBox, drawTexts, setDashes, strikeTexts } from './brush.ts';
import type { IconBitmaps } from './iconBitmaps.ts';

/** Radius of an edge's corners, px. */
export const cornerRadius = 6;

/** What to paint with. */
export interface Paint {
  readonly context: Context;
  readonly theme: Theme;
  readonly icons: IconBitmaps;
  /** Pixels of the screen to one of the scene. */
  readonly pixels: number;
}

function drawGroupGround({ context, theme }: Paint, group: SceneGroup): void {
  if (group.band === undefined) {
    drawBox(context, group, { ...groupLook(group, theme), radius: radius.group });
    return;
  }
  const at = group.band % theme.bands.length;
  drawBox(context, group, { fill: theme.bands[at], radius: radius.band });
  const { x, y, height } = group;
  const bar = { x, y: y + radius.band, width: 4, height: height - 2 * radius.band };
  drawBox(context, bar, { fill: theme.bandMarks[at], radius: 2 });
}

/** A group with its sign and title. */
export function drawGroup(paint: Paint, group: SceneGroup): void {
  drawGroupGround(paint, group);
  if (!group.titleGround) drawTitle(paint, group);
}

function drawTitle(paint: Paint, { icon, iconBox, texts }: SceneGroup): void {
  if (icon && iconBox) drawIcon(paint, { icon, iconBox }, 1);
  drawTexts(paint.context, texts, paint.theme);
}

/** The title of a group that lines come through, over them. */
export function drawTitleOver(paint: Paint, group: SceneGroup): void {
  if (!group.titleGround) return;
  drawBox(paint.context, group.titleGround, { fill: groupLook(group, paint.theme).fill, radius: radius.small });
  drawTitle(paint, group);
}

/** A line with its arrowheads; one that is touched stands out. */
export function drawEdge({ context, theme }: Paint, edge: SceneEdge, touched = false): void {
  const look = lineLook(edge.style, edge.state, theme, edge.tone);
  const colour = touched ? theme.accent : look.stroke;
  context.strokeStyle = colour;
  context.lineWidth = touched ? 2 : look.strokeWidth;
  setDashes(context, look.dashes);
  context.beginPath();
  addRoute(context, withoutTips(edge.points, edge.heads), cornerRadius, 0);
  context.stroke();
  context.fillStyle = colour;
  context.beginPath();
  addHeads(context, edge);
  context.fill();
}

/** The arrowheads of an edge, where it has any. */
export function addHeads(context: Context, { points, heads }: SceneEdge, scale = 1): void {
  if (heads === 'none') return;
  addHead(context, points, scale);
  if (heads === 'both') addHead(context, points.toReversed(), scale);
}

/** The words of an edge over a ground that hides the line below them. */
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

/** The icon in its box, as soon as it is loaded. */
export function drawIcon(
  { context, icons, pixels }: Paint,
  node: Pick<SceneNode, 'icon' | 'iconBox' | 'image'>,
  opacity: number,
): void {
  const { x, y, width, height } = node.iconBox;
  if (node.image !== undefined) drawPicture(context, icons.picture(node.image), node.iconBox);
  if (node.icon === '') return;
  const bitmap = icons.get(node.icon, Math.max(width, height) * pixels);
  if (bitmap === undefined) return;
  const before = context.globalAlpha;
  if (opacity !== 1) context.globalAlpha = before * opacity;
  context.drawImage(bitmap, x, y, width, height);
  if (opacity !== 1) context.globalAlpha = before;
}

/** A picture of the user's own, whole and in its own proportions, in the middle of its box. */
function drawPicture(context: Context, picture: HTMLImageElement | undefined, box: Rectangle): void {
  if (!picture) return;
  const scale = Math.min(box.width / picture.naturalWidth, box.height / picture.naturalHeight);
  const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
  context.drawImage(picture, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
}

/** A node with all its words, rows and badges. */
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
