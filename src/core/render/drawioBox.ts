/** Parts and boundaries as cells of draw.io that can be moved and resized there. */
import type { Rectangle } from '../base/geometry.ts';
import { boundarySign } from '../scene/boundaries.ts';
import { groupLook, nodeLook, textColour } from '../scene/looks.ts';
import { draftNode, type PlannedDraftNode, pictureHeight, remark } from '../scene/plannedNode.ts';
import type { SceneGroup, SceneNode } from '../scene/scene.ts';
import { radius } from '../scene/spacing.ts';
import type { Theme } from '../scene/theme.ts';
import { typeScale } from '../scene/typography.ts';
import { base64Of } from './base64.ts';
import { at, type Brush, cellId, dashes, font, html, parentOf, type Style, written } from './drawioCell.ts';
import { element } from './element.ts';
import { findIcon } from './neutralIcons.ts';
import { formatNumber } from './xml.ts';

/** What draw.io adds to an image's distance from the border of its box, px. */
const imageInset = 5;

const wrapped = { ...font, whiteSpace: 'wrap' } as const;

interface Cell {
  readonly id: string;
  readonly value: string;
  readonly style: Style;
  readonly parent: string | undefined;
}

function vertex(cell: Cell, box: Rectangle, brush: Brush): string {
  const { width, height } = box;
  return element(
    'mxCell',
    { id: cellId(cell.id), value: cell.value, style: written(cell.style), vertex: 1, parent: parentOf(cell.parent) },
    element('mxGeometry', { ...at(box, cell.parent, brush), width, height, as: 'geometry' }),
  );
}

/** An icon as draw.io's styles hold an image: in base64, without the word for it, whose semicolon would end the style's value. */
function iconAddress(key: string, { icons }: Brush): string {
  const { viewBox, body } = findIcon(icons, key);
  const box = viewBox.map(formatNumber).join(' ');
  return `data:image/svg+xml,${base64Of(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${formatNumber(viewBox[2])}" height="${formatNumber(viewBox[3])}" viewBox="${box}">${body}</svg>`,
  )}`;
}

/** A boundary as a container, with its sign and title. */
export function groupCell(group: SceneGroup, label: string, parent: string | undefined, brush: Brush): string {
  const look = groupLook(group, brush.theme);
  const { icon, iconBox } = group;
  // One distance holds for both sides of the corner: that from the top keeps the sign beside its title.
  const inset = iconBox ? iconBox.y - group.y - imageInset : 0;
  const sign: Style =
    icon && iconBox
      ? {
          shape: 'label',
          image: iconAddress(icon, brush),
          imageAlign: 'left',
          imageVerticalAlign: 'top',
          imageWidth: iconBox.width,
          imageHeight: iconBox.height,
          spacing: inset,
          spacingLeft: imageInset + iconBox.width + boundarySign.gap,
          spacingTop: imageInset,
        }
      : { spacing: 0, spacingLeft: 16, spacingTop: 12 };
  const style: Style = {
    ...sign,
    ...wrapped,
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 2 * radius.group,
    container: 1,
    collapsible: 0,
    recursiveResize: 0,
    fillColor: look.fill,
    strokeColor: look.stroke,
    strokeWidth: look.strokeWidth,
    ...dashes(look.dashes),
    align: 'left',
    verticalAlign: 'top',
    fontSize: typeScale.group.size,
    fontStyle: 1,
    fontColor: brush.theme.ink,
  };
  return vertex({ id: group.id, value: html(label), style, parent }, group, brush);
}

/** A name in bold, its second line, and its lifecycle where it bears one. */
function nodeWords(scene: SceneNode, { node, detail, labelStyle }: PlannedDraftNode, theme: Theme): string {
  const name = typeScale[labelStyle].weight >= 600 ? `<b>${html(node.label)}</b>` : html(node.label);
  const small = (text: string, colour: string): string =>
    `<br><font color="${colour}" style="font-size: ${typeScale.detail.size}px">${html(text)}</font>`;
  const badges = scene.badges.map(({ text }) => small(text.text, textColour(text.tone, theme)));
  const second = detail.length === 0 || node.detail === undefined ? '' : small(node.detail, theme.muted);
  return name + badges.join('') + second;
}

/** A part as one cell: its icon over its words, or words alone. */
export function nodeCell(
  scene: SceneNode,
  planned: PlannedDraftNode,
  parent: string | undefined,
  brush: Brush,
): string {
  const { theme } = brush;
  const look = nodeLook(scene, theme);
  const frame: Style =
    scene.framed === false
      ? { fillColor: 'none', strokeColor: 'none' }
      : {
          fillColor: look.fill,
          strokeColor: look.stroke,
          strokeWidth: look.strokeWidth,
          ...dashes(look.dashes),
          rounded: 1,
          absoluteArcSize: 1,
          arcSize: 2 * radius.card,
        };
  const style: Style = {
    ...(planned.shape === 'remark' ? remarkStyle(planned) : tileStyle(scene, planned, brush)),
    ...wrapped,
    ...frame,
    verticalAlign: 'top',
    fontSize: typeScale[planned.labelStyle].size,
    fontColor: theme.ink,
  };
  return vertex({ id: scene.id, value: nodeWords(scene, planned, theme), style, parent }, scene, brush);
}

const remarkStyle = ({ framed }: PlannedDraftNode): Style => ({ align: 'left', spacing: framed ? remark.padding : 4 });

/** A picture of the user's own as styles hold one (see `iconAddress`); undefined for an address that a style cannot hold. */
function styleAddress(image: string): string | undefined {
  const [, type, content] = /^data:(image\/[a-z+]+);base64,([A-Za-z0-9+/=]+)$/.exec(image) ?? [];
  return type === undefined ? undefined : `data:${type},${content}`;
}

/** The icon, or the picture, over the words. */
function tileStyle(scene: SceneNode, planned: PlannedDraftNode, brush: Brush): Style {
  const { iconBox, image } = scene;
  const inset = iconBox.y - scene.y - imageInset;
  return {
    shape: 'label',
    image:
      (image === undefined ? undefined : styleAddress(image)) ?? iconAddress(scene.icon || 'neutral/picture', brush),
    imageAlign: 'center',
    imageVerticalAlign: 'top',
    imageWidth: iconBox.width,
    imageHeight: iconBox.height,
    align: 'center',
    spacing: inset,
    spacingTop: imageInset + pictureHeight(planned) + draftNode.gap,
  };
}
