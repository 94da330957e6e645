/** From the text of YAML files to a checked catalogue: read, gather, check; every issue with file, line and field. */
import { byCodeUnit } from '../base/order.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { Catalog, CatalogIssue } from './catalog.ts';
import { type Gathered, gather, type Lists, type Placed } from './gather.ts';
import { checkReferences } from './references.ts';
import { type Section, type SectionItem, sectionNames } from './sections.ts';
import { type CatalogFile, readYaml, type YamlDocument } from './yamlDocument.ts';

export type { CatalogFile } from './yamlDocument.ts';

/** What a catalogue of a user's own may be laid over. */
export interface LoadOptions {
  /** The files of the catalogue that comes with the tool, for one that says `extends: bundled` (ADR 0003). */
  readonly bundled?: readonly CatalogFile[];
}

/**
 * Loads a catalogue from files in any order; their paths give the order of what they hold. Each file says by its top
 * keys what that is. Never throws: fails with every issue that was found. References are checked once every file
 * could be read, since a name may stand in the one that could not.
 */
export const loadCatalog = (
  files: readonly CatalogFile[],
  options: LoadOptions = {},
): Result<Catalog, readonly CatalogIssue[]> => {
  const read = readAll(files);
  if (!read.ok) return read;
  const own = gather(read.value);

  const extending = own.head.extends;
  if (!extending) return checked(own);
  if (!options.bundled)
    return failure([extending.issueAt([], 'There is no bundled catalogue here that it could extend')]);
  const bundled = readAll(options.bundled);
  if (!bundled.ok) return bundled;
  return checked(extended(gather(bundled.value), own));
};

const readAll = (files: readonly CatalogFile[]): Result<readonly YamlDocument[], readonly CatalogIssue[]> => {
  if (files.length === 0)
    return failure([{ file: '(none)', field: '(file)', message: 'A catalogue needs at least one YAML file' }]);
  const documents: YamlDocument[] = [];
  const issues: CatalogIssue[] = [];
  for (const file of [...files].sort((left, right) => byCodeUnit(left.path, right.path))) {
    const document = readYaml(file);
    if (document.ok) documents.push(document.value);
    else issues.push(...document.error);
  }
  return issues.length > 0 ? failure(issues) : success(documents);
};

/** What names an item within its list: a relation has no id of its own. */
const nameOf = (item: SectionItem<Section>): string =>
  'id' in item ? item.id : `${item.from} ${item.type} ${item.to}`;

/** The items of `base`, each replaced where `own` has one of the same name, then what `own` adds. */
const overlaid = <Item extends SectionItem<Section>>(
  base: readonly Placed<Item>[],
  own: readonly Placed<Item>[],
): Placed<Item>[] => {
  const places = new Map(base.map(({ item }, index) => [nameOf(item), index]));
  const merged = [...base];
  for (const placed of own) {
    const place = places.get(nameOf(placed.item));
    // Each place is taken once: a name that `own` uses twice stays twice, for the checks to find.
    places.delete(nameOf(placed.item));
    if (place === undefined) merged.push(placed);
    else merged[place] = placed;
  }
  return merged;
};

const extended = (bundled: Gathered, own: Gathered): Gathered => ({
  lists: {
    sources: overlaid(bundled.lists.sources, own.lists.sources),
    layers: overlaid(bundled.lists.layers, own.lists.layers),
    dataKinds: overlaid(bundled.lists.dataKinds, own.lists.dataKinds),
    taskGroups: overlaid(bundled.lists.taskGroups, own.lists.taskGroups),
    tasks: overlaid(bundled.lists.tasks, own.lists.tasks),
    criteria: overlaid(bundled.lists.criteria, own.lists.criteria),
    profiles: overlaid(bundled.lists.profiles, own.lists.profiles),
    entries: overlaid(bundled.lists.entries, own.lists.entries),
    relations: overlaid(bundled.lists.relations, own.lists.relations),
  },
  head: { ...bundled.head, ...own.head },
  broken: new Map(
    sectionNames.map((name) => [name, new Set([...(bundled.broken.get(name) ?? []), ...(own.broken.get(name) ?? [])])]),
  ),
  issues: [...bundled.issues, ...own.issues],
});

const itemsOf = (lists: Lists): Omit<Catalog, 'title' | 'asOf'> => ({
  sources: lists.sources.map(({ item }) => item),
  layers: lists.layers.map(({ item }) => item),
  dataKinds: lists.dataKinds.map(({ item }) => item),
  taskGroups: lists.taskGroups.map(({ item }) => item),
  tasks: lists.tasks.map(({ item }) => item),
  criteria: lists.criteria.map(({ item }) => item),
  profiles: lists.profiles.map(({ item }) => item),
  entries: lists.entries.map(({ item }) => item),
  relations: lists.relations.map(({ item }) => item),
});

const checked = (gathered: Gathered): Result<Catalog, readonly CatalogIssue[]> => {
  const { head, lists } = gathered;
  const issues = [...gathered.issues, ...checkReferences(gathered)];
  const missing = (field: string, message: string): void => {
    // A key that is there but malformed has had its issue already.
    if (issues.some((issue) => issue.field === field)) return;
    issues.push({ file: 'catalog.yaml', field, message });
  };
  if (!head.title) missing('title', 'Is missing: no file says what the catalogue is called ("title: …")');
  if (!head.asOf) missing('asOf', 'Is missing: no file says as of which day it holds ("asOf: 2026-01-31")');
  if (lists.entries.length === 0 && !gathered.broken.has('entries'))
    missing('entries', 'Is missing: no file holds an entry');
  if (issues.length > 0 || !head.title || !head.asOf) return failure(inOrder(issues));
  return success({ title: head.title.item, asOf: head.asOf.item, ...itemsOf(lists) });
};

const inOrder = (issues: readonly CatalogIssue[]): readonly CatalogIssue[] =>
  [...issues].sort((left, right) => byCodeUnit(left.file, right.file) || (left.line ?? 0) - (right.line ?? 0));
