/**
 * Alternative ways to build what is needed. Services are functions between kinds of data; each candidate is a set of choices,
 * planned by the engine itself, so that what is shown here is what is decided and drawn when it is chosen. The engine's own plan
 * comes first; then what is worth most and differs most from what is shown already.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { ratingOf } from '../catalog/lookup.ts';
import { drawArchitecture } from '../decision/architecture.ts';
import { acceptedBy, type Engine, engineOf, producedBy } from '../decision/engine.ts';
import { type Plan, type Prepared, planOf, prepare } from '../decision/judged.ts';
import { feeds } from '../decision/kinds.ts';
import type { Need } from '../decision/need.ts';
import type { PlannedTask } from '../decision/plan.ts';
import { stagesOf } from '../decision/stages.ts';
import { alternatives, type Choices, otherSteps, wayOf } from './candidates.ts';
import type { Chain, ChainMeasures } from './chain.ts';
import { isByHand, isPadded, isTorn, isTwice } from './noWay.ts';
import { caveatsOf, gainsSomething, tradeOff } from './tradeOff.ts';

export type { Chain, ChainStage } from './chain.ts';

/** How many ways are looked for. */
export interface ChainOptions {
  /** At most so many; 3 where it is not said. */
  readonly most?: number;
}

const usualMost = 3;
/**
 * Points of a hundred that a service more costs. Two thirds of the six within which the engine itself takes one service in
 * place of two (`cover`): a service more is integration, permissions and a bill of its own. What stands beside costs a quarter of it.
 */
const servicePoints = 4;
const besidePoints = 1;
/** Points that a wholly different chain is given over a near twin, so that the three shown span the choice there is. */
const differencePoints = 30;
/** A chain that is worth less than the first by more than this is no way to go. */
const mostBelow = 40;

interface Candidate extends Plan {
  readonly measures: ChainMeasures;
  readonly architecture: Chain['flows'];
  readonly supporting: readonly string[];
  readonly value: number;
  /** Task by task, the way it is done. */
  readonly ways: ReadonlyMap<string, string>;
  readonly key: string;
  readonly unfed: readonly string[];
}

const keyOf = (ways: ReadonlyMap<string, string>): string =>
  [...ways]
    .map(([task, way]) => `${task}=${way}`)
    .sort(byCodeUnit)
    .join(' ');

function ratings(engine: Engine, ordered: readonly PlannedTask[]): Record<string, number> {
  const entries = [...new Set(ordered.map(({ offering }) => offering.entry))];
  return Object.fromEntries(
    engine.index.catalog.criteria.map(({ id }) => [
      id,
      entries.reduce((sum, entry) => sum + ratingOf(engine.index, entry, id).value, 0) / entries.length,
    ]),
  );
}

/**
 * Tasks of a plan that are handed none of what they start from: it is taken to be at hand, though nobody said so. A recording need
 * not be a call.
 */
function unfed({ engine, need }: Prepared, { ordered }: Plan): string[] {
  return ordered
    .filter((planned) => {
      const accepted = acceptedBy(planned.task, planned.offering.offer);
      if (accepted.length === 0 || need.have.some((kind) => feeds(engine.lattice, kind, accepted))) return false;
      return !ordered.some(
        (other) =>
          other !== planned &&
          producedBy(other.task, other.offering.offer).some((kind) => feeds(engine.lattice, kind, accepted)),
      );
    })
    .map(({ task }) => task.id);
}

function measured(prepared: Prepared, plan: Plan): Candidate {
  const { engine, need, asked, alone } = prepared;
  const { ordered } = plan;
  const { stages, flows } = drawArchitecture(engine, need, ordered);
  const supporting = stages.filter(({ role }) => role === 'supporting').map(({ id }) => id);
  const weights = new Map(asked.map(({ task, weight }) => [task, weight]));
  let [points, weight] = [0, 0];
  for (const { task, offering } of ordered) {
    const own = weights.get(task.id) ?? 0;
    points += own * alone(offering);
    weight += own;
  }
  const open = ordered.filter(({ offering }) =>
    [offering.entry, offering.service].every(({ lifecycle }) => lifecycle.status === 'active'),
  );
  const measures: ChainMeasures = {
    parts: stages.length - supporting.length,
    supporting: supporting.length,
    score: weight === 0 ? 0 : points / weight,
    lifecycle: ordered.length === 0 ? 1 : open.length / ordered.length,
    ratings: ratings(engine, ordered),
  };
  const ways = new Map(ordered.map(({ task, offering }) => [task.id, wayOf(offering)]));
  return {
    ...plan,
    measures,
    architecture: flows,
    supporting,
    value: measures.score - servicePoints * measures.parts - besidePoints * measures.supporting,
    ways,
    key: keyOf(ways),
    unfed: unfed(prepared, plan),
  };
}

const pinned = ({ ordered }: Plan): Choices =>
  Object.fromEntries(
    ordered
      .map(({ task, offering }) => [task.id, offering.entry.id] as const)
      .sort(([one], [other]) => byCodeUnit(one, other)),
  );

/** The share of the tasks of both that are done in another way, or by one of the two only. */
function difference(one: Candidate, other: Candidate): number {
  const tasks = new Set([...one.ways.keys(), ...other.ways.keys()]);
  const alike = [...tasks].filter((task) => one.ways.get(task) === other.ways.get(task));
  return 1 - alike.length / tasks.size;
}

