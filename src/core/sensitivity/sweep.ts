/**
 * Who does what as one weight runs from 0 to 1 and all others stay: exact, by algebra.
 *
 * Let `w` be the weight that moves, `W` the sum of the others. Every score is `fixed + span * (A + w * r) / (W + w)`. Times
 * `W + w` (which is positive) it is a straight line in `w`, so each comparison that the engine makes between scores, or
 * between weighted sums of them, turns at one point at most: the root of a line. The cover is run at one weight, and every
 * comparison that it makes narrows the interval in which it would turn out the same. What is left on either side is looked
 * at in the same way, until [0, 1] is covered by intervals in each of which the plan is the same.
 */
import { byCodeUnit } from '../base/order.ts';
import { tieInPoints, withoutRepeats } from '../decision/cover.ts';
import { type Contender, type Model, pointsOf } from './model.ts';

/** `at + slope * w`. */
interface Line {
  readonly at: number;
  readonly slope: number;
}

const less = (one: Line, other: Line): Line => ({ at: one.at - other.at, slope: one.slope - other.slope });
const times = (factor: number, { at, slope }: Line): Line => ({ at: factor * at, slope: factor * slope });
const plus = (one: Line, other: Line): Line => ({ at: one.at + other.at, slope: one.slope + other.slope });
const valueAt = ({ at, slope }: Line, weight: number): number => at + slope * weight;

/** Services by task: who does what. */
export type Plan = ReadonlyMap<string, Contender>;

/** An interval of one criterion's weight, and the plan that stands in it. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly plan: Plan;
}

/** Weights nearer than this are one. */
const resolution = 1e-8;
/** A slope that is only the noise of floating point: two entries that score the same at every weight. */
const noSlope = 1e-9;
/** Where in an interval it is looked at: not in its middle, where weights that people set tie exactly. */
const offMiddle = 0.48713562;
/** How finely the engine compares sums (core/decision/cover.ts, `cover`). */
const sumResolution = 1e-6;

/** A contest with each contender's score as a line. */
interface LinedContest {
  readonly task: string;
  readonly weight: number;
  readonly contenders: readonly { readonly contender: Contender; readonly line: Line }[];
}

function linedContests(model: Model, criterion: number): { contests: LinedContest[]; total: Line } {
  const others = model.weights.reduce((sum, weight, place) => (place === criterion ? sum : sum + weight), 0);
  const contests = model.contests.map(
    ({ task, contenders }): LinedContest => ({
      task: task.task,
      weight: task.weight,
      contenders: contenders.map((contender) => {
        const weighed = contender.ratings.reduce(
          (sum, rating, place) => (place === criterion ? sum : sum + rating * (model.weights[place] ?? 0)),
          0,
        );
        const line = {
          at: contender.fixed * others + model.span * weighed,
          slope: contender.fixed + model.span * (contender.ratings[criterion] ?? 0),
        };
        return { contender, line };
      }),
    }),
  );
  return { contests, total: { at: others, slope: 1 } };
}

/** Keeps the interval around a weight in which every line that was compared with nought keeps its sign. */
class Standing {
  from: number;
  to: number;
  readonly weight: number;
  constructor(weight: number, from: number, to: number) {
    this.weight = weight;
    this.from = from;
    this.to = to;
  }
  /** The line's value at the weight; the interval ends where its sign turns. */
  sign(line: Line): number {
    const value = valueAt(line, this.weight);
    if (Math.abs(line.slope) > noSlope) {
      const root = -line.at / line.slope;
      if (root < this.weight) this.from = Math.max(this.from, root);
      else this.to = Math.min(this.to, root);
    }
    return value;
  }
}

interface Gain {
  weight: number;
  score: Line;
  readonly does: Map<string, { readonly contender: Contender; readonly line: Line }>;
}

