/** The ranked list: the services of the plan first, then what else would do. */
import { byCodeUnit } from '../base/order.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Recommendation } from './decision.ts';
import type { Offering } from './engine.ts';
import { type Judged, leastListedFit } from './judged.ts';
import { restsOnGuess } from './need.ts';
import { caveatsFor, reasonsFor } from './reasons.ts';
import { stagesOf } from './stages.ts';

/** The longest ranked list. */
const longestList = 12;

/** A service as a line of the list: its best score, what it does, and through which capabilities. */
interface Line {
  readonly service: Entry;
  readonly offerings: readonly Offering[];
  readonly score: number;
}

function lines(judged: Judged): Line[] {
  const byService = new Map<string, Offering[]>();
  for (const own of judged.offerings.values()) {
    for (const offering of own)
      byService.set(offering.service.id, [...(byService.get(offering.service.id) ?? []), offering]);
  }
  return [...byService.values()].flatMap((offerings): Line[] => {
    const service = offerings[0]?.service;
    if (!service) return [];
    const score = Math.max(...offerings.map(({ entry }) => judged.scores.get(entry.id)?.total ?? 0));
    return [{ service, offerings, score }];
  });
}

/** The list, best first: winners by the weight of what they do, then by flow; others by score. A guess recommends none. */
export function recommendations(judged: Judged): Recommendation[] {
  const stages = stagesOf(judged.ordered);
  const isGuess = restsOnGuess(judged.need);
  const importance = new Map(
    stages.map(({ service, tasks }) => [service.id, Math.max(...tasks.map(({ weight }) => Math.round(weight * 100)))]),
  );
  const flowPlace = new Map(stages.map(({ service }, place) => [service.id, place]));
  const all = lines(judged);
  const winners = all
    .filter(({ service }) => importance.has(service.id))
    .sort(
      (left, right) =>
        (importance.get(right.service.id) ?? 0) - (importance.get(left.service.id) ?? 0) ||
        (flowPlace.get(left.service.id) ?? 0) - (flowPlace.get(right.service.id) ?? 0),
    );
  const others = all
    .filter(
      ({ service, offerings }) =>
        !importance.has(service.id) && offerings.some(({ offer }) => offer.fit >= leastListedFit),
    )
    .sort((left, right) => right.score - left.score || byCodeUnit(left.service.id, right.service.id));
  return [...winners, ...others]
    .slice(0, Math.max(longestList, winners.length))
    .map(({ service, offerings, score }, place): Recommendation => {
      const planned = judged.ordered.filter(({ offering }) => offering.service.id === service.id);
      const shown = planned.length > 0 ? planned.map(({ offering }) => offering) : offerings;
      const best = shown.toSorted(
        (left, right) =>
          (judged.scores.get(right.entry.id)?.total ?? 0) - (judged.scores.get(left.entry.id)?.total ?? 0) ||
          byCodeUnit(left.entry.id, right.entry.id),
      );
      const entries = [...new Set(best.map(({ entry }) => entry))];
      return {
        id: service.id,
        rank: place + 1,
        score,
        verdict: planned.length > 0 && !isGuess ? 'recommended' : 'suitable',
        tasks: [...new Set(shown.map(({ offer }) => offer.task))],
        via: entries.filter((entry) => entry.id !== service.id).map(({ id }) => id),
        reasons: entries.flatMap((entry) =>
          reasonsFor(
            judged,
            entry,
            shown.filter((offering) => offering.entry === entry),
          ),
        ),
        caveats: entries.flatMap((entry) =>
          caveatsFor(
            judged,
            entry,
            shown.filter((offering) => offering.entry === entry),
          ),
        ),
      };
    });
}
