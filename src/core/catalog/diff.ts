/**
 * What changed from one catalogue to another: for whoever keeps a catalogue of their own, and for the notes of a new
 * version of ours. Where in which file something stands, and in which order, is no difference.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from './catalog.ts';
import type { Entry, Fact, Lifecycle, Offer, Relation } from './entry.ts';

/** An entry that is on one side only. */
export interface LoneEntry {
  readonly id: string;
  readonly name: string;
}

/** An entry that is gone. `aliasOf`: its id still leads to this one, which was there before. */
export interface RemovedEntry extends LoneEntry {
  readonly aliasOf?: string;
}

/** An entry with a new id, which keeps the former one as an alias. */
export interface RenamedEntry {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** What was added, removed or changed of things that have a key of their own. */
export interface ListDiff<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Both sides, and the fields in which they differ. */
  readonly changed: readonly { readonly before: Item; readonly after: Item; readonly fields: readonly string[] }[];
}

/** What changed of one entry. `id` is the one that it has now. */
export interface EntryDiff {
  readonly id: string;
  readonly name: string;
  /** Absent where status, day, note and successors are as they were. */
  readonly lifecycle?: { readonly before: Lifecycle; readonly after: Lifecycle };
  readonly offers: ListDiff<Offer>;
  readonly facts: ListDiff<Fact>;
  /** Other fields that differ, such as `summary` or `ratings`. */
  readonly fields: readonly string[];
}

/** What differs between two catalogues, or two days of one, entry by entry. */
export interface CatalogDiff {
  readonly before: { readonly title: string; readonly asOf: string };
  readonly after: { readonly title: string; readonly asOf: string };
  readonly added: readonly LoneEntry[];
  readonly removed: readonly RemovedEntry[];
  readonly renamed: readonly RenamedEntry[];
  readonly changed: readonly EntryDiff[];
  /** Ids of tasks that can be asked for now, or no longer. */
  readonly tasks: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Relations as `from type to`. */
  readonly relations: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** Compares two checked catalogues. Every list is in the order of ids by code unit. */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const pairs = pair(before, after);
  const newIds = new Map(pairs.map((each) => [each.before.id, each.after.id]));
  const idNow: IdNow = (id) => newIds.get(id) ?? id;
  const now = new Set(pairs.map((each) => each.after));
  const then = new Map(pairs.map((each) => [each.before, each.after]));
  const names = namesOf(after);
  return {
    before: { title: before.title, asOf: before.asOf },
    after: { title: after.title, asOf: after.asOf },
    added: byId(after.entries.filter((entry) => !now.has(entry))).map(({ id, name }) => ({ id, name })),
    removed: byId(before.entries.filter((entry) => !then.has(entry))).map(({ id, name }): RemovedEntry => {
      const aliasOf = names.get(id)?.id;
      return aliasOf === undefined ? { id, name } : { id, name, aliasOf };
    }),
    renamed: pairs
      .filter((each) => each.before.id !== each.after.id)
      .map((each) => ({ from: each.before.id, to: each.after.id, name: each.after.name }))
      .sort((left, right) => byCodeUnit(left.from, right.from)),
    changed: byId(pairs.flatMap((each) => diffEntry(each.before, each.after, idNow) ?? [])),
    tasks: diffKeys(before.tasks.map(idOf), after.tasks.map(idOf)),
    relations: diffKeys(
      before.relations.map((each) => relationKey({ ...each, from: idNow(each.from), to: idNow(each.to) })),
      after.relations.map(relationKey),
    ),
  };
}

/** The id that an entry of the former catalogue has in the later one; its own where it is gone. */
type IdNow = (id: string) => string;

/** A former entry as it would be written now: what was only renamed elsewhere is no change of it. */
const withIdsOfNow = (entry: Entry, idNow: IdNow): Entry => ({
  ...entry,
  ...(entry.partOf === undefined ? {} : { partOf: idNow(entry.partOf) }),
  lifecycle: { ...entry.lifecycle, successors: entry.lifecycle.successors.map(idNow) },
  companions: entry.companions.map((companion) => ({ ...companion, id: idNow(companion.id) })),
  offers: entry.offers.map(({ frameworks, avoidWhen, ...offer }) => ({
    ...offer,
    ...(frameworks === undefined ? {} : { frameworks: frameworks.map(idNow) }),
    ...(avoidWhen === undefined
      ? {}
      : {
          avoidWhen: avoidWhen.instead === undefined ? avoidWhen : { ...avoidWhen, instead: idNow(avoidWhen.instead) },
        }),
  })),
});

const idOf = ({ id }: { readonly id: string }): string => id;

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((left, right) => byCodeUnit(left.id, right.id));

