/**
 * Planning: which tasks are asked, which must stand between so that the data fits, which services cover them, and in
 * which order the data flows. Tasks are typed functions between data kinds; nothing here knows a task by name.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Task } from '../catalog/vocabulary.ts';
import { acceptedBy, type Engine, type Offering, producedBy } from './engine.ts';
import { feeds, mayBe, standsFor } from './kinds.ts';
import type { Need, NeededTask } from './need.ts';

/** What may do each task under the need's constraints, best first. */
export type OpenOfferings = ReadonlyMap<string, readonly Offering[]>;

/** A task of the plan, who does it, and whether it was asked for or put in so that the data fits. */
export interface PlannedTask {
  readonly task: Task;
  readonly weight: number;
  readonly bridge: boolean;
  readonly offering: Offering;
}

/** One step of a chain of tasks that turns one kind into another. */
interface Step {
  readonly task: Task;
  readonly cost: number;
  readonly before: Step | undefined;
}

const bridgeWeight = 0.5;
const longestBridge = 3;

/** Cost of doing a task on the way: one step, more where no open offer does it squarely, and a little for later tasks. */
const stepCost = (engine: Engine, open: OpenOfferings, task: Task): number => {
  const best = Math.max(0, ...(open.get(task.id) ?? []).map(({ offer }) => offer.fit));
  return 1 + (1 - best) + (engine.taskOrder.get(task.id) ?? 0) / 10_000;
};

const chainOf = (step: Step): Task[] => (step.before ? [...chainOf(step.before), step.task] : [step.task]);

/** The cheapest chain of such tasks as `may` be used, from data at hand to one of the kinds wanted (Dijkstra over tasks); empty: none. */
export function findChain(
  engine: Engine,
  open: OpenOfferings,
  from: readonly string[],
  to: readonly string[],
  may: (task: Task) => boolean,
): Task[] {
  const tasks = engine.index.catalog.tasks.filter(
    (task) => may(task) && task.accepts.length > 0 && (open.get(task.id)?.length ?? 0) > 0,
  );
  const best = new Map<string, Step>();
  let found: Step | undefined;
  let frontier: Step[] = [];
  const reach = (kinds: readonly string[], before: Step | undefined): Step[] =>
    tasks
      .filter((task) => kinds.some((kind) => feeds(engine.lattice, kind, task.accepts)))
      .map((task) => ({ task, cost: (before?.cost ?? 0) + stepCost(engine, open, task), before }));
  const visit = (steps: readonly Step[]): void => {
    for (const step of steps) {
      const known = best.get(step.task.id);
      if (known && known.cost <= step.cost) continue;
      best.set(step.task.id, step);
      frontier.push(step);
    }
  };
  visit(reach(from, undefined));
  for (let depth = 1; depth <= longestBridge; depth += 1) {
    const round = frontier;
    frontier = [];
    for (const step of round) {
      if (step.task.produces.some((kind) => feeds(engine.lattice, kind, to))) {
        if (!found || step.cost < found.cost) found = step;
      } else if (depth < longestBridge) {
        visit(reach(step.task.produces, step));
      }
    }
  }
  return found ? chainOf(found) : [];
}

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
    const last = findChain(engine, open, need.have, [wanted], () => true).at(-1);
    if (last && !asked.has(last.id)) asked.set(last.id, { task: last.id, weight: 0.7, triggers: [] });
  }
  return [...asked.values()].sort(
    (left, right) =>
      right.weight - left.weight ||
      (engine.taskOrder.get(left.task) ?? 0) - (engine.taskOrder.get(right.task) ?? 0) ||
      byCodeUnit(left.task, right.task),
  );
}

