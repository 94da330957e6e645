/** What the user may still be after: tasks, and how likely each is before anything more is said. */
import type { Engine } from '../decision/engine.ts';
import { mayBe } from '../decision/kinds.ts';
import type { Need } from '../decision/need.ts';
import { type GuideState, inOrder } from './state.ts';

/** How much more likely a task is that the sentence hinted at, for a hint of weight 1. */
const hintStrength = 12;

/** Tasks that the start allows: those that take the data at hand and give what is wanted; all of them where none does. */
function allowed(engine: Engine, start: Need): ReadonlySet<string> {
  const { lattice, index } = engine;
  const done = index.catalog.tasks.filter(({ id }) => engine.offerings.has(id));
  const fitting = done.filter(
    ({ accepts, produces }) =>
      (start.have.length === 0 || start.have.some((kind) => mayBe(lattice, kind, accepts))) &&
      (start.want.length === 0 || start.want.some((kind) => mayBe(lattice, kind, produces))),
  );
  return new Set((fitting.length > 0 ? fitting : done).map(({ id }) => id));
}

/** Tasks that are left, in the order of the vocabulary. An answer that would leave nothing is passed over. */
export function tasksLeft(engine: Engine, { start, answered }: GuideState): string[] {
  let left = allowed(engine, start);
  for (const { patch } of answered) {
    if (patch.tasks === undefined) continue;
    const kept = new Set(patch.tasks.filter((task) => left.has(task)));
    if (kept.size > 0) left = kept;
  }
  return inOrder(engine.index, left);
}

/** How likely each task is, adding up to 1: all alike, but for what the sentence hinted at. */
export function likelihoods(start: Need, tasks: readonly string[]): ReadonlyMap<string, number> {
  const hints = new Map(start.tasks.map(({ task, weight }) => [task, weight]));
  const weights = tasks.map((task) => 1 + hintStrength * (hints.get(task) ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return new Map(tasks.map((task, place) => [task, (weights[place] ?? 0) / total]));
}
