/** The tasks of a plan, the data that one hands to another, and the order in which it flows. */
import type { Task } from '../catalog/vocabulary.ts';
import { acceptedBy, type Engine, joinedBy, type Offering, producedBy } from './engine.ts';
import { feeds, standsFor } from './kinds.ts';
import type { Need } from './need.ts';

/** A task of the plan, who does it, and whether it was asked for or put in so that the data fits. */
export interface PlannedTask {
  readonly task: Task;
  readonly weight: number;
  readonly bridge: boolean;
  readonly offering: Offering;
}

/** Tasks in the order in which data flows; a circle is cut at the task that can start from what is at hand. */
export function orderByFlow(engine: Engine, need: Need, planned: readonly PlannedTask[]): PlannedTask[] {
  const place = ({ task }: PlannedTask): number => engine.taskOrder.get(task.id) ?? 0;
  const ordered: PlannedTask[] = [];
  // From what is at hand by now: what was there, and what the tasks before have given.
  const startsAtHand = (next: PlannedTask): boolean =>
    need.have.some((kind) => feeds(engine.lattice, kind, acceptedBy(next.task, next.offering.offer))) ||
    ordered.some((done) => linked(engine, done, next) !== undefined);
  const before = (one: PlannedTask, other: PlannedTask): boolean =>
    one !== other && linked(engine, one, other) !== undefined;
  let left = [...planned].sort((one, other) => place(one) - place(other));
  while (left.length > 0) {
    const free = left.filter((task) => !left.some((other) => before(other, task) && !before(task, other)));
    const next = (free.length > 0 ? free : left).toSorted(
      (one, other) => Number(startsAtHand(other)) - Number(startsAtHand(one)) || place(one) - place(other),
    )[0];
    if (!next) break;
    ordered.push(next);
    left = left.filter((task) => task !== next);
  }
  return ordered;
}

const given = (engine: Engine, one: PlannedTask, taken: readonly string[]): string | undefined =>
  producedBy(one.task, one.offering.offer).find((kind) => taken.some((each) => standsFor(engine.lattice, kind, each)));

/** Kinds of the second input of a planned task. */
export const joinsOf = (engine: Engine, { task, offering }: PlannedTask): readonly string[] =>
  joinedBy(engine.lattice, task, offering.offer);

/** The kind of data that one task gives and another starts from; or takes as its second input. */
export function linked(engine: Engine, one: PlannedTask, other: PlannedTask): string | undefined {
  const accepted = acceptedBy(other.task, other.offering.offer);
  return given(engine, one, accepted) ?? given(engine, one, joinsOf(engine, other));
}

/** Whether a task gives data of a kind. */
export const gives = (engine: Engine, one: PlannedTask, kind: string): boolean =>
  given(engine, one, [kind]) !== undefined;

/** The kind of data that one task gives and another starts from, leaving its second input aside. */
export const started = (engine: Engine, one: PlannedTask, other: PlannedTask): string | undefined => {
  const joins = joinsOf(engine, other);
  const accepted = acceptedBy(other.task, other.offering.offer);
  return given(
    engine,
    one,
    accepted.filter((kind) => !joins.includes(kind)),
  );
};
