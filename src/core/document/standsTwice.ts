/** Names that stand twice where one may stand, as a merge leaves them: both are kept where that can be, and it is always told. */
import { isMapping, type Mapping } from '../base/mapping.ts';

/** Fields that grow while they are read. */
export type Fields = Record<string, unknown>;

/** Longest that an id is kept before a number is put to it, in characters. */
const longestStem = 190;

/** An id like this one that nothing has: `calls~2`. The same ids give the same one. */
export function anotherId(id: string, isTaken: (id: string) => boolean): string {
  const stem = id.slice(0, longestStem);
  let count = 2;
  while (isTaken(`${stem}~${count}`)) count += 1;
  return `${stem}~${count}`;
}

/** What a text is called in a sentence: in quotes, and no longer than can be read. */
export const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Sets a field of its own, even one that is called `__proto__`. */
export const put = (fields: Fields, name: string, value: unknown): void => {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
};

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/**
 * Puts a record into its table, under an id of its own where its id is taken by another. Gives the sentence to tell, `what` naming
 * the record; undefined where its id was free.
 */
export function putRecord(
  table: Fields,
  id: string,
  record: unknown,
  { what, isTaken }: { readonly what: string; readonly isTaken: (id: string) => boolean },
): string | undefined {
  if (!Object.hasOwn(table, id)) {
    put(table, id, record);
    return undefined;
  }
  if (isSame(table[id], record)) return `${what} stands twice, word for word; it was taken once`;
  const other = anotherId(id, (taken) => Object.hasOwn(table, taken) || isTaken(taken));
  put(table, other, isMapping(record) ? asByHand(record) : record);
  return secondIs(what, other);
}

/** A record under another id than its own: no draft knows it, so that no update of one may take it away. */
export function asByHand(record: Mapping): Mapping {
  const { origin: _origin, byHand: _byHand, ...own } = record;
  return own;
}

/** How it is told that a record got another id. */
export const secondIs = (what: string, id: string): string => `${what} stands twice; the second is now ${quoted(id)}`;

/** Puts a field, in place of one of that name. Gives the sentence to tell; undefined where there was none. */
export function putField(fields: Fields, name: string, value: unknown, what: string): string | undefined {
  const had = Object.hasOwn(fields, name);
  const before = had ? fields[name] : undefined;
  put(fields, name, value);
  if (!had) return undefined;
  const said = `${quoted(name)} of ${what} stands twice`;
  if (isSame(before, value)) return `${said}, word for word; it was taken once`;
  const left = isMapping(before) || Array.isArray(before) ? 'the first' : quoted(String(before));
  return `${said}; ${left} was left out`;
}