/** Best of each key, in an order that does not depend on how they were found. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.key);
    if (!known || known.value < candidate.value) best.set(candidate.key, candidate);
  }
  return [...best.values()].sort((one, other) => other.value - one.value || byCodeUnit(one.key, other.key));
}

/** Every other plan that does what the first does, is fed, and differs in its ways. */
function others(prepared: Prepared, first: Candidate): Candidate[] {
  const done = new Set(first.ordered.map(({ task }) => task.id));
  const wanted = prepared.asked.filter(({ task }) => done.has(task)).map(({ task }) => task);
  const plan = (choices: Choices): Plan | undefined => {
    const found = planOf(prepared, choices);
    const does = new Set(found.ordered.map(({ task }) => task.id));
    return wanted.every((task) => does.has(task)) ? found : undefined;
  };
  const seen = new Set<string>();
  const plans = (all: readonly Choices[]): Plan[] =>
    all.flatMap((choices) => {
      const key = keyOf(new Map(Object.entries(choices)));
      if (seen.has(key)) return [];
      seen.add(key);
      return plan(choices) ?? [];
    });
  const direct = plans(alternatives(prepared));
  const stepped = plans([first, ...direct].flatMap((each) => otherSteps(prepared, each, chosenOf(prepared, each))));
  // What the first leaves to be at hand may be left here too, and nothing else.
  const left = new Set(first.unfed);
  return distinct(
    [...direct, ...stepped]
      .map((each) => measured(prepared, each))
      .filter((each) => each.unfed.every((task) => left.has(task))),
  );
}

/** What a plan settles for the asked tasks, without the steps that were put in between. */
const chosenOf = (prepared: Prepared, plan: Plan): Choices =>
  Object.fromEntries(
    [...plan.settled.offerings].flatMap(([task, { entry }]) =>
      prepared.asked.some((asked) => asked.task === task) ? [[task, entry.id]] : [],
    ),
  );

/** What is worth most and differs most from what is picked already (maximal marginal relevance, Carbonell & Goldstein 1998). */
function pick(
  first: Candidate,
  candidates: readonly Candidate[],
  most: number,
  holds: (candidate: Candidate) => boolean,
): Candidate[] {
  const picked = [first];
  let left = [...candidates];
  while (picked.length < most && left.length > 0) {
    const worth = (candidate: Candidate): number =>
      candidate.value + differencePoints * Math.min(...picked.map((other) => difference(candidate, other)));
    const best = left.reduce((one, other) => (worth(other) > worth(one) + 1e-9 ? other : one));
    if (holds(best)) picked.push(best);
    left = left.filter((candidate) => candidate !== best);
  }
  return picked;
}

function chainOf(prepared: Prepared, need: Need, candidate: Candidate, first: Candidate): Chain {
  const { engine } = prepared;
  const { ordered, measures, supporting } = candidate;
  const stages = stagesOf(ordered).map(({ service, tasks }) => ({
    entry: service.id,
    tasks: tasks.map(({ task }) => task.id),
    via: [...new Set(tasks.map(({ offering }) => offering.entry.id))].filter((id) => id !== service.id),
  }));
  return {
    id: keyOf(new Map(Object.entries(pinned(candidate)))),
    need,
    stages,
    supporting,
    flows: candidate.architecture,
    parts: measures.parts + measures.supporting,
    measures,
    tradeOff: candidate === first ? [] : tradeOff(engine, first, candidate),
    caveats: caveatsOf(ordered),
  };
}

/**
 * At most three genuinely different ways, the engine's own plan first. Choices already in the need are set aside, so that the ways
 * stay the same whichever of them is chosen. Empty where nothing can be planned.
 */
export function planChains(catalog: Catalog, need: Need, { most = usualMost }: ChainOptions = {}): readonly Chain[] {
  const engine = engineOf(catalog);
  const { choices: _settled, ...open } = need;
  const own = prepare(engine, open);
  const first = measured(own, planOf(own));
  if (first.ordered.length === 0 || most < 1) return [];
  // What the first takes for granted to be at hand is at hand for the others too.
  const assumed = [...new Set(first.architecture.filter(({ from }) => from === 'input').map(({ data }) => data))];
  const base = open.have.length > 0 ? open : { ...open, have: assumed };
  const prepared = base === open ? own : prepare(engine, base);
  const candidates = others(prepared, first).filter(
    (candidate) =>
      candidate.key !== first.key &&
      candidate.value >= first.value - mostBelow &&
      gainsSomething(engine, first, candidate) &&
      !isPadded(prepared, first, candidate) &&
      !isTwice(prepared, candidate) &&
      (isByHand(first) || !isByHand(candidate)) &&
      !isTorn(first, candidate),
  );
  // Settled task by task, the same plan must come out; where the steps in between come out otherwise, it is no way to offer.
  const holds = (candidate: Candidate): boolean =>
    JSON.stringify(pinned(planOf(prepared, pinned(candidate)))) === JSON.stringify(pinned(candidate));
  const [, ...rest] = pick(first, candidates, most, holds);
  return [
    chainOf(own, open, first, first),
    ...rest.map((candidate) => chainOf(prepared, { ...base, choices: pinned(candidate) }, candidate, first)),
  ];
}
