/** The search for chains against a plain one that asks every task at every step: the same chain, whatever is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBundledData } from '../../../src/cli/dataFiles.ts';
import type { Task } from '../../../src/core/catalog/vocabulary.ts';
import {
  acceptedBy,
  type Engine,
  engineOf,
  type OpenOfferings,
  producedBy,
  type SettledOfferings,
} from '../../../src/core/decision/engine.ts';
import { findChain, type StepRule } from '../../../src/core/decision/findChain.ts';
import { feeds } from '../../../src/core/decision/kinds.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

interface Step {
  readonly task: Task;
  readonly cost: number;
  readonly gives: readonly string[];
  readonly before: Step | undefined;
}

const chainOf = (step: Step): Task[] => (step.before ? [...chainOf(step.before), step.task] : [step.task]);

function plainChain(
  engine: Engine,
  open: OpenOfferings,
  from: readonly string[],
  to: readonly string[],
  rule: StepRule,
  settled: SettledOfferings,
): Task[] {
  const tasks = engine.index.catalog.tasks.filter(
    (task) =>
      (rule !== 'bridges' || task.bridges === true || settled.has(task.id)) &&
      task.accepts.length > 0 &&
      (open.get(task.id)?.length ?? 0) > 0,
  );
  const accepted = (task: Task): readonly string[] => acceptedBy(task, settled.get(task.id)?.offer);
  const givenBy = (task: Task, handed: readonly string[]): readonly string[] =>
    producedBy(task, settled.get(task.id)?.offer).filter(
      (kind) => task.refines !== true || feeds(engine.lattice, kind, handed),
    );
  const leadsTo = ({ task, gives }: Step, taken: readonly string[]): boolean =>
    gives.some((kind) =>
      rule === 'typed' && task.bridges !== true ? taken.includes(kind) : feeds(engine.lattice, kind, taken),
    );
  const cost = (task: Task): number =>
    settled.has(task.id)
      ? 0.01
      : 2 -
        Math.max(0, ...(open.get(task.id) ?? []).map(({ offer }) => offer.fit)) +
        (engine.taskOrder.get(task.id) ?? 0) / 10_000;
  const best = new Map<string, Step>();
  let found: Step | undefined;
  let round: Step[] = [];
  const reach = (task: Task, before: Step | undefined): Step[] => {
    const gives = givenBy(task, before?.gives ?? from);
    const step = { task, cost: (before?.cost ?? 0) + cost(task), gives, before };
    const known = best.get(task.id);
    if (known && known.cost <= step.cost + 1e-12) return [];
    best.set(task.id, step);
    return [step];
  };
  round = tasks
    .filter((task) => from.some((kind) => feeds(engine.lattice, kind, accepted(task))))
    .flatMap((task) => reach(task, undefined));
  for (let depth = 1; depth <= 3; depth += 1) {
    const next: Step[] = [];
    for (const last of round) {
      if (leadsTo(last, to)) {
        if (!found || last.cost < found.cost) found = last;
      } else if (depth < 3) {
        for (const task of tasks) if (leadsTo(last, accepted(task))) next.push(...reach(task, last));
      }
    }
    round = next;
  }
  return found ? chainOf(found) : [];
}

describe('findChain', () => {
  it.each([
    ['the small catalogue', smallCatalog(), 600],
    ['the shipped catalogue', loadBundledData().catalog, 400],
  ])('finds the same chain as a walk over all tasks, in %s', (_, catalog, numRuns) => {
    const engine = engineOf(catalog);
    const kinds = catalog.dataKinds.map(({ id }) => id);
    const offered = [...engine.offerings.keys()];
    let found = 0;
    fc.assert(
      fc.property(
        fc.subarray(kinds, { minLength: 1, maxLength: 3 }),
        fc.subarray(kinds, { minLength: 1, maxLength: 2 }),
        fc.constantFrom<StepRule>('bridges', 'typed', 'any'),
        fc.subarray(offered, { maxLength: 3 }),
        fc.subarray(offered, { minLength: Math.ceil(offered.length * 0.6) }),
        (from, to, rule, byHand, openTasks) => {
          const open = new Map(openTasks.map((task) => [task, engine.offerings.get(task) ?? []]));
          const settled: SettledOfferings = new Map(
            byHand.flatMap((task) => {
              const offering = open.get(task)?.at(-1);
              return offering ? [[task, offering] as const] : [];
            }),
          );
          const chain = findChain(engine, open, from, to, rule, settled).map(({ id }) => id);
          expect(chain).toEqual(plainChain(engine, open, from, to, rule, settled).map(({ id }) => id));
          if (chain.length > 1) found += 1;
        },
      ),
      { numRuns },
    );
    expect(found).toBeGreaterThan(3);
  });
});
