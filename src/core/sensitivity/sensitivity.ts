/**
 * What if the preferences were other: for each criterion the interval of its weight in which the plan stands, who takes
 * over at its ends, and the share of all weights under which it stands.
 *
 * What is measured is who does what: a plan stands while every task stays with its service. Other capabilities of the same
 * service, and the order of what is merely suitable, are no change. Preferences alone decide neither which tasks are asked
 * nor what is ruled out, so these stay as they are.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { Need } from '../decision/need.ts';
import type { Challenger, CriterionSensitivity, Firmness, Handover, Runner, Sensitivity, Stretch } from './findings.ts';
import { type Contender, type Model, modelOf, pointsOf } from './model.ts';
import { samplePlans, sampleSeed, sampleSize, shareOf } from './sampling.ts';
import { type Piece, type Plan, planAt, sweep } from './sweep.ts';
import { sentenceOf } from './words.ts';

export type * from './findings.ts';

const serviceIn = (plan: Plan, task: string): string | undefined => plan.get(task)?.offering.service.id;

/** Tasks of `tasks` that another service does in `other`. */
function handovers(tasks: readonly string[], plan: Plan, other: Plan): Handover[] {
  return tasks.flatMap((task): Handover[] => {
    const [from, to] = [serviceIn(plan, task), serviceIn(other, task)];
    return from !== undefined && to !== undefined && from !== to ? [{ task, from, to }] : [];
  });
}

/** Stretches that read the same are one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of stretches) {
    const last = all.at(-1);
    if (last && JSON.stringify(last.handovers) === JSON.stringify(stretch.handovers))
      all[all.length - 1] = { ...last, to: stretch.to };
    else all.push(stretch);
  }
  return all;
}

function criterionSensitivity(
  model: Model,
  criterion: number,
  pieces: readonly Piece[],
  tasks: readonly string[],
  plan: Plan,
): CriterionSensitivity | undefined {
  const { criteria } = model.engine.index.catalog;
  const id = criteria[criterion]?.id;
  if (id === undefined) return undefined;
  const weight = model.weights[criterion] ?? 0;
  const stretches = merged(
    pieces.map(({ from, to, plan: other }): Stretch => {
      const changed = handovers(tasks, plan, other);
      return { from, to, holds: changed.length === 0, handovers: changed };
    }),
  );
  const near = 1e-9;
  const here = stretches.findIndex(({ from, to, holds }) => holds && weight >= from - near && weight <= to + near);
  const standing = stretches[here];
  const leadAt = (moved: number): number | undefined => {
    const weights = model.weights.map((other, place) => (place === criterion ? moved : other));
    const leads = rivalsOf(model, tasks, plan).map(
      ({ winner, rival }) => pointsOf(winner, model.span, weights) - pointsOf(rival, model.span, weights),
    );
    return leads.length === 0 ? undefined : Math.min(...leads);
  };
  const [atNought, now, atOne] = [leadAt(0), leadAt(weight), leadAt(1)];
  const lead =
    atNought === undefined || now === undefined || atOne === undefined ? {} : { lead: { atNought, now, atOne } };
  const stated = Object.hasOwn(model.judged.need.preferences, id);
  const common = { criterion: id, weight, stated, ...lead, stretches };
  // All weights are nought, and this one alone decides as soon as it is not: it stands at this point only.
  if (!standing) return { ...common, from: weight, to: weight, ...endsAt(weight, stretches) };
  const [before, after] = [stretches[here - 1], stretches[here + 1]];
  return {
    ...common,
    from: standing.from,
    to: standing.to,
    ...(before ? { below: { at: standing.from, handovers: before.handovers } } : {}),
    ...(after ? { above: { at: standing.to, handovers: after.handovers } } : {}),
  };
}

function endsAt(weight: number, stretches: readonly Stretch[]): Pick<CriterionSensitivity, 'above' | 'below'> {
  const below = stretches.findLast(({ from }) => from < weight);
  const above = stretches.find(({ to }) => to > weight);
  return {
    ...(below ? { below: { at: weight, handovers: below.handovers } } : {}),
    ...(above ? { above: { at: weight, handovers: above.handovers } } : {}),
  };
}

function challengers(tasks: readonly string[], plan: Plan, drawn: readonly Plan[]): Challenger[] {
  const counts = new Map<string, { service: string; task: string; count: number }>();
  for (const other of drawn) {
    for (const { task, to } of handovers(tasks, plan, other)) {
      const key = `${task} ${to}`;
      const known = counts.get(key) ?? { service: to, task, count: 0 };
      known.count += 1;
      counts.set(key, known);
    }
  }
  return [...counts]
    .sort(([leftKey, left], [rightKey, right]) => right.count - left.count || (leftKey < rightKey ? -1 : 1))
    .map(([, { service, task, count }]) => ({ service, task, share: shareOf(count, drawn.length) }));
}

interface Rivalry {
  readonly task: string;
  readonly winner: Contender;
  readonly rival: Contender;
}

/** For each of these tasks, every way to do it by a service other than the plan's. */
function rivalsOf(model: Model, tasks: readonly string[], plan: Plan): Rivalry[] {
  return model.contests.flatMap(({ task: { task }, contenders }): Rivalry[] => {
    const winner = plan.get(task);
    if (!winner || !tasks.includes(task)) return [];
    return contenders
      .filter(({ offering }) => offering.service.id !== winner.offering.service.id)
      .map((rival) => ({ task, winner, rival }));
  });
}

