/** What is not offered though it was asked for or near it, and what to use in its place. */
import { byCodeUnit } from '../base/order.ts';
import type { Entry } from '../catalog/entry.ts';
import { entryObstacle } from './constraints.ts';
import type { Exclusion, RuledOut } from './decision.ts';
import { type Offering, serviceOf } from './engine.ts';
import { type Judged, leastListedFit } from './judged.ts';

/** The best open service for any of these tasks, other than the entry's own. */
function nearestAlternative(judged: Judged, entry: Entry, tasks: readonly string[]): string | undefined {
  const service = serviceOf(judged.engine.index, entry).id;
  let best: Offering | undefined;
  const score = (offering: Offering): number => judged.scores.get(offering.entry.id)?.total ?? 0;
  for (const task of tasks) {
    for (const offering of judged.sifted.open.get(task) ?? []) {
      if (offering.service.id === service) continue;
      const ahead = best ? score(offering) - score(best) || byCodeUnit(best.entry.id, offering.entry.id) : 1;
      if (ahead > 0) best = offering;
    }
  }
  return best?.service.id;
}

/** What to use in place of an entry: its first open successor, else the best service that does the same. */
function insteadOf(judged: Judged, entry: Entry, tasks: readonly string[]): string | undefined {
  const successor = entry.lifecycle.successors
    .map((id) => judged.engine.index.entries.get(id))
    .find((next) => next && !entryObstacle(judged.engine.index, next, judged.need));
  return entry.lifecycle.status === 'active' || !successor
    ? (nearestAlternative(judged, entry, tasks) ?? successor?.id)
    : successor.id;
}

/** What rules the entry out for the heaviest task that it would have done; `undefined`: nothing does. */
export function ruledOut(judged: Judged, entry: Entry): RuledOut | undefined {
  const known = judged.sifted.obstacles.get(entry.id);
  if (!known) return undefined;
  const broken = judged.tasks.filter(({ task }) => known.has(task)).map(({ task }) => task);
  const obstacle = broken[0] === undefined ? undefined : known.get(broken[0]);
  if (!obstacle) return undefined;
  const alternative = insteadOf(judged, entry, broken);
  return alternative === undefined ? obstacle : { ...obstacle, alternative };
}

/** What was asked for by name, or would have done a task well, and is not offered. */
export function exclusions(judged: Judged): Exclusion[] {
  const { engine, need, tasks, sifted } = judged;
  const weight = new Map(tasks.map((task) => [task.task, task.weight]));
  const excluded = new Map<string, Exclusion & { readonly by: number }>();
  for (const [id, obstacles] of sifted.obstacles) {
    const entry = engine.index.entries.get(id);
    const broken = (engine.offeringsOf.get(id) ?? []).filter(
      ({ offer }) => obstacles.has(offer.task) && weight.has(offer.task) && offer.fit >= leastListedFit,
    );
    // What was not asked for is left before the costly question what to use in its place.
    const obstacle = entry && broken.length > 0 ? ruledOut(judged, entry) : undefined;
    if (!entry || !obstacle) continue;
    excluded.set(id, {
      id,
      reason: obstacle.text,
      constraint: obstacle.constraint,
      status: entry.lifecycle.status,
      ...(obstacle.alternative === undefined ? {} : { successor: obstacle.alternative }),
      change: obstacle.change,
      by: Math.max(...broken.map(({ offer }) => offer.fit * (weight.get(offer.task) ?? 0))),
    });
  }
  // A choice for a task that is not part of the plan says nothing.
  const chosen = judged.settled.refused.filter(({ task }) => weight.has(task)).map(({ entry }) => entry.id);
  for (const named of [...need.named.map(({ entry }) => entry), ...chosen]) {
    const entry = engine.index.entries.get(named);
    if (!entry || excluded.has(entry.id)) continue;
    const obstacle = entryObstacle(engine.index, entry, need);
    if (!obstacle) continue;
    const successor = insteadOf(
      judged,
      entry,
      entry.offers.map(({ task }) => task),
    );
    excluded.set(entry.id, {
      id: entry.id,
      reason: obstacle.text,
      constraint: obstacle.constraint,
      status: entry.lifecycle.status,
      ...(successor === undefined ? {} : { successor }),
      change: obstacle.change,
      by: 1,
    });
  }
  return [...excluded.values()]
    .sort((left, right) => right.by - left.by || byCodeUnit(left.id, right.id))
    .map(({ by: _, ...exclusion }) => exclusion);
}
