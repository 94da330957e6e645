/** A diagram before it has positions: how large each thing is, and the graph to lay out. */
import type { Point } from '../base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../base/steps.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry, LifecycleStatus } from '../catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import { shownDiagram } from '../diagram/collapse.ts';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode, GroupKind, NodeKind } from '../diagram/diagram.ts';
import { groupPadding } from '../diagram/placeParts.ts';
import type { Direction, LayoutEdge, LayoutGraph, LayoutGroup, LayoutNode } from '../layout/layout.ts';
import { breakLines } from '../text/breakLines.ts';
import { measureText } from '../text/measure.ts';
import { badgeHeight } from './badge.ts';
import { signRoom } from './boundaries.ts';
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

/** Where the layout's origin lies in the scene: below the title. Positions set by hand are the scene's. */
export const draftOrigin = { x: spacing.margin, y: spacing.margin + 72 } as const;

/**
 * Widths that a label of an edge is broken to, px: the first at which it fits into its lines. A label is what keeps two columns
 * apart, so a narrow one in two lines makes for a picture that can be read at a larger scale.
 */
const labelWidths = [76, 104, 136, 216] as const;
const labelLines = 2;
/** A boundary widens for its title up to here, px; a longer one is cut short. */
const widestTitle = 640;

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

/** A line with its words broken into lines. */
export interface PlannedDraftEdge {
  readonly edge: DiagramEdge;
  /** Its lines; absent: none. */
  readonly label?: readonly string[];
}

/** A page measured and ready to be laid out; placing it and colouring it come after. */
export interface DraftPlan {
  readonly graph: LayoutGraph;
  readonly title: string;
  readonly asOf: string;
  readonly nodes: readonly PlannedDraftNode[];
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly PlannedDraftEdge[];
}

/** Records that are planned, or drawn, in one step. */
export const recordsAtOnce = 100;

/** Plans a diagram; the catalogue gives the icons and lifecycles of the services in it. */
export const planDraft = (whole: Diagram, catalog: Catalog, direction: Direction = 'right'): DraftPlan =>
  finish(planningDraft(whole, catalog, direction));

/** The same in steps. */
export function* planningDraft(whole: Diagram, catalog: Catalog, direction: Direction = 'right'): Steps<DraftPlan> {
  const index = indexCatalog(catalog);
  const diagram = shownDiagram(whole);
  yield;
  const nodes: PlannedDraftNode[] = [];
  yield* eachInSteps(diagram.nodes, recordsAtOnce, (node) => {
    nodes.push(keptPlan(node, index.entries.get(node.entry ?? ''), index));
  });
  const edges: PlannedDraftEdge[] = [];
  yield* eachInSteps(diagram.edges, recordsAtOnce, (edge) => {
    const planned = keptPlanOfEdge(edge);
    keptLayoutEdge(planned);
    edges.push(planned);
  });
  const entered = enteredFromAbove(nodes, diagram);
  return {
    graph: {
      nodes: nodes.map(keptLayoutNode),
      groups: diagram.groups.map((group) =>
        layoutGroup(group, entered.get(group.id) ?? (direction === 'down' ? 1 : 0)),
      ),
      edges: edges.map(keptLayoutEdge),
      direction,
    },
    title: diagram.title,
    asOf: catalog.asOf,
    nodes,
    groups: diagram.groups,
    edges,
  };
}

/** Key of the neutral glyph of a kind; an image of the user's own is no container image. */
const glyphOf = (kind: NodeKind): string => `neutral/${kind === 'image' ? 'picture' : kind}`;

const plans = new WeakMap<DiagramNode, { readonly entry: Entry | undefined; readonly planned: PlannedDraftNode }>();

/** The plan of a record, made once: an edit of one thing leaves the records of all others as they are. */
function keptPlan(node: DiagramNode, entry: Entry | undefined, index: CatalogIndex): PlannedDraftNode {
  const known = plans.get(node);
  if (known && known.entry === entry) return known.planned;
  const planned = planNode(node, entry, index);
  plans.set(node, { entry, planned });
  return planned;
}

/** Makes something of each thing once. */
function once<Thing extends object, Made extends object>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const known = new WeakMap<Thing, Made>();
  return (thing) => {
    const made = known.get(thing) ?? make(thing);
    known.set(thing, made);
    return made;
  };
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
      shape === 'picture' && node.image !== undefined ? '' : entry === undefined ? glyphOf(node.kind) : iconOf(entry),
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