/** The rival that comes nearest. Over all weights a lead is least where one criterion has all of them, or none has any. */
function runnerOf(model: Model, tasks: readonly string[], plan: Plan): Runner | undefined {
  const runners = rivalsOf(model, tasks, plan).map(({ task, winner, rival }): Runner => {
    const ahead = winner.ratings.map((rating, place) => rating - (rival.ratings[place] ?? 0));
    return {
      service: rival.offering.service.id,
      task,
      behind: pointsOf(winner, model.span, model.weights) - pointsOf(rival, model.span, model.weights),
      behindAtLeast: winner.fixed - rival.fixed + model.span * Math.min(0, ...ahead),
    };
  });
  return runners.toSorted((left, right) => left.behindAtLeast - right.behindAtLeast || left.behind - right.behind)[0];
}

/** How firmly the answer to a need stands against other preferences. Some 10 to 30 ms: ask when it is shown. */
export function sensitivity(catalog: Catalog, need: Need): Sensitivity {
  const model = modelOf(catalog, need);
  const plan = planAt(model, model.weights);
  const drawn = samplePlans(model);
  const pieces = model.weights.map((_, criterion) => sweep(model, criterion));
  const firmness = (tasks: readonly string[]): Firmness => {
    const criteria = pieces.flatMap(
      (each, criterion) => criterionSensitivity(model, criterion, each, tasks, plan) ?? [],
    );
    const stands = drawn.filter((other) => handovers(tasks, plan, other).length === 0).length;
    const runner = runnerOf(model, tasks, plan);
    const found = {
      criteria,
      share: shareOf(stands, drawn.length),
      challengers: challengers(tasks, plan, drawn),
      ...(runner ? { runner } : {}),
    };
    return { ...found, sentence: sentenceOf(model.engine.index, found) };
  };
  const byService = new Map<string, string[]>();
  for (const { task } of model.judged.ordered) {
    const service = serviceIn(plan, task.id);
    if (service !== undefined) byService.set(service, [...(byService.get(service) ?? []), task.id]);
  }
  return {
    whole: firmness([...plan.keys()]),
    services: [...byService].map(([service, tasks]) => ({ service, tasks, ...firmness(tasks) })),
    samples: sampleSize,
    seed: sampleSeed,
  };
}
