/** Search over the entries and tasks of a catalogue by their words. */
import MiniSearch from 'minisearch';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Entry } from '../../core/catalog/entry.ts';

export type FoundKind = 'entry' | 'task';

/** What a query found: the id of an entry or of a task. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
}

interface Document extends Found {
  readonly key: string;
  readonly name: string;
  readonly other: string;
  readonly text: string;
  /** What its score is multiplied by. */
  readonly weight: number;
  /** It stands on the stack map or is a task: what is only drawn around the stack is not. */
  readonly ofStack: boolean;
}

/** Who types the beginning of a name means the service first, then what it can do, and last what nobody new can have. */
const weightOf = ({ kind, lifecycle }: Entry): number =>
  (kind === 'capability' ? 0.4 : 1) * (lifecycle.status === 'active' ? 1 : 0.5);

const documentsOf = (catalog: Catalog): Document[] => [
  ...catalog.entries.map(
    (entry): Document => ({
      key: `entry:${entry.id}`,
      kind: 'entry',
      id: entry.id,
      name: entry.name,
      other: [entry.shortName, ...entry.aliases].join(' '),
      text: entry.summary,
      weight: weightOf(entry),
      ofStack: entry.kind !== 'part',
    }),
  ),
  ...catalog.tasks.map(
    (task): Document => ({
      key: `task:${task.id}`,
      kind: 'task',
      id: task.id,
      name: task.name,
      other: task.id,
      text: task.description,
      weight: 1,
      ofStack: true,
    }),
  ),
];

/** What a query finds, best first, at most `most`; of the `stack`: its tasks, and the entries that are on the map. A word may be begun only, or be mistyped by a letter in five. */
export type SearchCatalog = (query: string, kind: FoundKind | 'stack', most: number) => readonly Found[];

function build(catalog: Catalog): SearchCatalog {
  const index = new MiniSearch<Document>({
    idField: 'key',
    fields: ['name', 'other', 'text'],
    storeFields: ['kind', 'weight', 'ofStack'],
    searchOptions: {
      prefix: true,
      fuzzy: 0.2,
      boost: { name: 4, other: 2 },
      boostDocument: (_id, _term, stored) => Number(stored?.weight ?? 1),
      combineWith: 'AND',
    },
  });
  index.addAll(documentsOf(catalog));
  return (query, kind, most) =>
    index
      .search(query, { filter: (hit) => (kind === 'stack' ? hit.ofStack : hit.kind === kind) })
      .slice(0, most)
      .map((hit) => ({ kind: hit.kind as FoundKind, id: hit.id.slice(hit.kind.length + 1) as string }));
}

const kept = new WeakMap<Catalog, SearchCatalog>();

/** Search over the entries and tasks of a catalogue; its index is built at the first use. */
export function searchOf(catalog: Catalog): SearchCatalog {
  const known = kept.get(catalog) ?? build(catalog);
  kept.set(catalog, known);
  return known;
}