/** Tasks to put in so that each asked task gets data that it takes, from what is at hand. */
export function bridges(engine: Engine, need: Need, asked: readonly NeededTask[], open: OpenOfferings): NeededTask[] {
  const have = need.have.filter((kind) => engine.index.dataKinds.has(kind));
  if (have.length === 0) return [];
  const between = new Map<string, NeededTask>();
  for (const { task: id } of asked) {
    const task = engine.index.tasks.get(id);
    if (!task || task.accepts.length === 0 || !open.has(id)) continue;
    const accepted = [
      ...new Set([
        ...task.accepts,
        ...(open.get(id) ?? []).slice(0, 1).flatMap(({ offer }) => acceptedBy(task, offer)),
      ]),
    ];
    const given = [...asked, ...between.values()]
      .filter((other) => other.task !== id)
      .flatMap((other) => engine.index.tasks.get(other.task)?.produces ?? []);
    if (
      have.some((kind) => mayBe(engine.lattice, kind, accepted)) ||
      given.some((kind) => feeds(engine.lattice, kind, accepted))
    )
      continue;
    for (const step of findChain(engine, open, have, accepted, ({ bridges }) => bridges === true)) {
      if (step.id !== id && !asked.some((other) => other.task === step.id)) {
        between.set(step.id, { task: step.id, weight: bridgeWeight, triggers: [] });
      }
    }
  }
  return [...between.values()];
}

/** Points within which another service that already does a task is taken in place of the very best one. */
const tieInPoints = 6;

/**
 * Who does what: a greedy cover. In each round the service wins that does the heaviest set of open tasks about as well as the
 * best (within `tieInPoints`), so that fewer services win ties; then the higher score; then the id.
 */
export function cover(
  tasks: readonly NeededTask[],
  open: OpenOfferings,
  scoreOf: (offering: Offering) => number,
): Map<string, Offering> {
  const nearBest = new Map<string, readonly Offering[]>();
  for (const { task } of tasks) {
    const offerings = open.get(task) ?? [];
    const top = Math.max(...offerings.map(scoreOf));
    nearBest.set(
      task,
      offerings.filter((offering) => scoreOf(offering) >= top - tieInPoints),
    );
  }
  const chosen = new Map<string, Offering>();
  let left = tasks.filter(({ task }) => (nearBest.get(task)?.length ?? 0) > 0);
  while (left.length > 0) {
    const gains = new Map<string, { weight: number; score: number; does: Map<string, Offering> }>();
    for (const { task, weight } of left) {
      for (const offering of nearBest.get(task) ?? []) {
        const gain = gains.get(offering.service.id) ?? { weight: 0, score: 0, does: new Map<string, Offering>() };
        const known = gain.does.get(task);
        if (known && scoreOf(known) >= scoreOf(offering)) continue;
        if (!known) gain.weight += weight;
        gain.score += weight * (scoreOf(offering) - (known ? scoreOf(known) : 0));
        gain.does.set(task, offering);
        gains.set(offering.service.id, gain);
      }
    }
    const [best] = [...gains].sort(
      ([leftId, one], [rightId, other]) =>
        Math.round((other.weight - one.weight) * 1e6) ||
        Math.round((other.score - one.score) * 1e6) ||
        byCodeUnit(leftId, rightId),
    );
    if (!best) break;
    for (const [task, offering] of best[1].does) chosen.set(task, offering);
    left = left.filter(({ task }) => !chosen.has(task));
  }
  return chosen;
}

/** Tasks in the order in which data flows; a circle is cut at the task that can start from what is at hand. */
export function orderByFlow(engine: Engine, need: Need, planned: readonly PlannedTask[]): PlannedTask[] {
  const place = ({ task }: PlannedTask): number => engine.taskOrder.get(task.id) ?? 0;
  const startsAtHand = ({ task, offering }: PlannedTask): boolean =>
    need.have.some((kind) => feeds(engine.lattice, kind, acceptedBy(task, offering.offer)));
  const before = (one: PlannedTask, other: PlannedTask): boolean =>
    one !== other &&
    producedBy(one.task, one.offering.offer).some((kind) =>
      feeds(engine.lattice, kind, acceptedBy(other.task, other.offering.offer)),
    );
  const ordered: PlannedTask[] = [];
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

/** Whether data that one task gives is what another takes. */
export const linked = (engine: Engine, one: PlannedTask, other: PlannedTask): string | undefined =>
  producedBy(one.task, one.offering.offer).find((kind) =>
    acceptedBy(other.task, other.offering.offer).some((taken) => standsFor(engine.lattice, kind, taken)),
  );