/** The engine's cover (core/decision/cover.ts) over lines. Property tests hold the two together. */
function coverAt(contests: readonly LinedContest[], total: Line, standing: Standing): Plan {
  const near = new Map<string, LinedContest['contenders']>();
  for (const { task, contenders } of contests) {
    let [top] = contenders;
    for (const other of contenders) if (top && standing.sign(less(other.line, top.line)) > 0) top = other;
    const line = top?.line ?? total;
    near.set(
      task,
      contenders.filter((other) => standing.sign(plus(less(other.line, line), times(tieInPoints, total))) >= 0),
    );
  }
  const chosen = new Map<string, Contender>();
  let left = contests;
  while (left.length > 0) {
    const gains = new Map<string, Gain>();
    for (const { task, weight } of left) {
      for (const candidate of near.get(task) ?? []) {
        const { id } = candidate.contender.offering.service;
        const gain = gains.get(id) ?? { weight: 0, score: { at: 0, slope: 0 }, does: new Map() };
        const known = gain.does.get(task);
        if (known && standing.sign(less(known.line, candidate.line)) >= 0) continue;
        if (!known) gain.weight += weight;
        gain.score = plus(gain.score, times(weight, known ? less(candidate.line, known.line) : candidate.line));
        gain.does.set(task, candidate);
        gains.set(id, gain);
      }
    }
    let best: readonly [string, Gain] | undefined;
    for (const one of [...gains].sort(([leftId], [rightId]) => byCodeUnit(leftId, rightId))) {
      const ahead = best === undefined ? 1 : one[1].weight - best[1].weight;
      if (best === undefined || ahead > sumResolution / 2) best = one;
      else if (ahead >= -sumResolution / 2) {
        const least = (sumResolution / 2) * valueAt(total, standing.weight);
        if (standing.sign(less(one[1].score, best[1].score)) > least) best = one;
      }
    }
    if (!best) break;
    for (const [task, { contender }] of best[1].does) chosen.set(task, contender);
    left = left.filter(({ task }) => !chosen.has(task));
  }
  return chosen;
}

/** The plan as the engine leaves it: what hears a recording writes it down too (core/decision/cover.ts, `withoutRepeats`). */
function withoutRepeatsIn({ engine, judged, contests }: Model, plan: Plan): Plan {
  const offerings = new Map([...plan].map(([task, { offering }]) => [task, offering]));
  const left = withoutRepeats(engine, offerings, judged.sifted.open, judged.settled.offerings);
  const contenders = new Map(contests.map(({ task, contenders: all }) => [task.task, all]));
  return new Map(
    [...plan].map(([task, own]) => [
      task,
      contenders.get(task)?.find(({ offering }) => offering === left.get(task)) ?? own,
    ]),
  );
}

/** Whether two plans give every task to the same service. */
const samePlan = (one: Plan, other: Plan): boolean =>
  one.size === other.size &&
  [...one].every(([task, { offering }]) => other.get(task)?.offering.service.id === offering.service.id);

/**
 * The pieces into which the weight of a criterion falls, from 0 to 1. Neighbours give at least one task to different
 * services (or are not the `same` by another measure). At a bound itself the two sides tie.
 */
export function sweep(model: Model, criterion: number, same: (one: Plan, other: Plan) => boolean = samePlan): Piece[] {
  const { contests, total } = linedContests(model, criterion);
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (last && same(last.plan, piece.plan)) pieces[pieces.length - 1] = { ...last, to: piece.to };
    else pieces.push(piece);
  };
  const look = (from: number, to: number): void => {
    const standing = new Standing(from + (to - from) * offMiddle, from, to);
    const plan = withoutRepeatsIn(model, coverAt(contests, total, standing));
    if (standing.from - from > resolution) look(from, standing.from);
    add({ from: standing.from - from > resolution ? standing.from : from, to: standing.to, plan });
    if (to - standing.to > resolution) look(standing.to, to);
  };
  look(0, 1);
  return tidy(pieces);
}

/** Pieces end to end from 0 to 1. */
function tidy(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, place) => ({
    ...piece,
    from: place === 0 ? 0 : (pieces[place - 1]?.to ?? 0),
    to: place === pieces.length - 1 ? 1 : piece.to,
  }));
}

/** Who does what under given weights, as the engine would cover the tasks. */
export function planAt(model: Model, weights: readonly number[]): Plan {
  const flat = model.contests.map(
    ({ task, contenders }): LinedContest => ({
      task: task.task,
      weight: task.weight,
      contenders: contenders.map((contender) => ({
        contender,
        line: { at: pointsOf(contender, model.span, weights), slope: 0 },
      })),
    }),
  );
  return withoutRepeatsIn(model, coverAt(flat, { at: 1, slope: 0 }, new Standing(0, 0, 1)));
}
