/** What lies on top of what. */
import type { Drawn } from './diagram.ts';
import { done, lockedOne, type Outcome, partsOf, refuseLocked } from './edit.ts';
import { inOrder, type Page, type Table } from './page.ts';

/** Where a part goes among those that it may overlap: to either end, or one step. */
export type Direction = 'front' | 'back' | 'forward' | 'backward';

/** Brings parts to the front or the back of their tables, or past the next one that is not moved with them. */
export function orderParts(page: Page, ids: readonly string[], to: Direction): Outcome {
  const named = partsOf(page, ids);
  if (!named.ok) return named;
  const locked = lockedOne(named.value);
  if (locked) return refuseLocked(page, locked);
  const moved = new Set(ids);
  return done(page, {
    nodes: reordered(page.nodes, moved, to),
    groups: reordered(page.groups, moved, to),
    edges: reordered(page.edges, moved, to),
  });
}

/** The records of a table whose order changes: as few as can be. */
function reordered<Value extends Drawn>(
  table: Table<Value>,
  moved: ReadonlySet<string>,
  to: Direction,
): readonly Value[] {
  const list = inOrder(table);
  if (!list.some(({ id }) => moved.has(id))) return [];
  const goal = arranged(list, moved, to);
  if (goal.every((record, place) => record === list[place])) return [];
  const orders = between(goal, moved) ?? goal.map((_, place) => place);
  return goal.flatMap((record, place) => {
    const order = orders[place] ?? place;
    return order === (record.order ?? 0) ? [] : [{ ...record, order }];
  });
}

/** The list as it is wished for. */
function arranged<Value extends Drawn>(
  list: readonly Value[],
  moved: ReadonlySet<string>,
  to: Direction,
): readonly Value[] {
  const [going, staying] = [list.filter(({ id }) => moved.has(id)), list.filter(({ id }) => !moved.has(id))];
  if (to === 'front') return [...staying, ...going];
  if (to === 'back') return [...going, ...staying];
  const goal = to === 'forward' ? [...list].reverse() : [...list];
  for (let place = 1; place < goal.length; place += 1) {
    const [before, here] = [goal[place - 1], goal[place]];
    if (before && here && moved.has(here.id) && !moved.has(before.id)) {
      goal[place - 1] = here;
      goal[place] = before;
    }
  }
  return to === 'forward' ? goal.reverse() : goal;
}

/** Orders in which only the moved ones are new, between those of their neighbours; undefined where there is no room left. */
function between<Value extends Drawn>(
  goal: readonly Value[],
  moved: ReadonlySet<string>,
): readonly number[] | undefined {
  const orders: number[] = [];
  let place = 0;
  while (place < goal.length) {
    let end = place;
    while (end < goal.length && moved.has(goal[end]?.id ?? '')) end += 1;
    const above = goal[end];
    const low = orders.at(-1);
    const high = above ? (above.order ?? 0) : undefined;
    for (let step = 1; step <= end - place; step += 1) orders.push(spread(low, high, step, end - place));
    if (above) orders.push(high ?? 0);
    place = end + 1;
  }
  const rises = orders.every((order, at) => at === 0 || order > (orders[at - 1] ?? 0));
  return rises && orders.every(Number.isFinite) ? orders : undefined;
}

/** The `step`th of `count` numbers between two, or beyond the one that there is. */
function spread(low: number | undefined, high: number | undefined, step: number, count: number): number {
  if (low === undefined) return high === undefined ? step - 1 : high - (count - step + 1);
  if (high === undefined) return low + step;
  return low + ((high - low) * step) / (count + 1);
}
