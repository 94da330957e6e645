/** How much room a thing takes on the canvas as it is drawn there, its name included: rings go around that. */
import { hullOf, type Rectangle } from '../../core/base/geometry.ts';
import { boxOfText } from '../../core/scene/placeText.ts';
import type { SceneNode } from '../../core/scene/scene.ts';
import { themes } from '../../core/scene/theme.ts';
import { type Context, fontOf, textWidth } from './brush.ts';
import { farWords } from './farLabels.ts';
import { isLit } from './farNodeName.ts';
import { type FarLabel, onCanvas } from './farPage.ts';
import { namesIn, readableFrom } from './paintScene.ts';
import type { Picture } from './picture.ts';
import type { View } from './view.ts';

/** The box that a label of the far view covers, px of the canvas. */
function boxOfLabel(context: Context, { ground, lines, at, align, size, weight, lineHeight }: FarLabel): Rectangle {
  if (ground) return ground.box;
  const width = Math.max(...lines.map((line) => textWidth(context, line, fontOf(size, weight))));
  const left = align === 'center' ? at.x - width / 2 : at.x;
  return { x: left, y: at.y - size, width, height: (lines.length - 1) * lineHeight + (size * 4) / 3 };
}

/** Only the names of such nodes may stand out over their rectangle. */
const standsOut = ({ framed, state, role }: SceneNode): boolean => framed === false || isLit(state) || role === 'stage';

/** The box of a node, row or group as it is drawn in a view, px of the canvas; undefined where there is no such thing. */
export function drawnBox(context: Context, picture: Picture, view: View, id: string): Rectangle | undefined {
  const node = picture.nodes.get(id);
  if (node === undefined) {
    const other = picture.groups.get(id) ?? picture.rows.get(id);
    return other && onCanvas(view, other);
  }
  const box = onCanvas(view, node);
  if (!standsOut(node)) return box;
  if (view.zoom >= readableFrom)
    return node.framed === false ? hullOf([box, ...node.texts.map((text) => onCanvas(view, boxOfText(text)))]) : box;
  const theme = themes[picture.scene.theme];
  const named = { nodes: [node], groups: [], edges: [], whole: picture.scene, names: namesIn(picture) };
  const { labels } = farWords(context, theme, view, named);
  return hullOf([box, ...labels.map((label) => boxOfLabel(context, label))]);
}
