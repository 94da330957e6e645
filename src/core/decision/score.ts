/**
 * The score: a weighted additive model over a hundred points. How well the entry does what is asked dominates; the
 * preferences rank what does it equally well; age and having been named move the rest. The parts add up to the score.
 */
import type { Entry } from '../catalog/entry.ts';
import { ratingOf } from '../catalog/lookup.ts';
import { lifecycleSentence } from './constraints.ts';
import type { Reason, ScorePart } from './decision.ts';
import { type Engine, type Offering, serviceOf } from './engine.ts';
import { mayBe } from './kinds.ts';
import type { Need, NeededTask } from './need.ts';

/** Points of each kind of part; they add up to 100. */
const shares = {
  plain: { task: 62, more: 4, criteria: 24, lifecycle: 10, named: 0 },
  named: { task: 50, more: 4, criteria: 24, lifecycle: 10, named: 12 },
} as const;

/** How much of the lifecycle's points each status keeps. */
const lifecycleValue = { active: 1, 'closed-to-new': 0.2, ending: 0.1, legacy: 0, retired: 0 } as const;

/** Weight of a criterion that the need does not mention. */
const unmentionedWeight = 0.5;

/** Points of a hundred, and the parts that they add up from. */
export interface Score {
  readonly total: number;
  readonly parts: readonly ScorePart[];
}

/** A sentence's start as the middle of one; "AWS runs it" keeps its capitals. */
const lowest = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Why an offer answers its task: the case it is for where the catalogue says one, and the fact on which it rests. */
export function offerReason({ entry, offer }: Offering): Reason {
  const fact = entry.facts.find((candidate) => offer.facts.includes(candidate.id)) ?? entry.facts[0];
  if (!fact) return { text: entry.summary, sources: [], judgement: true, task: offer.task };
  return {
    text: fact.text,
    fact: { entry: entry.id, id: fact.id },
    sources: fact.sources,
    judgement: false,
    task: offer.task,
  };
}

function namedIn(engine: Engine, entry: Entry, need: Need): boolean {
  const service = serviceOf(engine.index, entry).id;
  return need.named.some(({ entry: id, stance }) => {
    const target = engine.index.entries.get(id);
    if (!target) return false;
    if (stance === 'use')
      return target.id === entry.id || target.id === service || serviceOf(engine.index, target).id === entry.id;
    return target.lifecycle.successors.some((successor) => {
      const next = engine.index.entries.get(successor)?.id;
      return next === entry.id || next === service;
    });
  });
}

function criterionParts(engine: Engine, entry: Entry, need: Need, points: number): ScorePart[] {
  const { criteria } = engine.index.catalog;
  const weights = criteria.map((criterion) => need.preferences[criterion.id] ?? unmentionedWeight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return criteria.map((criterion, place): ScorePart => {
    const weight = total === 0 ? 0 : (points * (weights[place] ?? 0)) / total;
    const rating = ratingOf(engine.index, entry, criterion.id);
    return {
      of: criterion.id,
      kind: 'criterion',
      weight,
      value: rating.value,
      points: weight * rating.value,
      reason: {
        text: `${criterion.name}: ${lowest(rating.judgement)}.`,
        sources: rating.sources,
        judgement: true,
        criterion: criterion.id,
      },
    };
  });
}

/** What is left of an offer's fit where it takes none of the data at hand, though its task would. */
const otherDataShare = 0.7;

/** The fit of an offer to this need: less where the data at hand is not what it takes. */
function fitFor(engine: Engine, need: Need, { offer }: Offering): number {
  const task = engine.index.tasks.get(offer.task);
  if (!task || !offer.accepts) return offer.fit;
  const { accepts } = offer;
  const usable = need.have.filter((kind) => mayBe(engine.lattice, kind, task.accepts));
  const taken = usable.some((kind) => mayBe(engine.lattice, kind, accepts));
  return usable.length === 0 || taken ? offer.fit : offer.fit * otherDataShare;
}

/**
 * The score of an entry from the offers that are open to this need. `offerings` are the entry's own, one for each task
 * of `tasks` that it does; the first points go to the task that it does best by weight and fit, a few to the others.
 */
export function scoreEntry(
  engine: Engine,
  entry: Entry,
  need: Need,
  tasks: readonly NeededTask[],
  offerings: readonly Offering[],
): Score {
  const share = need.named.length > 0 ? shares.named : shares.plain;
  const heaviest = tasks.reduce((weight, task) => Math.max(weight, task.weight), 0) || 1;
  const done = tasks
    .map((task) => ({ task, offering: offerings.find(({ offer }) => offer.task === task.task) }))
    .filter((pair): pair is { task: NeededTask; offering: Offering } => pair.offering !== undefined)
    .map(({ task, offering }) => ({ importance: task.weight / heaviest, offering }))
    .map((pair) => ({ ...pair, fit: fitFor(engine, need, pair.offering) }))
    .sort((left, right) => right.importance * right.fit - left.importance * left.fit);
  const [first, ...others] = done;
  if (!first) return { total: 0, parts: [] };
  const part = (weight: number, offering: Offering, fit: number): ScorePart => ({
    of: offering.offer.task,
    kind: 'task',
    weight,
    value: fit,
    points: weight * fit,
    reason: offerReason(offering),
  });
  const importanceOfRest = tasks.reduce((sum, task) => sum + task.weight / heaviest, 0) - first.importance;
  const parts: ScorePart[] = [
    part(share.task * first.importance, first.offering, first.fit),
    ...others.map(({ importance, offering, fit }) => part((share.more * importance) / importanceOfRest, offering, fit)),
    ...criterionParts(engine, entry, need, share.criteria),
    {
      of: entry.id,
      kind: 'lifecycle',
      weight: share.lifecycle,
      value: lifecycleValue[entry.lifecycle.status],
      points: share.lifecycle * lifecycleValue[entry.lifecycle.status],
      reason: { text: lifecycleSentence(entry), sources: entry.lifecycle.sources, judgement: false },
    },
  ];
  if (share.named > 0) {
    const value = namedIn(engine, entry, need) ? 1 : 0;
    const text = value === 1 ? 'You named it, or it succeeds what you named.' : 'You named something else.';
    parts.push({
      of: entry.id,
      kind: 'named',
      weight: share.named,
      value,
      points: share.named * value,
      reason: { text, sources: [], judgement: true },
    });
  }
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts };
}
