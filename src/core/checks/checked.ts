/** What every check looks at: the page, and what the catalogue knows of its parts. */
import { listed } from '../base/words.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Decision } from '../decision/decision.ts';
import { acceptedBy, type Engine, type Offering, producedBy } from '../decision/engine.ts';
import type { DiagramEdge, DiagramNode } from '../diagram/diagram.ts';
import { inOrder, type Page } from '../diagram/page.ts';

/** A node that stands for an entry that the catalogue knows. */
export interface Part {
  readonly node: DiagramNode;
  readonly entry: Entry;
  /** What it does here: the tasks that it is there for, or all that it and its capabilities can do. */
  readonly offerings: readonly Offering[];
}

export interface Checked {
  readonly engine: Engine;
  readonly page: Page;
  readonly parts: readonly Part[];
  readonly partOf: ReadonlyMap<string, Part>;
  readonly edges: readonly DiagramEdge[];
  /** Absent where nothing is asked for. */
  readonly decision: Decision | undefined;
}

export function lookAt(engine: Engine, page: Page, decision: Decision | undefined): Checked {
  const parts = inOrder(page.nodes).flatMap((node): Part[] => {
    const entry = node.entry === undefined ? undefined : engine.index.entries.get(node.entry);
    return entry ? [{ node, entry, offerings: offeringsOf(engine, entry, node.covers) }] : [];
  });
  return {
    engine,
    page,
    parts,
    partOf: new Map(parts.map((part) => [part.node.id, part])),
    edges: inOrder(page.edges),
    decision: decision && decision.need.tasks.length > 0 ? decision : undefined,
  };
}

/** Everything that an entry and its capabilities offer; where it is there for some tasks, what does those. */
function offeringsOf(engine: Engine, entry: Entry, covers: readonly string[] | undefined): readonly Offering[] {
  const all = [entry, ...(engine.index.capabilities.get(entry.id) ?? [])].flatMap(
    ({ id }) => engine.offeringsOf.get(id) ?? [],
  );
  const own = all.filter(({ offer }) => covers?.includes(offer.task));
  return own.length > 0 ? own : all;
}

/** Kinds that a part takes; empty where it takes anything or nothing is known. */
export const takenBy = ({ engine }: Checked, { offerings }: Part): readonly string[] =>
  kinds(engine, offerings, acceptedBy);

/** Kinds that a part takes, and those that it works with besides: the algorithm of a training job. */
export const usedBy = (checked: Checked, part: Part): readonly string[] => {
  const besides = part.offerings.flatMap(({ offer }) => checked.engine.index.tasks.get(offer.task)?.joins ?? []);
  return [...new Set([...takenBy(checked, part), ...besides])];
};

/** Kinds that a part gives. */
export const givenBy = ({ engine }: Checked, { offerings }: Part): readonly string[] =>
  kinds(engine, offerings, producedBy);

function kinds(engine: Engine, offerings: readonly Offering[], of: typeof acceptedBy): readonly string[] {
  const lists = offerings.map(({ offer }) => {
    const task = engine.index.tasks.get(offer.task);
    return task ? of(task, offer) : [];
  });
  return [...new Set(lists.flat())];
}

/** Kinds that flow along an edge: what it says itself, else what its start holds or gives. */
export function givenAlong(checked: Checked, edge: DiagramEdge): readonly string[] {
  if (edge.data !== undefined) return [edge.data];
  const held = checked.page.nodes[edge.from]?.data;
  if (held !== undefined) return [held];
  const from = checked.partOf.get(edge.from);
  return from ? givenBy(checked, from) : [];
}

/** Names of kinds of data as in a sentence: "speech, text or a transcript". */
export function kindNames({ engine }: Checked, ids: readonly string[], most = 3): string {
  const names = ids.slice(0, most).map((id) => (engine.index.dataKinds.get(id)?.name ?? id).toLowerCase());
  return listed(names, 'or') || 'nothing';
}
