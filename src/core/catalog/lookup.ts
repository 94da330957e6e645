/** Finding things in a catalogue by id. Built once for each catalogue and kept as long as the catalogue lives. */
import { oncePer } from '../base/oncePer.ts';
import type { Catalog } from './catalog.ts';
import type { Entry, Relation } from './entry.ts';
import type { Criterion, DataKind, Layer, Profile, Rating, Source, Task, TaskGroup } from './vocabulary.ts';

type Lookup<Item> = ReadonlyMap<string, Item>;

/** A group of the stack, and the layer that it stands in. */
export interface PlacedGroup {
  readonly id: string;
  readonly name: string;
  readonly layer: Layer;
}

/** Everything of a catalogue by its id. Maps keep the catalogue's order. */
export interface CatalogIndex {
  readonly catalog: Catalog;
  /** By id and by alias; an id wins over an alias. */
  readonly entries: Lookup<Entry>;
  readonly tasks: Lookup<Task>;
  readonly taskGroups: Lookup<TaskGroup>;
  readonly dataKinds: Lookup<DataKind>;
  readonly criteria: Lookup<Criterion>;
  readonly sources: Lookup<Source>;
  readonly profiles: Lookup<Profile>;
  readonly layers: Lookup<Layer>;
  readonly groups: Lookup<PlacedGroup>;
  /** By id of a service: the entries that are `partOf` it, in the catalogue's order. Absent where there are none. */
  readonly capabilities: Lookup<readonly Entry[]>;
  /** By id of an entry: the relations that start at it. Absent where there are none. */
  readonly relationsFrom: Lookup<readonly Relation[]>;
  /** By id of an entry: the relations that end at it. Absent where there are none. */
  readonly relationsTo: Lookup<readonly Relation[]>;
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

const groupedBy = <Item>(items: readonly Item[], key: (item: Item) => string | undefined): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
};

const entriesByEveryName = (entries: readonly Entry[]): Map<string, Entry> => {
  const names = byId(entries);
  for (const entry of entries) {
    for (const alias of entry.aliases) if (!names.has(alias)) names.set(alias, entry);
  }
  return names;
};

const placedGroups = (layers: readonly Layer[]): PlacedGroup[] =>
  layers.flatMap((layer) => layer.groups.map((group) => ({ ...group, layer })));

const build = (catalog: Catalog): CatalogIndex => ({
  catalog,
  entries: entriesByEveryName(catalog.entries),
  tasks: byId(catalog.tasks),
  taskGroups: byId(catalog.taskGroups),
  dataKinds: byId(catalog.dataKinds),
  criteria: byId(catalog.criteria),
  sources: byId(catalog.sources),
  profiles: byId(catalog.profiles),
  layers: byId(catalog.layers),
  groups: byId(placedGroups(catalog.layers)),
  capabilities: groupedBy(catalog.entries, (entry) => entry.partOf),
  relationsFrom: groupedBy(catalog.relations, (relation) => relation.from),
  relationsTo: groupedBy(catalog.relations, (relation) => relation.to),
});

/** The index of a catalogue. Cheap to call again: the same catalogue object gives the same index. */
export const indexCatalog: (catalog: Catalog) => CatalogIndex = oncePer(build);

const unrated: Rating = { value: 0.5, judgement: 'Not rated', sources: [] };

const ownRating = (ratings: Readonly<Record<string, Rating>>, criterionId: string): Rating | undefined =>
  Object.hasOwn(ratings, criterionId) ? ratings[criterionId] : undefined;

/** How an entry is rated on a criterion: its own rating, else its profile's; 0.5 where neither says (a checked
 * catalogue has none such). */
export const ratingOf = (index: CatalogIndex, entry: Entry, criterionId: string): Rating => {
  const profile = index.profiles.get(entry.profile);
  return ownRating(entry.ratings, criterionId) ?? (profile && ownRating(profile.ratings, criterionId)) ?? unrated;
};
