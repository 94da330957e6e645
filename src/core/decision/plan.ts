/**
 * Planning: which tasks are asked, which must stand between so that the data fits, which services cover them, and in
 * which order the data flows. Tasks are typed functions between data kinds; nothing here knows a task by name.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Task } from '../catalog/vocabulary.ts';
import { acceptedBy, type Engine, joinedBy, type Offering, producedBy } from './engine.ts';
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
  /** Kinds that it gives on this way. */
  readonly gives: readonly string[];
  readonly before: Step | undefined;
}

const bridgeWeight = 0.5;
const longestBridge = 3;
/** A step that the user settled by hand costs next to nothing: it is taken where it leads on at all. */
const settledCost = 0.01;

/**
 * Which steps may stand in between. `bridges`: tasks that keep the content, and what the user settled. `typed`: also those
 * that give exactly the kind that the next step names. `any`: whatever feeds.
 */
export type StepRule = 'bridges' | 'typed' | 'any';

/** What is settled by hand: by task, who does it. */
export type SettledOfferings = ReadonlyMap<string, Offering>;

/** Cost of doing a task on the way: one step, more where no open offer does it squarely, and a little for later tasks. */
const stepCost = (engine: Engine, open: OpenOfferings, settled: SettledOfferings, task: Task): number => {
  if (settled.has(task.id)) return settledCost;
  let best = 0;
  for (const { offer } of open.get(task.id) ?? []) best = Math.max(best, offer.fit);
  return 1 + (1 - best) + (engine.taskOrder.get(task.id) ?? 0) / 10_000;
};

const chainOf = (step: Step): Task[] => (step.before ? [...chainOf(step.before), step.task] : [step.task]);

/** Tasks that may come next, in the order of the vocabulary: by the kinds given, each set of kinds looked up once. */
function nextTasks(
  engine: Engine,
  settled: SettledOfferings,
  mayStand: (task: Task) => boolean,
): (given: readonly string[], exact: boolean) => readonly Task[] {
  const known = new Map<string, readonly Task[]>();
  // Who settled a task by hand may take other kinds than the task itself.
  const settledTasks = [...settled.keys()].flatMap((id) => engine.index.tasks.get(id) ?? []);
  const isTaken = (given: readonly string[], exact: boolean, task: Task): boolean => {
    const accepted = acceptedBy(task, settled.get(task.id)?.offer);
    return given.some((kind) => (exact ? accepted.includes(kind) : feeds(engine.lattice, kind, accepted)));
  };
  return (given, exact) => {
    const key = `${exact} ${given.join(' ')}`;
    const before = known.get(key);
    if (before) return before;
    const found = new Set<Task>();
    for (const kind of given) {
      const takers = engine.takers.get(kind);
      for (const task of (exact ? takers?.naming : takers?.fed) ?? []) if (!settled.has(task.id)) found.add(task);
    }
    for (const task of settledTasks) if (isTaken(given, exact, task)) found.add(task);
    const next = [...found]
      .filter(mayStand)
      .sort((left, right) => (engine.taskOrder.get(left.id) ?? 0) - (engine.taskOrder.get(right.id) ?? 0));
    known.set(key, next);
    return next;
  };
}

