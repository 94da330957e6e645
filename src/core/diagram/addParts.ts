/** Adding, pasting and duplicating: whatever brings new records onto a page. */
import type { Point } from '../base/geometry.ts';
import { type Result, success } from '../base/result.ts';
import { type Clip, clipOf } from './clipboard.ts';
import type { CommandFailure, NewEdge, NewGroup, NewNode } from './command.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode, Drawn, EdgeWay } from './diagram.ts';
import {
  changedPage,
  isNear,
  isTaken,
  nothing,
  type Outcome,
  partsOf,
  refuse,
  refuseFar,
  roundedPoint,
  roundedSize,
} from './edit.ts';
import { type IdKind, type IdSource, isId } from './ids.ts';
import { findGroup, type Page, type Table } from './page.ts';
import { edgeSchema, firstIssue, groupSchema, nodeSchema } from './shapes.ts';
import { faultsOf } from './soundness.ts';

interface NewParts {
  readonly nodes?: readonly NewNode[];
  readonly groups?: readonly NewGroup[];
  readonly edges?: readonly NewEdge[];
}

/** How often a source of ids is asked for one that is free. */
const mostAsked = 1000;

/** Gives out ids that are free on the page and were not given out before. */
function idGiver(page: Page, ids: IdSource): (kind: IdKind, wished?: string) => Result<string, CommandFailure> {
  const given = new Set<string>();
  const free = (id: string): boolean => isId(id) && !isTaken(page, id) && !given.has(id);
  return (kind, wished) => {
    if (wished !== undefined) {
      if (!isId(wished)) return refuse('bad-id', 'An id is made of letters, digits and hyphens', wished);
      if (!free(wished)) return refuse('bad-id', `The id "${wished}" is taken on this page`, wished);
      given.add(wished);
      return success(wished);
    }
    for (let asked = 0; asked < mostAsked; asked += 1) {
      const id = ids(kind);
      if (!free(id)) continue;
      given.add(id);
      return success(id);
    }
    return refuse('bad-id', `No free id for a new ${kind} was found`);
  };
}

/** Highest order in a table; -1 where it is empty, so that the first gets 0. */
const highest = (table: Table<Drawn>): number =>
  Object.values(table).reduce((most, { order }) => Math.max(most, order ?? 0), -1);

const tidied = <Value extends NewNode | NewGroup>(record: Value): Value => ({
  ...record,
  ...(record.position && { position: roundedPoint(record.position) }),
  ...(record.size && { size: roundedSize(record.size) }),
});

/** Adds records on top of what is there; made are their ids: nodes, groups, edges, each in the order given. */
export function addParts(page: Page, { nodes = [], groups = [], edges = [] }: NewParts, ids: IdSource): Outcome {
  if (nodes.length + groups.length + edges.length === 0) return nothing();
  const give = idGiver(page, ids);
  const added = { nodes: [] as DiagramNode[], groups: [] as DiagramGroup[], edges: [] as DiagramEdge[] };
  const tops = { nodes: highest(page.nodes), groups: highest(page.groups), edges: highest(page.edges) };
  // What has an id of its own comes first, so that no made one gets in its way.
  for (const own of [true, false]) {
    for (const [place, node] of nodes.entries()) {
      if ((node.id !== undefined) !== own) continue;
      const id = give('node', node.id);
      if (!id.ok) return id;
      const checked = nodeSchema.safeParse({ order: tops.nodes + 1 + place, ...tidied(node), id: id.value });
      if (!checked.success) return refuse('bad-value', `A node can't be added: ${firstIssue(checked.error)}`, id.value);
      added.nodes[place] = checked.data;
    }
    for (const [place, group] of groups.entries()) {
      if ((group.id !== undefined) !== own) continue;
      const id = give('group', group.id);
      if (!id.ok) return id;
      const checked = groupSchema.safeParse({ order: tops.groups + 1 + place, ...tidied(group), id: id.value });
      if (!checked.success)
        return refuse('bad-value', `A group can't be added: ${firstIssue(checked.error)}`, id.value);
      added.groups[place] = checked.data;
    }
    for (const [place, edge] of edges.entries()) {
      if ((edge.id !== undefined) !== own) continue;
      const id = give('edge', edge.id);
      if (!id.ok) return id;
      const checked = edgeSchema.safeParse({ order: tops.edges + 1 + place, ...edge, id: id.value });
      if (!checked.success)
        return refuse('bad-value', `An edge can't be added: ${firstIssue(checked.error)}`, id.value);
      added.edges[place] = checked.data;
    }
  }
  return settled(page, added);
}

