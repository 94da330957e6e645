/** Which tasks a need asks for: in words, by a service's name, or by the data that it wants. */
import { byCodeUnit } from '../base/order.ts';
import type { Engine, OpenOfferings } from './engine.ts';
import { findChain } from './findChain.ts';
import { mayBe } from './kinds.ts';
import type { Need, NeededTask } from './need.ts';

/** Known tasks of the need, the heaviest mention of each. */
function statedTasks(engine: Engine, need: Need): NeededTask[] {
  const byTask = new Map<string, NeededTask>();
  for (const asked of need.tasks) {
    if (!engine.index.tasks.has(asked.task) || asked.weight <= 0) continue;
    const known = byTask.get(asked.task);
    if (!known || known.weight < asked.weight) byTask.set(asked.task, asked);
  }
  return [...byTask.values()];
}

/** Tasks of an entry, of its capabilities and, where nobody open does those, the foremost task of each successor. */
function tasksOfNamed(engine: Engine, open: OpenOfferings, id: string): NeededTask[] {
  const entry = engine.index.entries.get(id);
  if (!entry) return [];
  const own = [entry, ...(engine.index.capabilities.get(entry.id) ?? [])].flatMap(({ offers }) => offers);
  const foremost = Math.max(0, ...own.map(({ fit }) => fit));
  const answerable = own.filter(({ task, fit }) => fit >= foremost - 0.25 && (open.get(task)?.length ?? 0) > 0);
  if (answerable.length > 0) return answerable.map(({ task, fit }) => ({ task, weight: 0.7 * fit, triggers: [] }));
  return entry.lifecycle.successors.flatMap((successor) => {
    const next = engine.index.entries.get(successor);
    const best = [...(next?.offers ?? [])].sort((left, right) => right.fit - left.fit)[0];
    return best ? [{ task: best.task, weight: 0.7 * best.fit, triggers: [] }] : [];
  });
}

/**
 * Every task that the need asks for: those stated, those that a named service stands for where nothing is stated, and
 * those that lead to data that is wanted and that no stated task gives.
 */
export function askedTasks(engine: Engine, need: Need, open: OpenOfferings): NeededTask[] {
  const asked = new Map(statedTasks(engine, need).map((task) => [task.task, task]));
  const answered = [...asked.values()].some(({ task }) => (open.get(task)?.length ?? 0) > 0);
  for (const { entry, stance } of need.named) {
    if (answered && stance === 'use') continue;
    for (const task of tasksOfNamed(engine, open, entry)) {
      if (answered) continue;
      // Two capabilities may do the same task: the one that does it better says how much it is asked for.
      if ((asked.get(task.task)?.weight ?? 0) < task.weight) asked.set(task.task, task);
    }
  }
  for (const wanted of need.want) {
    if (!engine.index.dataKinds.has(wanted)) continue;
    const given = [...asked.keys()].some((id) =>
      (engine.index.tasks.get(id)?.produces ?? []).some((kind) => mayBe(engine.lattice, kind, [wanted])),
    );
    if (given || need.have.length === 0) continue;
    const last = findChain(engine, open, need.have, [wanted], 'any').at(-1);
    // Read off the data and not asked for in words: it never leads what was.
    const heaviest = Math.max(0, ...[...asked.values()].map(({ weight }) => weight)) || 1;
    if (last && !asked.has(last.id))
      asked.set(last.id, { task: last.id, weight: Math.min(0.7, 0.8 * heaviest), triggers: [] });
  }
  return [...asked.values()].sort(
    (left, right) =>
      right.weight - left.weight ||
      (engine.taskOrder.get(left.task) ?? 0) - (engine.taskOrder.get(right.task) ?? 0) ||
      byCodeUnit(left.task, right.task),
  );
}