const relationKey = ({ from, type, to, historical }: Relation): string =>
  `${from} ${type} ${to}${historical ? ' (historical)' : ''}`;

interface Pair {
  readonly before: Entry;
  readonly after: Entry;
}

/** Entries by id and alias; an id wins over an alias. */
function namesOf({ entries }: Catalog): ReadonlyMap<string, Entry> {
  const names = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of entries) for (const alias of entry.aliases) if (!names.has(alias)) names.set(alias, entry);
  return names;
}

/** Entries that are the same on both sides: by id; else by the alias that a new id leaves behind, once for each. */
function pair(before: Catalog, after: Catalog): readonly Pair[] {
  const names = namesOf(after);
  const known = new Set(before.entries.map(idOf));
  const taken = new Set<Entry>();
  return byId(before.entries).flatMap((entry): readonly Pair[] => {
    const match = names.get(entry.id);
    if (!match || (match.id !== entry.id && known.has(match.id)) || taken.has(match)) return [];
    taken.add(match);
    return [{ before: entry, after: match }];
  });
}

function diffKeys(before: readonly string[], after: readonly string[]): CatalogDiff['tasks'] {
  const then = new Set(before);
  const now = new Set(after);
  return {
    added: [...now].filter((key) => !then.has(key)).sort(byCodeUnit),
    removed: [...then].filter((key) => !now.has(key)).sort(byCodeUnit),
  };
}

/** A value as text that is the same for what means the same: the order of keys, and of ids in a set, does not count. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort(byCodeUnit).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.sort(byCodeUnit).join()}}`;
}

/** Names of the fields in which two objects differ, by code unit. */
function differingFields(before: object, after: object, skipped: ReadonlySet<string> = new Set()): readonly string[] {
  const fieldOf = (value: object, name: string): unknown => Object.entries(value).find(([key]) => key === name)?.[1];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !skipped.has(name) && canonical(fieldOf(before, name)) !== canonical(fieldOf(after, name)))
    .sort(byCodeUnit);
}

/** Items by their key. Of those that share one, the second and later get keys of their own. */
function keyed<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const all = new Map<string, Item>();
  for (const item of items) {
    let key = keyOf(item);
    while (all.has(key)) key += '+';
    all.set(key, item);
  }
  return all;
}

function diffList<Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): ListDiff<Item> {
  const then = keyed(before, keyOf);
  const now = keyed(after, keyOf);
  const keys = diffKeys([...then.keys()], [...now.keys()]);
  return {
    added: keys.added.flatMap((key) => now.get(key) ?? []),
    removed: keys.removed.flatMap((key) => then.get(key) ?? []),
    changed: [...then.keys()].sort(byCodeUnit).flatMap((key) => {
      const [old, current] = [then.get(key), now.get(key)];
      if (!old || !current) return [];
      const fields = differingFields(old, current);
      return fields.length === 0 ? [] : [{ before: old, after: current, fields }];
    }),
  };
}

/** When and where a lifecycle was last looked up is no news. Its successors are: the best stands first. */
const lifecycleKey = ({ status, date, note, successors }: Lifecycle): string =>
  JSON.stringify([status, date, note, successors]);

/** Fields that are told apart by themselves. */
const ownFields: ReadonlySet<string> = new Set(['id', 'lifecycle', 'offers', 'facts']);
/** A new id always leaves an alias. */
const fieldsOfRenamed: ReadonlySet<string> = new Set([...ownFields, 'aliases']);

function diffEntry(former: Entry, after: Entry, idNow: IdNow): EntryDiff | undefined {
  const before = withIdsOfNow(former, idNow);
  const offers = diffList(before.offers, after.offers, ({ task }) => task);
  const facts = diffList(before.facts, after.facts, idOf);
  const fields = differingFields(before, after, former.id === after.id ? ownFields : fieldsOfRenamed);
  const moved = lifecycleKey(before.lifecycle) !== lifecycleKey(after.lifecycle);
  const lists = [offers, facts].flatMap(({ added, removed, changed }) => [added, removed, changed]);
  if (!moved && fields.length === 0 && lists.every(({ length }) => length === 0)) return undefined;
  return {
    id: after.id,
    name: after.name,
    ...(moved ? { lifecycle: { before: before.lifecycle, after: after.lifecycle } } : {}),
    offers,
    facts,
    fields,
  };
}

/** Whether nothing that the diff tells apart has changed; the day and the title of the whole may. */
export const isUnchanged = ({ added, removed, renamed, changed, tasks, relations }: CatalogDiff): boolean =>
  [added, removed, renamed, changed, tasks.added, tasks.removed, relations.added, relations.removed].every(
    ({ length }) => length === 0,
  );
