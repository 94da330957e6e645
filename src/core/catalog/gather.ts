/** Collects the items of many files into the lists of one catalogue. Items may still name things that don't exist. */
import { isMapping } from '../base/mapping.ts';
import { didYouMean, nearest } from '../base/nearest.ts';
import type { CatalogIssue } from './catalog.ts';
import {
  type HeadKey,
  headKeys,
  headSchemas,
  type Section,
  type SectionItem,
  sectionNames,
  sectionSchemas,
} from './sections.ts';
import { checkShape } from './shape.ts';
import type { FieldPath, YamlDocument } from './yamlDocument.ts';

/** An item, and how to point at a field of it. */
export interface Placed<Item> {
  readonly item: Item;
  issueAt(field: FieldPath, message: string): CatalogIssue;
}

/** By section: what all files of a catalogue hold of it, each item with the place that it was read from. */
export type Lists = { readonly [Name in Section]: Placed<SectionItem<Name>>[] };

/** The lists, the head, and what must not be called missing because it was only malformed. */
export interface Gathered {
  readonly lists: Lists;
  readonly head: { readonly [Key in HeadKey]?: Placed<string> };
  /** Ids of items that are there but broken, by section: a reference to one is no second error. */
  readonly broken: ReadonlyMap<Section, ReadonlySet<string>>;
  readonly issues: readonly CatalogIssue[];
}

const emptyLists = (): Lists => ({
  sources: [],
  layers: [],
  dataKinds: [],
  taskGroups: [],
  tasks: [],
  criteria: [],
  profiles: [],
  entries: [],
  relations: [],
});

const mayHold = [...headKeys, ...sectionNames].join(', ');

const isSection = (key: string): key is Section => (sectionNames as readonly string[]).includes(key);
const isHeadKey = (key: string): key is HeadKey => (headKeys as readonly string[]).includes(key);

const idsWithin = (value: unknown): readonly string[] => {
  if (!isMapping(value)) return [];
  const groups = Array.isArray(value.groups) ? value.groups.flatMap(idsWithin) : [];
  const aliases = Array.isArray(value.aliases) ? value.aliases : [];
  return [value.id, ...aliases, ...groups].filter((id) => typeof id === 'string');
};

/** Gathers what files hold, in the order given. Every problem of shape is reported. */
export const gather = (documents: readonly YamlDocument[]): Gathered => {
  const lists = emptyLists();
  const head: { [Key in HeadKey]?: Placed<string> } = {};
  const broken = new Map<Section, Set<string>>();
  const issues: CatalogIssue[] = [];

  const gatherList = <Name extends Section>(
    document: YamlDocument,
    key: string,
    section: Name,
    values: readonly unknown[],
  ): void => {
    const list = lists[section] as Placed<SectionItem<Name>>[];
    values.forEach((value, index) => {
      const issueAt = (field: FieldPath, message: string) => document.issueAt([key, index, ...field], message);
      const checked = checkShape(sectionSchemas[section], value);
      if (checked.ok) {
        list.push({ item: checked.value as SectionItem<Name>, issueAt });
        return;
      }
      issues.push(...checked.error.map(({ path, message }) => issueAt(path, message)));
      const ids = broken.get(section) ?? new Set();
      for (const id of idsWithin(value)) ids.add(id);
      broken.set(section, ids);
    });
  };

  const gatherHead = (document: YamlDocument, key: HeadKey, value: unknown): void => {
    const checked = checkShape(headSchemas[key], value);
    if (!checked.ok) {
      issues.push(...checked.error.map(({ path, message }) => document.issueAt([key, ...path], message)));
      return;
    }
    const first = head[key];
    if (first) issues.push(document.issueAt([key], `Is already set at ${placeOf(first.issueAt([], ''))}`));
    else head[key] = { item: checked.value, issueAt: (field, message) => document.issueAt([key, ...field], message) };
  };

  for (const document of documents) {
    if (!isMapping(document.value)) {
      issues.push(document.issueAt([], `Must be a mapping with a key such as "entries:" at its top`));
      continue;
    }
    for (const [key, value] of Object.entries(document.value)) {
      if (isHeadKey(key)) {
        gatherHead(document, key, value);
        continue;
      }
      // A misspelt list is read as the one that was meant, so that nothing in it is called missing as well.
      const section = isSection(key) ? key : nearest(key, sectionNames);
      if (section !== key) {
        const hint = didYouMean(key, [...sectionNames, ...headKeys]);
        issues.push(document.issueAt([key], `Unknown key${hint || `; a file may hold ${mayHold}`}`));
      }
      if (section === undefined || !isSection(section)) continue;
      if (Array.isArray(value)) gatherList(document, key, section, value);
      else issues.push(document.issueAt([key], 'Must be a list (lines that begin with "- ")'));
    }
  }
  return { lists, head, broken, issues };
};

/** Where an issue points, as `file:line`. */
export const placeOf = ({ file, line }: CatalogIssue): string => (line === undefined ? file : `${file}:${line}`);
