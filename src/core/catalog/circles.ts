/** Checks that nothing in a catalogue is above itself. */
import type { CatalogIssue } from './catalog.ts';
import type { Placed } from './gather.ts';

/** Follows `parent` from each item; reports the items that lie on a circle. */
export const checkCircles = <Item extends { readonly id: string }>(
  list: readonly Placed<Item>[],
  field: string,
  parent: (item: Item) => string | undefined,
): CatalogIssue[] => {
  const parents = new Map(list.map(({ item }) => [item.id, parent(item)]));
  return list.flatMap(({ item, issueAt }) => {
    const way = [item.id];
    let next = parents.get(item.id);
    while (next !== undefined && !way.includes(next)) {
      way.push(next);
      next = parents.get(next);
    }
    return next === item.id ? [issueAt([field], `Goes round in a circle: ${[...way, next].join(' -> ')}`)] : [];
  });
};
