import MiniSearch from 'minisearch';
import type { CatalogIndex } from '../../../core/catalog/lookup.ts';
import { decide } from '../../../core/decision/decide.ts';
import type { Template } from '../../../core/templates/template.ts';

/** Ids of the entries that a template's decision recommends, in the order of the flow. */
export function servicesOf({ catalog }: CatalogIndex, { need }: Template): readonly string[] {
  return decide(catalog, need)
    .architecture.stages.filter(({ role }) => role === 'stage')
    .map(({ id }) => id);
}

/** A search over templates by their words, their tasks and their services. Of an empty query: all, in their order. */
export function templateSearch(
  index: CatalogIndex,
  templates: readonly Template[],
): (query: string) => readonly Template[] {
  const fields = ['title', 'description', 'audience', 'sentence', 'tasks', 'services'];
  const search = new MiniSearch({
    fields,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 4, services: 2 }, combineWith: 'AND' },
  });
  search.addAll(
    templates.map((template) => ({
      id: template.id,
      title: template.title,
      description: template.description,
      audience: template.audience,
      sentence: template.need.text ?? '',
      tasks: template.need.tasks.map(({ task }) => index.tasks.get(task)?.name ?? task).join(' '),
      services: servicesOf(index, template)
        .map((id) => index.entries.get(id)?.name ?? id)
        .join(' '),
    })),
  );
  const byId = new Map(templates.map((template) => [template.id, template]));
  return (query) =>
    query.trim() === '' ? templates : search.search(query).flatMap(({ id }) => byId.get(String(id)) ?? []);
}
