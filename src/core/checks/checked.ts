/** What every check looks at: the page, and what the catalogue knows of its parts. */
import { listed } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Carries, Companion, Entry } from '../catalog/entry.ts';
import type { Task } from '../catalog/vocabulary.ts';
import type { Decision } from '../decision/decision.ts';
import { acceptedBy, type Engine, engineOf, type Offering, producedBy } from '../decision/engine.ts';
import { mayBe } from '../decision/kinds.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode } from '../diagram/diagram.ts';
import { inOrder, type Page } from '../diagram/page.ts';
import { homeOf, isOfAws, isPlaced } from './boundaries.ts';

/** A node that stands for an entry that the catalogue knows. */
export interface Part {
  readonly node: DiagramNode;
  readonly entry: Entry;
  /** What it does here: the tasks that it is there for, or all that it and its capabilities can do. */
  readonly offerings: readonly Offering[];
}

/** A page as the checks look at it: parts with their entries and offers, lines by their ends. */
export interface Checked {
  readonly engine: Engine;
  readonly page: Page;
  readonly parts: readonly Part[];
  readonly partOf: ReadonlyMap<string, Part>;
  readonly edges: readonly DiagramEdge[];
  /** By node: the edges that start or end there. */
  readonly edgesAt: ReadonlyMap<string, readonly DiagramEdge[]>;
  /** By entry: how many parts stand for it. */
  readonly present: ReadonlyMap<string, number>;
  /** Parts that are there for tasks of the same group that give the same as this one. */
  readonly makersOf: (work: Task) => readonly Part[];
  /** Parts that cannot do without this entry beside them. */
  readonly needersOf: (entry: string) => readonly Part[];
  /** Absent where nothing is asked for. */
  readonly decision: Decision | undefined;
}

/**
 * Looks at a page once for all checks. What stands for no entry of the catalogue is no part, and nothing is said of it.
 */
export function lookAt(engine: Engine, page: Page, decision: Decision | undefined): Checked {
  const parts = inOrder(page.nodes).flatMap((node): Part[] => {
    const entry = node.entry === undefined ? undefined : engine.index.entries.get(node.entry);
    // What stands beside serves the tasks of others, and does them itself in no case.
    const tasks = node.role === 'supporting' ? undefined : node.covers;
    return entry ? [{ node, entry, offerings: offeringsOf(engine, entry, tasks) }] : [];
  });
  const edges = inOrder(page.edges);
  const edgesAt = new Map<string, DiagramEdge[]>();
  for (const edge of edges)
    for (const end of new Set([edge.from, edge.to])) edgesAt.set(end, [...(edgesAt.get(end) ?? []), edge]);
  const present = new Map<string, number>();
  for (const { entry } of parts) present.set(entry.id, (present.get(entry.id) ?? 0) + 1);
  return {
    engine,
    page,
    parts,
    partOf: new Map(parts.map((part) => [part.node.id, part])),
    edges,
    edgesAt,
    present,
    makersOf: kept((work: Task) => parts.filter((part) => part.node.covers !== undefined && makes(engine, part, work))),
    needersOf: kept((id: string) => parts.filter(({ entry }) => needs(entry).some((companion) => companion.id === id))),
    decision: decision && decision.need.tasks.length > 0 ? decision : undefined,
  };
}

/** Roles without which a part can't start; stores and triggers are often left out of a picture on purpose. */
const neededRoles: ReadonlySet<Companion['role']> = new Set(['registry', 'training']);

/** Companions that an entry cannot do without. */
export const needs = ({ companions }: Pick<Entry, 'companions'>): readonly Companion[] =>
  companions.filter(({ role }) => neededRoles.has(role));

const makes = (engine: Engine, { offerings }: Part, work: Task): boolean =>
  offerings.some(({ offer }) => {
    const task = engine.index.tasks.get(offer.task);
    return task?.group === work.group && task.produces.some((kind) => work.produces.includes(kind));
  });

/** Worked out once for each key, when it is first asked for. */
function kept<Key, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? workOut(key);
    known.set(key, value);
    return value;
  };
}

/** Everything that an entry and its capabilities offer; where it is there for some tasks, what does those. */
export function offeringsOf(engine: Engine, entry: Entry, covers: readonly string[] | undefined): readonly Offering[] {
  const all = [entry, ...(engine.index.capabilities.get(entry.id) ?? [])].flatMap(
    ({ id }) => engine.offeringsOf.get(id) ?? [],
  );
  const own = all.filter(({ offer }) => covers?.includes(offer.task));
  return own.length > 0 ? own : all;
}

/** Kinds that a part takes; empty where it takes anything or nothing is known. */
export const takenBy = ({ engine }: Checked, part: Part): readonly string[] => {
  const taken = kinds(engine, part.offerings, acceptedBy);
  const carries = carriedBy(part);
  if (!carries) return taken;
  return carries.takes === 'any' ? [] : [...new Set([...taken, ...carries.takes])];
};

