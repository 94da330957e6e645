/** Ids of what is drawn: what may be one, and where new ones come from. */
import type { Random } from '../base/random.ts';

/** What an id is made for; it becomes the first word of the id, so that a file reads well. */
export type IdKind = 'node' | 'group' | 'edge' | 'page' | 'comment';

/** A source of new ids. What it gives may be taken already; then it is asked again. */
export type IdSource = (kind: IdKind) => string;

/** Longest id, in characters. */
const longestId = 200;

/** Letters, digits and `. _ : ~ -`, starting with a letter or digit, and no name that every object has. */
export const isId = (text: string): boolean =>
  text.length <= longestId && /^[A-Za-z0-9][A-Za-z0-9._:~-]*$/.test(text) && !(text in {});

/** Ids such as `node-3k9fz0a2`, from a source of chance: two windows, or two branches, hardly ever make the same. */
export const idsByChance =
  (random: Random): IdSource =>
  (kind) =>
    `${kind}-${[...Array(8)].map(() => Math.floor(random() * 36).toString(36)).join('')}`;

/** Ids such as `node-1`, `node-2`: for tests and for data files made by hand. */
export function countedIds(): IdSource {
  let count = 0;
  return (kind) => {
    count += 1;
    return `${kind}-${count}`;
  };
}
