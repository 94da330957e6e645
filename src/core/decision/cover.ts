/** Which services do the tasks of a plan: as few as do them about as well as the best. */
import { byCodeUnit } from '../base/order.ts';
import type { Task } from '../catalog/vocabulary.ts';
import {
  acceptedBy,
  type Engine,
  type Offering,
  type OpenOfferings,
  producedBy,
  type SettledOfferings,
} from './engine.ts';
import { feeds, standsFor } from './kinds.ts';
import type { NeededTask } from './need.ts';

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