/** What it keeps or hands on besides; what is there for tasks does those and nothing else. */
const carriedBy = ({ node, entry }: Part): Carries | undefined =>
  node.role === 'supporting' || (node.covers ?? []).length === 0 ? entry.carries : undefined;

/** Kinds that a part takes, and those that it works with besides: the algorithm of a training job. */
export const usedBy = (checked: Checked, part: Part): readonly string[] => {
  const besides = part.offerings.flatMap(({ offer }) => checked.engine.index.tasks.get(offer.task)?.joins ?? []);
  return [...new Set([...takenBy(checked, part), ...besides])];
};

/** Kinds that a part gives; empty where nothing is known, as of what hands on whatever it was given. */
export const givenBy = ({ engine }: Checked, part: Part): readonly string[] => {
  const given = kinds(engine, part.offerings, producedBy);
  const carries = carriedBy(part);
  if (!carries) return given;
  return carries.gives.length === 0 ? [] : [...new Set([...given, ...carries.gives])];
};

function kinds(engine: Engine, offerings: readonly Offering[], of: typeof acceptedBy): readonly string[] {
  const lists = offerings.map(({ offer }) => {
    const task = engine.index.tasks.get(offer.task);
    return task ? of(task, offer) : [];
  });
  return [...new Set(lists.flat())];
}

/**
 * Whether a part is asked and answers, as an endpoint, a running container or a search does: then requests come to it and answers go
 * from it, whatever kinds it is built from and is.
 */
export function answersRequests(checked: Checked, part: Part): boolean {
  const { dataKinds, tasks } = checked.engine.index;
  return (
    part.offerings.some(({ offer }) => tasks.get(offer.task)?.asked !== undefined) ||
    givenBy(checked, part).some((kind) => dataKinds.get(kind)?.answers !== undefined)
  );
}

/** Kinds that flow along an edge: what it says itself, else what its start holds or gives. */
export function givenAlong(checked: Checked, edge: DiagramEdge): readonly string[] {
  if (edge.data !== undefined) return [edge.data];
  const held = checked.page.nodes[edge.from]?.data;
  if (held !== undefined) return [held];
  const from = checked.partOf.get(edge.from);
  return from ? givenBy(checked, from) : [];
}

/** Whether a part takes one of these kinds; what is no service, or takes anything, does. */
export function meets(checked: Checked, given: readonly string[], part: Part | undefined): boolean {
  if (!part || given.length === 0 || takenBy(checked, part).length === 0) return true;
  return given.some((kind) => mayBe(checked.engine.lattice, kind, usedBy(checked, part)));
}

/**
 * The group of a new part beside another: the same one, or a boundary of AWS where the other stands outside of all and the new
 * one does not belong there.
 */
export function groupBeside(
  { engine, page, edgesAt }: Checked,
  entry: Entry,
  node: DiagramNode,
): Pick<DiagramNode, 'group'> {
  const strays = isOfAws(entry, offeringsOf(engine, entry, undefined)) && !isPlaced(page, node.group);
  const group = strays ? (homeOf(page, edgesAt.get(node.id) ?? [], node)?.id ?? node.group) : node.group;
  return group === undefined ? {} : { group };
}

/** Longest id that a fix gives, in characters. */
const longestId = 120;

/** An id like the one wished for that nothing on the page has. */
export function freeId({ nodes, edges, groups }: Page, wish: string): string {
  const start = wish.slice(0, longestId);
  const isTaken = (id: string): boolean => [nodes, edges, groups].some((records) => Object.hasOwn(records, id));
  let [id, count] = [start, 1];
  while (isTaken(id)) {
    count += 1;
    id = `${start}-${count}`;
  }
  return id;
}

/** A name as inside a sentence. */
export const lowest = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Names of kinds of data as in a sentence: "speech, text or a transcript". */
export function kindNames({ engine }: Checked, ids: readonly string[], most = 3): string {
  const names = ids.slice(0, most).map((id) => (engine.index.dataKinds.get(id)?.name ?? id).toLowerCase());
  return listed(names, 'or') || 'nothing';
}

/** Whether what stands for this entry runs in AWS and nowhere else. */
export const runsInAws = (catalog: Catalog, entry: Entry): boolean =>
  isOfAws(entry, offeringsOf(engineOf(catalog), entry, undefined));

/** The boundary of AWS that a new part of this entry belongs to; none where the page has none, or it may stand elsewhere. */
export const boundaryForNew = (page: Page, catalog: Catalog, entry: Entry): DiagramGroup | undefined =>
  runsInAws(catalog, entry) ? homeOf(page, [], { id: '' }) : undefined;
