/** A part of a sketch before it has a place: its words broken into lines, and how large it is. */
import type { Entry, LifecycleStatus } from '../catalog/entry.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { DiagramNode } from '../diagram/diagram.ts';
import { breakLines } from '../text/breakLines.ts';
import { badgeHeight } from './badge.ts';
import { farNameOf } from './farNames.ts';
import { iconOf } from './mapPlan.ts';
import type { TextStyleName } from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';

/** Sizes of a draft's nodes, px: an icon over its label, in a card for a service and on the ground for the rest. */
export const draftNode = {
  width: 144,
  /** Least width of what stands beside; it is as wide as its words up to the width of the rest. */
  leastBeside: 112,
  widestPlain: 128,
  icon: 56,
  padding: spacing.medium,
  gap: spacing.small,
} as const;

/** Sizes of what is written on the ground or on a note, and of a picture, where a hand has not set one, px. */
export const remark = {
  note: 200,
  widestText: 320,
  padding: spacing.medium,
  picture: { width: 160, height: 120 },
} as const;

/** Lines of a remark that are shown at most. */
const mostLines = 40;

/** A node with its words broken into lines and its size, px: all that is known before it is placed. */
export interface PlannedDraftNode {
  readonly node: DiagramNode;
  readonly width: number;
  readonly height: number;
  /** `tile`: an icon over its words; `remark`: words alone; `picture`: a picture over its words. */
  readonly shape: 'tile' | 'remark' | 'picture';
  readonly label: readonly string[];
  readonly labelStyle: TextStyleName;
  readonly detail: readonly string[];
  readonly icon: string;
  /** What it is called from afar (farNames.ts). */
  readonly farName: string;
  readonly status: LifecycleStatus;
  readonly framed: boolean;
}

/** Key of the neutral glyph of what no entry stands for: an image of the user's own is no container image, live data no store. */
function glyphOf({ kind, data }: DiagramNode, index: CatalogIndex): string {
  if (kind === 'image') return 'neutral/picture';
  const live = kind === 'data' && data !== undefined && index.dataKinds.get(data)?.live === true;
  return live ? 'neutral/stream' : `neutral/${kind}`;
}

const plans = new WeakMap<DiagramNode, { readonly entry: Entry | undefined; readonly planned: PlannedDraftNode }>();

/** The plan of a record, made once: an edit of one thing leaves the records of all others as they are. */
export function keptPlan(node: DiagramNode, entry: Entry | undefined, index: CatalogIndex): PlannedDraftNode {
  const known = plans.get(node);
  if (known && known.entry === entry) return known.planned;
  const planned = planNode(node, entry, index);
  plans.set(node, { entry, planned });
  return planned;
}

/**
 * The lifecycle that the part bears: its service's own, or that of the capability at work where nothing that is open does what
 * the part is there for.
 */
function statusOf({ covers = [] }: DiagramNode, entry: Entry | undefined, index: CatalogIndex): LifecycleStatus {
  if (entry?.lifecycle.status !== 'active') return entry?.lifecycle.status ?? 'active';
  const able = [entry, ...(index.capabilities.get(entry.id) ?? [])];
  for (const task of covers) {
    const doing = able.filter(({ offers }) => offers.some((offer) => offer.task === task));
    const [first] = doing;
    if (first && doing.every(({ lifecycle }) => lifecycle.status !== 'active')) return first.lifecycle.status;
  }
  return 'active';
}

function planNode(node: DiagramNode, entry: Entry | undefined, index: CatalogIndex): PlannedDraftNode {
  if (node.kind === 'note' || node.kind === 'text') return planRemark(node);
  const farName = farNameOf(node.label, entry, index);
  const framed = node.kind === 'service';
  const shape = node.kind === 'image' ? 'picture' : 'tile';
  const least = framed ? draftNode.width : shape === 'picture' ? (node.size ?? remark.picture).width : 0;
  const room = framed
    ? Math.max(draftNode.width, node.size?.width ?? 0) - 2 * draftNode.padding
    : Math.max(draftNode.widestPlain, least);
  const label = breakLines(node.label, typeScale.group, room, 3);
  const detail = breakLines(node.detail ?? '', typeScale.detail, room, 4);
  const widest = Math.max(draftNode.icon, ...[...label, ...detail].map((line) => Math.ceil(line.width)));
  const planned = {
    node,
    width: framed ? cardWidth(node, room, widest) : Math.max(least, widest + 2 * spacing.small),
    height: 0,
    shape,
    label: label.map(({ text }) => text),
    labelStyle: 'group',
    detail: detail.map(({ text }) => text),
    icon:
      shape === 'picture' && node.image !== undefined ? '' : entry === undefined ? glyphOf(node, index) : iconOf(entry),
    farName,
    status: statusOf(node, entry, index),
    framed,
  } as const;
  const padding = framed ? 2 * draftNode.padding : 0;
  const needed = pictureHeight(planned) + draftNode.gap + textHeight(planned) + padding;
  return { ...planned, height: Math.max(needed, shape === 'picture' ? 0 : (node.size?.height ?? 0)) };
}

/** What stands beside takes no more room than it needs, unless a hand has set its width; all stages are as wide. */
const cardWidth = ({ role, size }: DiagramNode, room: number, widest: number): number =>
  (role === 'supporting' && size === undefined
    ? Math.max(draftNode.leastBeside - 2 * draftNode.padding, widest)
    : room) +
  2 * draftNode.padding;

/** A note or words on the ground: every line break that was typed is kept. */
function planRemark(node: DiagramNode): PlannedDraftNode {
  const framed = node.kind === 'note';
  const padding = framed ? remark.padding : spacing.tiny;
  const labelStyle = framed ? 'detail' : 'group';
  const room = (node.size?.width ?? (framed ? remark.note : remark.widestText)) - 2 * padding;
  const lines = (text: string, style: TextStyleName) =>
    text
      .split('\n')
      .flatMap((line) => breakLines(line, typeScale[style], room, mostLines))
      .slice(0, mostLines);
  const label = lines(node.label, labelStyle);
  const detail = lines(node.detail ?? '', 'detail');
  const widest = Math.max(0, ...[...label, ...detail].map((line) => Math.ceil(line.width)));
  const height =
    Math.max(1, label.length) * typeScale[labelStyle].lineHeight +
    detail.length * typeScale.detail.lineHeight +
    2 * padding;
  return {
    node,
    width: node.size === undefined && !framed ? Math.max(widest, spacing.huge) + 2 * padding : room + 2 * padding,
    height: Math.max(height, node.size?.height ?? 0),
    shape: 'remark',
    label: label.map(({ text }) => text),
    labelStyle,
    detail: detail.map(({ text }) => text),
    icon: '',
    farName: node.label.trim(),
    status: 'active',
    framed,
  };
}

/** Height of what stands above the words. */
export const pictureHeight = ({ shape, node }: Pick<PlannedDraftNode, 'shape' | 'node'>): number =>
  shape === 'picture' ? (node.size ?? remark.picture).height : draftNode.icon;

/** Height of what stands below the icon. */
function textHeight({ label, detail, status }: Pick<PlannedDraftNode, 'label' | 'detail' | 'status'>): number {
  const badge = status === 'active' ? 0 : badgeHeight + spacing.tiny;
  return label.length * typeScale.group.lineHeight + badge + detail.length * typeScale.detail.lineHeight;
}
