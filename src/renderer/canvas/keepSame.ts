/** Whether two pieces of plain data (objects, lists, numbers, words) say the same. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const before = left as Readonly<Record<string, unknown>>;
  const after = right as Readonly<Record<string, unknown>>;
  const keys = Object.keys(before);
  return keys.length === Object.keys(after).length && keys.every((key) => isSame(before[key], after[key]));
}

/**
 * The items of `after`, but for each that is equal to one of `before` that older object, and `before` itself where all
 * are: what did not change is then not rendered again. Items are plain data.
 */
export function keepSame<Item extends { readonly id: string }>(
  after: readonly Item[],
  before: readonly Item[],
): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = after.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : item;
  });
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept;
}
