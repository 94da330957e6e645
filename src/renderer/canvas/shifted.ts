import type { Point } from '../../core/base/geometry.ts';
import type { SceneGroup, SceneNode } from '../../core/scene/scene.ts';

const by = <Item extends Point>(item: Item, { x, y }: Point): Item => ({ ...item, x: item.x + x, y: item.y + y });

/** A node elsewhere, with everything in it. */
export const shiftedNode = (node: SceneNode, delta: Point): SceneNode => ({
  ...by(node, delta),
  iconBox: by(node.iconBox, delta),
  texts: node.texts.map((text) => by(text, delta)),
  rows: node.rows.map((row) => ({
    ...by(row, delta),
    text: by(row.text, delta),
    ...(row.badge ? { badge: { ...by(row.badge, delta), text: by(row.badge.text, delta) } } : {}),
  })),
  badges: node.badges.map((badge) => ({ ...by(badge, delta), text: by(badge.text, delta) })),
});

/** The group elsewhere, with its sign and its words. */
export const shiftedGroup = (group: SceneGroup, delta: Point): SceneGroup => ({
  ...by(group, delta),
  texts: group.texts.map((text) => by(text, delta)),
  ...(group.iconBox && { iconBox: by(group.iconBox, delta) }),
  ...(group.titleGround && { titleGround: by(group.titleGround, delta) }),
});
