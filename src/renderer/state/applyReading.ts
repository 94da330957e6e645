/**
 * Carries what a sentence says over to a need that may also have been edited by hand. The sentence is read anew with
 * every change; only the difference between two readings is applied, so a chip that the user removed stays removed
 * and one that they picked stays picked, while the rest follows the words.
 */
import type { Constraints, Need } from '../../core/decision/need.ts';

const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** `current` without what only `before` gave, with what only `after` gives; what both give is refreshed in place. */
function follow<Item>(
  current: readonly Item[],
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): Item[] {
  const given = new Map(after.map((item) => [key(item), item]));
  const gaveBefore = new Set(before.map(key));
  const has = new Set(current.map(key));
  const kept = current.flatMap((item) => {
    const id = key(item);
    const renewed = given.get(id);
    if (renewed !== undefined) return [renewed];
    return gaveBefore.has(id) ? [] : [item];
  });
  const added = after.filter((item) => !gaveBefore.has(key(item)) && !has.has(key(item)));
  return [...kept, ...added];
}

/** The same for a record: a field set by hand to something else than the sentence said is left alone. */
function followFields<Fields extends object>(current: Fields, before: Fields, after: Fields): Fields {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Fields>;
  const result = { ...current };
  for (const name of names) {
    const untouched = sameValue(current[name], before[name]);
    if (!untouched || sameValue(before[name], after[name])) continue;
    if (after[name] === undefined) delete result[name];
    else result[name] = after[name];
  }
  return result;
}

const itself = (id: string): string => id;

/** The need after its sentence changed from one that reads as `before` to one that reads as `after`. */
export function applyReading(need: Need, before: Need, after: Need): Need {
  const { text: _old, ...rest } = need;
  return {
    ...rest,
    tasks: follow(need.tasks, before.tasks, after.tasks, (task) => task.task),
    have: follow(need.have, before.have, after.have, itself),
    want: follow(need.want, before.want, after.want, itself),
    constraints: followFields<Constraints>(need.constraints, before.constraints, after.constraints),
    preferences: followFields(need.preferences, before.preferences, after.preferences),
    named: follow(need.named, before.named, after.named, (named) => named.entry),
    readings: after.readings,
    ...(after.text === undefined ? {} : { text: after.text }),
  };
}
