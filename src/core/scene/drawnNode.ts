/** A part of a sketch at its place: where its sign and its words stand in its box. */
import { type Rectangle, sameBox } from '../base/geometry.ts';
import { badgeHeight, badgeWidth, lifecycleBadge } from './badge.ts';
import { placeLines } from './placeText.ts';
import { draftNode, type PlannedDraftNode, pictureHeight, remark } from './plannedNode.ts';
import type { SceneNode } from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';
import { lifecycleSentences } from './words.ts';

const drawnNodes = new WeakMap<PlannedDraftNode, SceneNode>();

/** What was drawn of a record before, while it stands where it stood: an edit of one thing leaves all others as they are drawn. */
export function keptNode(planned: PlannedDraftNode, box: Rectangle): SceneNode {
  const known = drawnNodes.get(planned);
  if (known && sameBox(known, box)) return known;
  const drawn = drawnNode(planned, box);
  drawnNodes.set(planned, drawn);
  return drawn;
}

function drawnNode(planned: PlannedDraftNode, box: Rectangle): SceneNode {
  const { node, detail, status, framed } = planned;
  return {
    ...box,
    id: node.id,
    ...(node.entry === undefined ? {} : { entry: node.entry }),
    kind: node.kind,
    state: 'plain',
    ...(node.role === undefined ? {} : { role: node.role }),
    ...toneOf(planned),
    icon: planned.icon,
    ...(node.image === undefined ? {} : { image: node.image }),
    ...(planned.shape === 'remark' ? drawnRemark(planned, box) : drawnTile(planned, box)),
    rows: [],
    farName: planned.farName,
    ...(framed ? {} : { framed }),
    description: [
      planned.shape === 'remark' && framed ? `Note: ${node.label}` : node.label,
      ...(detail.length === 0 || node.detail === undefined ? [] : [node.detail]),
      ...(status === 'active' ? [] : [lifecycleSentences[status]]),
    ].join('. '),
  };
}

/** A note is a note by its colour, where a hand gave it no other. */
function toneOf({ node: { tone, kind } }: PlannedDraftNode): Pick<SceneNode, 'tone'> {
  if (tone !== undefined) return { tone };
  return kind === 'note' ? { tone: 'amber' } : {};
}

/** The icon, or the picture, over the words, all in the middle. */
function drawnTile(planned: PlannedDraftNode, box: Rectangle): Pick<SceneNode, 'iconBox' | 'texts' | 'badges'> {
  const { label, detail, status, framed, shape } = planned;
  const middle = box.x + box.width / 2;
  const height = pictureHeight(planned);
  const width = shape === 'picture' ? box.width : draftNode.icon;
  const iconTop = box.y + (framed ? draftNode.padding : 0);
  const labelTop = iconTop + height + draftNode.gap;
  const badgeTop = labelTop + label.length * typeScale.group.lineHeight + spacing.hair;
  const detailTop = badgeTop - spacing.hair + (status === 'active' ? 0 : badgeHeight + spacing.tiny);
  return {
    iconBox: { x: middle - width / 2, y: iconTop, width, height },
    texts: [
      ...placeLines(label, 'group', { x: middle, top: labelTop, anchor: 'middle' }),
      ...placeLines(detail, 'detail', { x: middle, top: detailTop, anchor: 'middle', tone: 'muted' }),
    ],
    badges: lifecycleBadge(status, middle - badgeWidth(status) / 2, badgeTop),
  };
}

/** Words alone, from the upper left corner on. */
function drawnRemark(
  { label, labelStyle, detail, framed }: PlannedDraftNode,
  box: Rectangle,
): Pick<SceneNode, 'iconBox' | 'texts' | 'badges'> {
  const padding = framed ? remark.padding : spacing.tiny;
  const at = { x: box.x + padding, top: box.y + padding };
  const below = at.top + label.length * typeScale[labelStyle].lineHeight;
  return {
    iconBox: { x: box.x, y: box.y, width: 0, height: 0 },
    texts: [
      ...placeLines(label, labelStyle, at),
      ...placeLines(detail, 'detail', { ...at, top: below, tone: 'muted' }),
    ],
    badges: [],
  };
}
