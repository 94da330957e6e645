import type { Entry } from '../catalog/entry.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { Task } from '../catalog/vocabulary.ts';

/** What an entry does best: the first of its offers with the best fit. */
export const foremostTask = (index: CatalogIndex, entry: Entry): Task | undefined => {
  const [best] = entry.offers.toSorted((one, other) => other.fit - one.fit);
  return best && index.tasks.get(best.task);
};