/** The cheapest chain of tasks that the rule allows, from data at hand to one of the kinds wanted (Dijkstra over tasks); empty: none. */
export function findChain(
  engine: Engine,
  open: OpenOfferings,
  from: readonly string[],
  to: readonly string[],
  rule: StepRule,
  settled: SettledOfferings = new Map(),
): Task[] {
  const mayStand = (task: Task): boolean =>
    (rule !== 'bridges' || task.bridges === true || settled.has(task.id)) &&
    task.accepts.length > 0 &&
    (open.get(task.id)?.length ?? 0) > 0;
  /** Whether what a task gives must be named by what comes next, and not only feed it. */
  const isExact = (task: Task): boolean => rule === 'typed' && task.bridges !== true;
  const leadsTo = ({ task, gives }: Step, taken: readonly string[]): boolean =>
    gives.some((kind) => (isExact(task) ? taken.includes(kind) : feeds(engine.lattice, kind, taken)));
  const givenBy = (task: Task, handed: readonly string[]): readonly string[] => {
    const produced = producedBy(task, settled.get(task.id)?.offer);
    return task.refines ? produced.filter((kind) => feeds(engine.lattice, kind, handed)) : produced;
  };
  const next = nextTasks(engine, settled, mayStand);
  const costs = new Map<Task, number>();
  const step = (task: Task, before: Step | undefined): Step => {
    const own = costs.get(task) ?? stepCost(engine, open, settled, task);
    costs.set(task, own);
    return { task, cost: (before?.cost ?? 0) + own, gives: givenBy(task, before?.gives ?? from), before };
  };
  const best = new Map<string, Step>();
  /** Least cost at which each set of kinds was taken further: at the same or more, it leads nowhere new. */
  const takenFurther = new Map<readonly Task[], number>();
  let found: Step | undefined;
  let frontier: Step[] = [];
  const visit = (tasks: readonly Task[], before: Step | undefined): void => {
    const cost = before?.cost ?? 0;
    if ((takenFurther.get(tasks) ?? Number.POSITIVE_INFINITY) <= cost) return;
    takenFurther.set(tasks, cost);
    for (const task of tasks) {
      const reached = step(task, before);
      const known = best.get(task.id);
      if (known && known.cost <= reached.cost) continue;
      best.set(task.id, reached);
      frontier.push(reached);
    }
  };
  visit(next(from, false), undefined);
  for (let depth = 1; depth <= longestBridge; depth += 1) {
    const round = frontier;
    frontier = [];
    for (const last of round) {
      if (leadsTo(last, to)) {
        if (!found || last.cost < found.cost) found = last;
      } else if (depth < longestBridge) {
        visit(next(last.gives, isExact(last.task)), last);
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

/** Points within which another service that already does a task is taken in place of the very best one. */
export const tieInPoints = 6;

/**
 * Who does what: a greedy cover. In each round the service wins that does the heaviest set of open tasks about as well as the
 * best (within `tieInPoints`), so that fewer services win ties; then the higher score; then the id.
 */
export function cover(
  tasks: readonly NeededTask[],
  open: OpenOfferings,
  scoreOf: (offering: Offering) => number,
  settled: SettledOfferings = new Map(),
): Map<string, Offering> {
  const nearBest = new Map<string, readonly Offering[]>();
  for (const { task } of tasks) {
    const chosen = settled.get(task);
    const offerings = chosen ? [chosen] : (open.get(task) ?? []);
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

/**
 * The same with nothing turned into another form twice: who is chosen for a task that works on what a bridge starts from, and could not
 * start from what the bridge gives, does the bridge too where it can. A call that is analysed is transcribed by what analyses it.
 */
export function withoutRepeats(
  engine: Engine,
  chosen: ReadonlyMap<string, Offering>,
  open: OpenOfferings,
  settled: SettledOfferings = new Map(),
): Map<string, Offering> {
  const taskOf = ({ offer }: Offering): Task | undefined => engine.index.tasks.get(offer.task);
  const needsRaw = (other: Offering, bridge: Offering): boolean => {
    const [task, bridging] = [taskOf(other), taskOf(bridge)];
    if (!task || !bridging) return false;
    const [taken, raw] = [acceptedBy(task, other.offer), acceptedBy(bridging, bridge.offer)];
    return (
      raw.some((kind) => taken.some((each) => standsFor(engine.lattice, each, kind))) &&
      !producedBy(bridging, bridge.offer).some((kind) => feeds(engine.lattice, kind, taken))
    );
  };
  return new Map(
    [...chosen].map(([id, own]) => {
      if (taskOf(own)?.bridges !== true || settled.has(id)) return [id, own];
      const hearing = [...chosen.values()].filter(
        (other) => other.service.id !== own.service.id && needsRaw(other, own),
      );
      const better = (open.get(id) ?? []).find(({ service }) =>
        hearing.some((other) => other.service.id === service.id),
      );
      return [id, better ?? own];
    }),
  );
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