const keptLayoutNode = once(layoutNode);

function layoutNode({ node: { id, group, position }, width, height }: PlannedDraftNode): LayoutNode {
  return {
    id,
    width,
    height,
    ...(group === undefined ? {} : { group }),
    ...(position === undefined ? {} : { position: { x: position.x - draftOrigin.x, y: position.y - draftOrigin.y } }),
  };
}

/** Width of a boundary's title with its sign, px. */
const titleRoom = (kind: GroupKind, label: string): number =>
  signRoom(kind) + Math.min(widestTitle, Math.ceil(measureText(label, typeScale.group)));

/** Lines that come down side by side onto the one part of a boundary leave room for its title beside the last of them, px. */
const besideLines = (count: number): number =>
  count === 0 ? 0 : draftNode.width * (count / (count + 1)) + spacing.small;

/** How many lines pass the height of a boundary's title: those that join something in it to what stands above it. */
function enteredFromAbove(nodes: readonly PlannedDraftNode[], { groups, edges }: Diagram): ReadonlyMap<string, number> {
  const planned = new Map(nodes.map((node) => [node.node.id, node]));
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const around = ({ node }: PlannedDraftNode): ReadonlySet<string> => {
    const found = new Set<string>();
    for (let at = node.group; at !== undefined && !found.has(at); at = parents.get(at)) found.add(at);
    return found;
  };
  const entered = new Map<string, number>();
  for (const { from, to } of edges) {
    const [start, end] = [planned.get(from), planned.get(to)];
    const [first, last] = [start?.node.position, end?.node.position];
    if (!start || !end || !first || !last || start.node.group === end.node.group) continue;
    const across = first.x + start.width / 2 - last.x - end.width / 2;
    const down = last.y + end.height / 2 - first.y - start.height / 2;
    if (Math.abs(down) <= Math.abs(across)) continue;
    const [upper, lower] = down > 0 ? [start, end] : [end, start];
    const both = around(upper);
    for (const group of around(lower)) if (!both.has(group)) entered.set(group, (entered.get(group) ?? 0) + 1);
  }
  return entered;
}

/** `passing`: so many lines pass the height of the title. */
const layoutGroup = ({ id, kind, label, parent, position, size }: DiagramGroup, passing: number): LayoutGroup => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  ...(position === undefined || size === undefined
    ? {}
    : { box: { ...size, x: position.x - draftOrigin.x, y: position.y - draftOrigin.y } }),
  padding: groupPadding,
  minimum: {
    width: titleRoom(kind, label) + 2 * spacing.large + besideLines(passing),
    height: 0,
  },
});

const keptPlanOfEdge = once(planEdge);

function planEdge(edge: DiagramEdge): PlannedDraftEdge {
  const label = labelOf(edge.label ?? '');
  return label.length === 0 ? { edge } : { edge, label };
}

/** A word that is broken in two reads badly, so a width must hold every word of the label. */
function labelOf(text: string): readonly string[] {
  const widest = Math.max(0, ...text.split(/\s+/).map((word) => measureText(word, typeScale.label)));
  const lines = labelWidths
    .filter((width) => width >= widest || width === labelWidths.at(-1))
    .map((width) => breakLines(text, typeScale.label, width, labelLines + 1));
  const fitting =
    lines.find((each) => each.length <= labelLines) ?? breakLines(text, typeScale.label, labelWidths[3], labelLines);
  return fitting.map((line) => line.text);
}

/** A corner on the page as one of the layout. */
const toLayout = ([x, y]: readonly [number, number]): Point => ({ x: x - draftOrigin.x, y: y - draftOrigin.y });

const layoutEdge = ({ edge: { id, from, to, style, leaves, way }, label }: PlannedDraftEdge): LayoutEdge => ({
  id,
  from,
  to,
  side: style !== 'flow',
  ...(leaves && { leaves }),
  ...(way && { way: { points: way.points.map(toLayout), ...(way.label && { label: toLayout(way.label) }) } }),
  ...(label === undefined
    ? {}
    : {
        label: {
          width: Math.ceil(Math.max(...label.map((line) => measureText(line, typeScale.label)))) + 2 * spacing.tiny,
          height: label.length * typeScale.label.lineHeight + 2 * spacing.hair,
        },
      }),
});

const keptLayoutEdge = once(layoutEdge);
