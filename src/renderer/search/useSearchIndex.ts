import MiniSearch from 'minisearch';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { useServices } from '../app/services.ts';

export type FoundKind = 'entry' | 'task';

export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
}

interface Document extends Found {
  readonly key: string;
  readonly name: string;
  readonly other: string;
  readonly text: string;
}

const documentsOf = (catalog: Catalog): Document[] => [
  ...catalog.entries.map(
    (entry): Document => ({
      key: `entry:${entry.id}`,
      kind: 'entry',
      id: entry.id,
      name: entry.name,
      other: [entry.shortName, ...entry.aliases].join(' '),
      text: entry.summary,
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
    }),
  ),
];

export type SearchCatalog = (query: string, kind: FoundKind | 'any', most: number) => readonly Found[];

function build(catalog: Catalog): SearchCatalog {
  const index = new MiniSearch<Document>({
    idField: 'key',
    fields: ['name', 'other', 'text'],
    storeFields: ['kind'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 4, other: 2 }, combineWith: 'AND' },
  });
  index.addAll(documentsOf(catalog));
  return (query, kind, most) =>
    index
      .search(query, { filter: (hit) => kind === 'any' || hit.kind === kind })
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

export const useSearchIndex = (): SearchCatalog => searchOf(useServices().catalog);
