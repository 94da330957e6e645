/** A diagram before it has positions: how large each thing is, and the graph to lay out. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry, LifecycleStatus } from '../catalog/entry.ts';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode, NodeKind } from '../diagram/diagram.ts';
import type { Direction, LayoutEdge, LayoutGraph, LayoutGroup, LayoutNode } from '../layout/layout.ts';
import { breakLines, fitLine } from '../text/breakLines.ts';
import { measureText } from '../text/measure.ts';
import { badgeHeight } from './badge.ts';
import { iconOf } from './mapPlan.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';

/** Sizes of a draft's nodes, px: an icon over its label, in a card for a service and on the ground for the rest. */
export const draftNode = {
  width: 184,
  widestPlain: 148,
  icon: 56,
  padding: spacing.large,
  gap: spacing.small,
} as const;

/** Where the layout's origin lies in the scene: below the title. Positions set by hand are the scene's. */
export const draftOrigin = { x: spacing.margin, y: spacing.margin + 72 } as const;

/** Widest label of an edge, px. */
const widestLabel = 216;

export interface PlannedDraftNode {
  readonly node: DiagramNode;
  readonly width: number;
  readonly label: readonly string[];
  readonly detail: readonly string[];
  readonly icon: string;
  readonly status: LifecycleStatus;
  readonly framed: boolean;
}

export interface PlannedDraftEdge {
  readonly edge: DiagramEdge;
  readonly label?: string;
}

export interface DraftPlan {
  readonly graph: LayoutGraph;
  readonly title: string;
  readonly asOf: string;
  readonly nodes: readonly PlannedDraftNode[];
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly PlannedDraftEdge[];
}

/** Plans a diagram; the catalogue gives the icons and lifecycles of the services in it. */
export function planDraft(diagram: Diagram, catalog: Catalog, direction: Direction = 'right'): DraftPlan {
  const entries = new Map(catalog.entries.map((entry) => [entry.id, entry]));
  const nodes = diagram.nodes.map((node) => planNode(node, entries.get(node.entry ?? '')));
  const edges = diagram.edges.map(planEdge);
  return {
    graph: {
      nodes: nodes.map(layoutNode),
      groups: diagram.groups.map(layoutGroup),
      edges: edges.map(layoutEdge),
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

function planNode(node: DiagramNode, entry: Entry | undefined): PlannedDraftNode {
  const framed = node.kind === 'service';
  const width = framed ? draftNode.width - 2 * draftNode.padding : draftNode.widestPlain;
  const label = breakLines(node.label, typeScale.group, width, 3);
  const detail = breakLines(node.detail ?? '', typeScale.detail, width, 3);
  const widest = Math.max(draftNode.icon, ...[...label, ...detail].map((line) => Math.ceil(line.width)));
  return {
    node,
    width: framed ? draftNode.width : widest + 2 * spacing.small,
    label: label.map(({ text }) => text),
    detail: detail.map(({ text }) => text),
    icon: entry === undefined ? glyphOf(node.kind) : iconOf(entry),
    status: entry?.lifecycle.status ?? 'active',
    framed,
  };
}

/** Height of what stands below the icon. */
function textHeight({ label, detail, status }: PlannedDraftNode): number {
  const badge = status === 'active' ? 0 : badgeHeight + spacing.tiny;
  return label.length * typeScale.group.lineHeight + badge + detail.length * typeScale.detail.lineHeight;
}

function layoutNode(planned: PlannedDraftNode): LayoutNode {
  const { id, group, position } = planned.node;
  const padding = planned.framed ? 2 * draftNode.padding : 0;
  return {
    id,
    width: planned.width,
    height: draftNode.icon + draftNode.gap + textHeight(planned) + padding,
    ...(group === undefined ? {} : { group }),
    ...(position === undefined ? {} : { position: { x: position.x - draftOrigin.x, y: position.y - draftOrigin.y } }),
  };
}

const layoutGroup = ({ id, label, parent }: DiagramGroup): LayoutGroup => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  padding: { top: 44, right: spacing.huge, bottom: spacing.huge, left: spacing.huge },
  minimum: { width: Math.ceil(measureText(label, typeScale.group)) + 2 * spacing.large, height: 0 },
});

function planEdge(edge: DiagramEdge): PlannedDraftEdge {
  const { text } = fitLine(edge.label ?? '', typeScale.label, widestLabel);
  return text === '' ? { edge } : { edge, label: text };
}

const layoutEdge = ({ edge: { id, from, to, style }, label }: PlannedDraftEdge): LayoutEdge => ({
  id,
  from,
  to,
  side: style !== 'flow',
  ...(label === undefined
    ? {}
    : {
        label: {
          width: Math.ceil(measureText(label, typeScale.label)) + 2 * spacing.small,
          height: typeScale.label.lineHeight + 2 * spacing.hair,
        },
      }),
});
