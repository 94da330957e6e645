/** A far node as large as can be read, for as long as it is pointed at: where it lies, and whether it is needed at all. */
import { grown, type Rectangle, type Size } from '../../core/base/geometry.ts';
import type { SceneNode } from '../../core/scene/scene.ts';
import { themes } from '../../core/scene/theme.ts';
import type { Context } from './brush.ts';
import { farWords } from './farLabels.ts';
import { onCanvas } from './farPage.ts';
import { namesIn, readableFrom } from './paintScene.ts';
import type { Picture } from './picture.ts';
import { seenPart, type View } from './view.ts';

/** A node that is too small to be read, drawn large over the picture. */
export interface Lens {
  readonly node: SceneNode;
  /** px of the canvas. */
  readonly box: Rectangle;
  /** The view in which the node fills the box. */
  readonly view: View;
}

/** Between the lens and the border of the canvas, px. */
const room = 8;

const shared = (one: Rectangle, other: Rectangle): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));

/**
 * The place of a box of this size over a node (px of the canvas): in its middle or flush with its sides, wherever it covers
 * least of the others.
 */
export function lensPlace(
  node: Rectangle,
  { width, height }: Size,
  others: readonly Rectangle[],
  canvas: Size,
): Rectangle {
  const middle = { x: node.x + node.width / 2 - width / 2, y: node.y + node.height / 2 - height / 2 };
  const lefts = [middle.x, node.x, node.x + node.width - width];
  const tops = [middle.y, node.y, node.y + node.height - height];
  let best: { readonly box: Rectangle; readonly covers: number } | undefined;
  for (const top of tops)
    for (const left of lefts) {
      const x = Math.min(Math.max(room, left), canvas.width - width - room);
      const y = Math.min(Math.max(room, top), canvas.height - height - room);
      const box = { x, y, width, height };
      const covers = others.reduce((sum, other) => sum + shared(box, other), 0);
      if (best === undefined || covers < best.covers) best = { box, covers };
    }
  return best?.box ?? { ...middle, width, height };
}

/** Whether all that a node says can be read where it stands. */
function isReadable(context: Context, picture: Picture, node: SceneNode, view: View, size: Size): boolean {
  if (view.zoom >= readableFrom) return true;
  if (node.rows.length > 0) return false;
  const seen = seenPart(view, size);
  const names = namesIn(picture);
  const shown = {
    nodes: picture.nodesIn(seen),
    groups: picture.groupsIn(seen),
    edges: [],
    whole: picture.scene,
    names,
  };
  const { labels } = farWords(context, themes[picture.scene.theme], view, shown);
  return labels.some((label) => label.node === node.id && label.lines.join(' ') === names.of(node));
}

/** The lens over a node; undefined where it can be read without. */
export function lensOver(context: Context, picture: Picture, id: string, view: View, size: Size): Lens | undefined {
  const node = picture.nodes.get(id);
  if (node === undefined || isReadable(context, picture, node, view, size)) return undefined;
  const zoom = Math.min(1, Math.max(0.8, view.zoom * 2.4));
  const place = onCanvas(view, node);
  const large = { width: node.width * zoom, height: node.height * zoom };
  const near = grown(node, Math.max(large.width, large.height) / view.zoom);
  const others = picture.nodesIn(near).flatMap((other) => (other.id === id ? [] : [onCanvas(view, other)]));
  const box = lensPlace(place, large, others, size);
  return { node, box, view: { zoom, x: box.x - node.x * zoom, y: box.y - node.y * zoom } };
}
