/** What the parts of a sketch are called from afar, where there is little room for words. */
import { oncePer } from '../base/oncePer.ts';
import type { Entry } from '../catalog/entry.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';

/** A first word that so large a share of the catalogue's names begins with is the maker's, and tells nobody apart. */
const makersShare = 0.05;

/** First words that are a maker's. */
const makersOf = oncePer((index: CatalogIndex): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { name } of index.entries.values()) {
    const [first = ''] = name.split(' ');
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const most = index.entries.size * makersShare;
  return new Set([...counts].flatMap(([word, count]) => (count >= most ? [word] : [])));
});

/** A service that bears its own name is called by its short one, or without its maker's; all else as a hand or the draft has called it. */
export function farNameOf(label: string, entry: Entry | undefined, index: CatalogIndex): string {
  const words = label.trim().split(/\s+/);
  if (entry === undefined || label !== entry.name) return words.join(' ');
  if (entry.shortName !== undefined) return entry.shortName;
  const [first = '', second = ''] = words;
  return makersOf(index).has(first) && /^[\p{Lu}\d]/u.test(second) ? words.slice(1).join(' ') : words.join(' ');
}
