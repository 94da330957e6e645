/**
 * Which tasks lead from one kind of data to another. Tasks are typed functions between data kinds; nothing here knows a task by name.
 */
import type { Task } from '../catalog/vocabulary.ts';
import { acceptedBy, type Engine, type OpenOfferings, producedBy, type SettledOfferings } from './engine.ts';
import { feeds } from './kinds.ts';

/** One step of a chain of tasks that turns one kind into another. */
interface Step {
  readonly task: Task;
  readonly cost: number;
  /** Kinds that it gives on this way. */
  readonly gives: readonly string[];
  readonly before: Step | undefined;
}

/** Tasks that may stand in between, at most: what takes more is another need. */
const longestBridge = 3;

/** A step that the user settled by hand costs next to nothing: it is taken where it leads on at all. */
const settledCost = 0.01;

/**
 * Which steps may stand in between. `bridges`: tasks that keep the content, and what the user settled. `typed`: also those
 * that give exactly the kind that the next step names. `any`: whatever feeds.
 */
export type StepRule = 'bridges' | 'typed' | 'any';

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