const kindOfFault: Readonly<Record<string, CommandFailure['kind']>> = {
  'lost-end': 'unknown',
  'lost-group': 'unknown',
  'too-deep': 'too-many',
  'own-end': 'cycle',
  cycle: 'cycle',
};

/** The page with the new records, or a refusal that names what would not be sound. */
function settled(
  page: Page,
  added: {
    readonly nodes: readonly DiagramNode[];
    readonly groups: readonly DiagramGroup[];
    readonly edges: readonly DiagramEdge[];
  },
): Outcome {
  const next = changedPage(page, added);
  const made = [...added.nodes, ...added.groups, ...added.edges].map(({ id }) => id);
  // Only what is new can be wrong: the page was sound, so a part of it holds all that can be.
  const [fault] = faultsOf({
    ...next,
    nodes: Object.fromEntries([...added.nodes, ...endsOf(next, added.edges)].map((node) => [node.id, node])),
    edges: Object.fromEntries(added.edges.map((edge) => [edge.id, edge])),
  });
  if (fault) return refuse(kindOfFault[fault.kind] ?? 'bad-value', fault.text, fault.id);
  return success({ page: next, made });
}

const endsOf = (page: Page, edges: readonly DiagramEdge[]): readonly DiagramNode[] =>
  edges.flatMap(({ from, to }) =>
    [from, to].flatMap((id) => (Object.hasOwn(page.nodes, id) ? (page.nodes[id] ?? []) : [])),
  );

/** Adds what a clip holds, with new ids, moved by `by`; what stood in no group of the clip goes into `into`. */
export function pasteClip(page: Page, clip: Clip, by: Point, into: string | undefined, ids: IdSource): Outcome {
  if (!isNear(by)) return refuseFar();
  if (into !== undefined && !findGroup(page, into))
    return refuse('unknown', `No group on this page has the id "${into}"`, into);
  const give = idGiver(page, ids);
  const renamed = new Map<string, string>();
  for (const [kind, records] of [
    ['node', clip.nodes],
    ['group', clip.groups],
    ['edge', clip.edges],
  ] as const) {
    for (const { id } of records) {
      const made = give(kind);
      if (!made.ok) return made;
      renamed.set(id, made.value);
    }
  }
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const holder = (group: string | undefined): string | undefined => (group === undefined ? into : idOf(group));
  const moved = (at: Point | undefined) => at && { position: { x: at.x + by.x, y: at.y + by.y } };
  const parts: Required<NewParts> = {
    nodes: clip.nodes.map(({ order, ...node }) => {
      const group = holder(node.group);
      return { ...node, id: idOf(node.id), ...moved(node.position), ...(group !== undefined && { group }) };
    }),
    groups: clip.groups.map(({ order, ...group }) => {
      const parent = holder(group.parent);
      return { ...group, id: idOf(group.id), ...moved(group.position), ...(parent !== undefined && { parent }) };
    }),
    edges: clip.edges.map(({ order, way, ...edge }) => ({
      ...edge,
      ...(way && { way: movedWay(way, by) }),
      id: idOf(edge.id),
      from: idOf(edge.from),
      to: idOf(edge.to),
    })),
  };
  return addParts(page, parts, ids);
}

/** The way of a line between things that are all moved as far. */
function movedWay({ points, label }: EdgeWay, by: Point): EdgeWay {
  const moved = ([x, y]: EdgeWay['points'][number]) => [x + by.x, y + by.y] as const;
  return { points: points.map(moved), ...(label && { label: moved(label) }) };
}

/** Copies of parts beside the originals, in the groups of the originals. */
export function duplicateParts(page: Page, named: readonly string[], by: Point, ids: IdSource): Outcome {
  const parts = partsOf(page, named);
  if (!parts.ok) return parts;
  return pasteClip(page, clipOf(page, named, 'where-it-stood'), by, undefined, ids);
}
