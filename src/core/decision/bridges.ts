/** Which tasks must stand between those that are asked for, so that the data fits. */
import type { Task } from '../catalog/vocabulary.ts';
import {
  acceptedBy,
  type Engine,
  joinedBy,
  type Offering,
  type OpenOfferings,
  producedBy,
  type SettledOfferings,
} from './engine.ts';
import { findChain, type StepRule } from './findChain.ts';
import { feeds, mayBe } from './kinds.ts';
import type { Need, NeededTask } from './need.ts';

/** What was put in counts less than what was asked for. */
const bridgeWeight = 0.5;

/** Kinds that a task starts from: its own, or, where all that is open starts elsewhere, those of what is open. */
function kindsTaken(engine: Engine, task: Task, offerings: readonly Offering[]): readonly string[] {
  const isOwn = ({ offer }: Offering): boolean =>
    offer.accepts?.some((kind) => feeds(engine.lattice, kind, task.accepts)) ?? true;
  return offerings.some(isOwn) ? task.accepts : offerings.flatMap(({ offer }) => acceptedBy(task, offer));
}

/**
 * Tasks to put in so that each asked task gets data that it takes, from what is at hand. What is at hand by a sentence may not be
 * all there is, so there only what keeps the content is put in. Where the need was put together by hand, where the task was settled
 * by hand, and where it leads to data wanted, it is whatever gives the kind that the task names.
 */
export function bridges(
  engine: Engine,
  need: Need,
  asked: readonly NeededTask[],
  open: OpenOfferings,
  settled: SettledOfferings = new Map(),
): NeededTask[] {
  const have = need.have.filter((kind) => engine.index.dataKinds.has(kind));
  if (have.length === 0) return [];
  const stated = new Set(need.tasks.map(({ task }) => task));
  const between = new Map<string, NeededTask>();
  const put = (id: string, kinds: readonly string[], rule: StepRule, from: readonly string[] = have): void => {
    const given = [...asked, ...between.values()]
      .filter((other) => other.task !== id)
      .flatMap((other) => {
        const task = engine.index.tasks.get(other.task);
        return task ? producedBy(task, settled.get(other.task)?.offer) : [];
      });
    if (
      have.some((kind) => mayBe(engine.lattice, kind, kinds)) ||
      given.some((kind) => feeds(engine.lattice, kind, kinds))
    )
      return;
    for (const step of from.length > 0 ? findChain(engine, open, from, kinds, rule, settled) : []) {
      if (step.id !== id && !asked.some((other) => other.task === step.id)) {
        between.set(step.id, { task: step.id, weight: bridgeWeight, triggers: [] });
      }
    }
  };
  // A second input is made from what is at hand and no part of the plan has taken yet: data to train on makes no algorithm.
  const untaken = (): string[] => {
    const taking = [...asked, ...between.values()].flatMap(({ task: id }) => {
      const task = engine.index.tasks.get(id);
      return task ? acceptedBy(task, settled.get(id)?.offer) : [];
    });
    return have.filter((kind) => !mayBe(engine.lattice, kind, taking));
  };
  for (const { task: id } of asked) {
    const task = engine.index.tasks.get(id);
    if (!task || task.accepts.length === 0 || !open.has(id)) continue;
    const chosen = settled.get(id);
    const accepted = chosen ? acceptedBy(task, chosen.offer) : kindsTaken(engine, task, open.get(id) ?? []);
    const rule = chosen || need.text === undefined || !stated.has(id) ? 'typed' : 'bridges';
    put(id, accepted, rule);
    const joins = joinedBy(engine.lattice, task, chosen?.offer);
    if (joins.length > 0) put(id, joins, rule, untaken());
  }
  return [...between.values()];
}
