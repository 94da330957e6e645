/** Checks that no name is used twice where it has to be the only one. */
import type { CatalogIssue } from './catalog.ts';
import { type Lists, type Placed, placeOf } from './gather.ts';

/** A name, and how to complain at the place where it is given. */
interface Use {
  readonly name: string;
  readonly at: (message: string) => CatalogIssue;
}

/** Reports each name that was used before in the same space. */
const repeated = (noun: string, uses: readonly Use[]): CatalogIssue[] => {
  const first = new Map<string, Use['at']>();
  return uses.flatMap(({ name, at }) => {
    const before = first.get(name);
    if (!before) {
      first.set(name, at);
      return [];
    }
    return [at(`The ${noun} "${name}" is already used at ${placeOf(before(''))}`)];
  });
};

const idUses = (list: readonly Placed<{ readonly id: string }>[]): readonly Use[] =>
  list.map(({ item, issueAt }) => ({ name: item.id, at: (message) => issueAt(['id'], message) }));

/** Ids of things that lie in a list of an item: groups of a layer, facts of an entry. */
const innerUses = (
  field: string,
  inner: readonly { readonly id: string }[],
  issueAt: Placed<unknown>['issueAt'],
): readonly Use[] =>
  inner.map(({ id }, index) => ({ name: id, at: (message) => issueAt([field, index, 'id'], message) }));

/** Every id, alias and relation that is given twice in the space where it has to be the only one. */
export const checkUniqueNames = (lists: Lists): CatalogIssue[] => [
  ...repeated('source', idUses(lists.sources)),
  ...repeated(
    'layer or group',
    lists.layers.flatMap((layer) => [...idUses([layer]), ...innerUses('groups', layer.item.groups, layer.issueAt)]),
  ),
  ...repeated('data kind', idUses(lists.dataKinds)),
  ...repeated('task group', idUses(lists.taskGroups)),
  ...repeated('task', idUses(lists.tasks)),
  ...repeated('criterion', idUses(lists.criteria)),
  ...repeated('profile', idUses(lists.profiles)),
  // Ids first, so that it is the alias that is told off.
  ...repeated('id or alias', [
    ...idUses(lists.entries),
    ...lists.entries.flatMap(({ item, issueAt }) =>
      item.aliases.map((name, index): Use => ({ name, at: (message) => issueAt(['aliases', index], message) })),
    ),
  ]),
  ...lists.entries.flatMap(({ item, issueAt }) => repeated('fact', innerUses('facts', item.facts, issueAt))),
  ...repeated(
    'relation',
    lists.relations.map(({ item, issueAt }) => ({
      name: `${item.from} ${item.type} ${item.to}`,
      at: (message) => issueAt([], message),
    })),
  ),
];
