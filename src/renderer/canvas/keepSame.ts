/**
 * The items of `after`, but for each that is equal to one of `before` that older object: what did not change is then not
 * rendered again. Items are plain data, made with their fields in the same order.
 */
export function keepSame<Item extends { readonly id: string }>(
  after: readonly Item[],
  before: readonly Item[],
): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = after.map((item) => {
    const old = known.get(item.id);
    return old && (old === item || JSON.stringify(old) === JSON.stringify(item)) ? old : item;
  });
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept;
}
