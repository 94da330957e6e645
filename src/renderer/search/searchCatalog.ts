/** Search over the entries and tasks of a catalogue by what they are called and what people call them. */
import { oncePer } from '../../core/base/oncePer.ts';
import { type Findable, finder, type NoiseWords } from '../../core/base/ranking.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Entry, EntryKind } from '../../core/catalog/entry.ts';
import type { Task } from '../../core/catalog/vocabulary.ts';

/** What can be found. */
export type FoundKind = 'entry' | 'task';

/** What a query found: the id of an entry or of a task. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
}

interface FoundDocument extends Findable, Found {
  /** It stands on the stack map or is a task: what is only drawn around the stack is not. */
  readonly ofStack: boolean;
}

/** Names of services begin with their vendor, which nobody types. */
export const vendorWords: NoiseWords = new Set(['amazon', 'aws']);

/** Who types a name means the service first, then what is run on it, then what it can do; and last what nobody new can have. */
const kindRanks: Readonly<Record<EntryKind, number>> = {
  service: 0,
  context: 0,
  part: 0,
  algorithm: 1,
  framework: 1,
  compute: 1,
  image: 1,
  capability: 2,
};
const ofNobodyNew = 3;

/** An entry as a search finds it. */
export const findableEntry = ({
  id,
  name,
  shortName,
  kind,
  aliases,
  foundBy,
  summary,
  lifecycle,
}: Entry): Findable => ({
  key: `entry:${id}`,
  names: shortName === undefined ? [name] : [name, shortName],
  otherNames: [id, ...aliases, ...(foundBy ?? [])],
  text: summary,
  rank: kindRanks[kind] + (lifecycle.status === 'active' ? 0 : ofNobodyNew),
});

const findableTask = ({ id, name, description }: Task): Findable => ({
  key: `task:${id}`,
  names: [name],
  otherNames: [id],
  text: description,
  rank: 1,
});

const documentsOf = (catalog: Catalog): FoundDocument[] => [
  ...catalog.entries.map(
    (entry): FoundDocument => ({
      ...findableEntry(entry),
      kind: 'entry',
      id: entry.id,
      ofStack: entry.kind !== 'part',
    }),
  ),
  ...catalog.tasks.map((task): FoundDocument => ({ ...findableTask(task), kind: 'task', id: task.id, ofStack: true })),
];

/** What a query finds, best first, at most `most`; of the `stack`: its tasks, and the entries that are on the map. A word may be begun only, or be mistyped by a letter. */
export type SearchCatalog = (query: string, kind: FoundKind | 'stack', most: number) => readonly Found[];

function build(catalog: Catalog): SearchCatalog {
  const find = finder(documentsOf(catalog), vendorWords);
  return (query, wanted, most) =>
    find(query)
      .filter(({ kind, ofStack }) => (wanted === 'stack' ? ofStack : kind === wanted))
      .slice(0, most)
      .map(({ kind, id }) => ({ kind, id }));
}

/** Search over the entries and tasks of a catalogue; what it needs is prepared at the first use. */
export const searchOf: (catalog: Catalog) => SearchCatalog = oncePer(build);
