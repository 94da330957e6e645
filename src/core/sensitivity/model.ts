/**
 * The additive model behind a plan, taken apart: for every task that is asked, who could do it, the points that no
 * preference touches, and the ratings that the preferences weigh. The engine's own score is asked for the numbers, so
 * that nothing here can drift from it.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { type Engine, engineOf, type Offering } from '../decision/engine.ts';
import { type Judged, judge } from '../decision/judged.ts';
import type { Need, NeededTask } from '../decision/need.ts';
import { scoreEntry } from '../decision/score.ts';

/** Weight of a criterion that the need does not mention (core/decision/need.ts). */
const unmentionedWeight = 0.5;

/** One way to do a task. Its points for weights `w` are `fixed + span * (w . ratings) / (sum of w)`. */
export interface Contender {
  readonly offering: Offering;
  /** Points that no preference moves: fit, lifecycle, having been named. */
  readonly fixed: number;
  /** By place of the criterion in the catalogue, 0 to 1. */
  readonly ratings: readonly number[];
}

/** A task of the plan, and who could do it. */
export interface Contest {
  readonly task: NeededTask;
  readonly contenders: readonly Contender[];
}

/**
 * A decision as contests between offerings whose points are a formula of the weights, so that other weights need no new
 * decision.
 */
export interface Model {
  readonly engine: Engine;
  readonly judged: Judged;
  readonly contests: readonly Contest[];
  /** Points that the preferences share out. */
  readonly span: number;
  /** The present weight of each criterion, by its place in the catalogue. */
  readonly weights: readonly number[];
}

/** The weights of a need, one for each criterion of the catalogue. */
const weightsOf = (catalog: Catalog, need: Need): readonly number[] =>
  catalog.criteria.map(({ id }) => need.preferences[id] ?? unmentionedWeight);

/** What a contender scores under these weights; where all are nought, no criterion gives points. */
export function pointsOf({ fixed, ratings }: Contender, span: number, weights: readonly number[]): number {
  let total = 0;
  let weighed = 0;
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    total += weight;
    weighed += weight * (ratings[place] ?? 0);
  }
  return total === 0 ? fixed : fixed + (span * weighed) / total;
}

/** The model of a need under which the engine covers its tasks. */
export function modelOf(catalog: Catalog, need: Need): Model {
  const engine = engineOf(catalog);
  const judged = judge(engine, need);
  // Weighed evenly, so that every criterion has its part, whatever the need says.
  const even: Need = { ...need, preferences: {} };
  let span = 0;
  const contests = judged.tasks.flatMap((task): Contest[] => {
    const chosen = judged.settled.offerings.get(task.task);
    const open = chosen ? [chosen] : (judged.sifted.open.get(task.task) ?? []);
    if (open.length === 0) return [];
    const alone: NeededTask = { task: task.task, weight: 1, triggers: [] };
    const contenders = open.map((offering): Contender => {
      const { parts } = scoreEntry(engine, offering.entry, even, [alone], [offering]);
      const weighed = parts.filter(({ kind }) => kind === 'criterion');
      span = weighed.reduce((sum, { weight }) => sum + weight, 0);
      const fixed = parts.reduce((sum, { kind, points }) => (kind === 'criterion' ? sum : sum + points), 0);
      return { offering, fixed, ratings: weighed.map(({ value }) => value) };
    });
    return [{ task, contenders }];
  });
  return { engine, judged, contests, span, weights: weightsOf(catalog, need) };
}
