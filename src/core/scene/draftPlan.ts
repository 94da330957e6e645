/** A diagram before it has positions: how large each thing is, and the graph to lay out. */
import type { Point } from '../base/geometry.ts';
import { oncePer } from '../base/oncePer.ts';
import { eachInSteps, finish, type Steps } from '../base/steps.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { indexCatalog } from '../catalog/lookup.ts';
import { shownDiagram } from '../diagram/collapse.ts';
import type { Diagram, DiagramEdge, DiagramGroup, GroupKind } from '../diagram/diagram.ts';
import { groupPadding } from '../diagram/placeParts.ts';
import type { Direction, LayoutEdge, LayoutGraph, LayoutGroup, LayoutNode } from '../layout/layout.ts';
import { breakLines } from '../text/breakLines.ts';
import { measureText } from '../text/measure.ts';
import { signRoom } from './boundaries.ts';
import { draftNode, keptPlan, type PlannedDraftNode } from './plannedNode.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';

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

const keptLayoutNode = oncePer(layoutNode);

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

const keptPlanOfEdge = oncePer(planEdge);

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

const keptLayoutEdge = oncePer(layoutEdge);
