/**
 * Who would come first, asked thousands of times for one question: the same answer as `decide`, without reasons and verdicts.
 * For a single task it is the open offering with the highest score; for several it is the services of the plan.
 */
import { byCodeUnit } from '../base/order.ts';
import { entryObstacle, offerObstacle } from '../decision/constraints.ts';
import type { Engine, Offering } from '../decision/engine.ts';
import { planOf, prepare } from '../decision/judged.ts';
import type { Need, NeededTask } from '../decision/need.ts';
import { scoreEntry } from '../decision/score.ts';

/** The services that come out, the foremost first; empty: nothing is open. */
export type Winners = readonly string[];

/** What comes first under a need, worked out once for each need that is asked for. */
export interface WinnerTable {
  /** For a task alone under a need whose own tasks are left aside. */
  ofTask(task: string, need: Need): Winners;
  /** For everything that the need asks. */
  ofNeed(need: Need): Winners;
}

const nobody: Winners = [];

/** More are forgotten at once: a table serves one conversation after another. */
const mostKept = 60_000;

/** A table of who comes first, filled as it is asked. */
export function winnerTable(engine: Engine): WinnerTable {
  const ranked = new Map<string, readonly Offering[]>();
  const first = new Map<string, Winners>();
  const plans = new Map<string, Winners>();
  const open = new WeakMap<Offering, Map<number, boolean>>();
  const byNeed = new WeakMap<Need, Map<string, Winners>>();
  // The same parts of a need come again and again: each is written out once, and named by a number.
  const numbers = new Map<string, number>();
  const written = new WeakMap<object, number>();
  const write = (part: object): number => {
    const known = written.get(part);
    if (known !== undefined) return known;
    const text = JSON.stringify(part);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    written.set(part, number);
    return number;
  };
  const kept = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
    const known = map.get(key);
    if (known !== undefined) return known;
    if (map.size > mostKept) map.clear();
    const made = make();
    map.set(key, made);
    return made;
  };

  const isOpen = (offering: Offering, need: Need, constraints: number): boolean => {
    const byConstraints = open.get(offering) ?? new Map<number, boolean>();
    open.set(offering, byConstraints);
    return kept(
      byConstraints,
      constraints,
      () =>
        entryObstacle(engine.index, offering.entry, need) === undefined &&
        offerObstacle(engine.index, offering.entry, offering.offer, need) === undefined,
    );
  };

  const rank = (task: string, need: Need): readonly Offering[] => {
    const asked: readonly NeededTask[] = [{ task, weight: 1, triggers: [] }];
    return (engine.offerings.get(task) ?? [])
      .map((offering) => ({ offering, score: scoreEntry(engine, offering.entry, need, asked, [offering]).total }))
      .sort(
        (left, right) =>
          Math.round((right.score - left.score) * 1e6) ||
          byCodeUnit(left.offering.service.id, right.offering.service.id),
      )
      .map(({ offering }) => offering);
  };

  const ofNeed = (need: Need): Winners => {
    const { tasks, have, want, constraints, preferences, named, choices } = need;
    return kept(plans, JSON.stringify([tasks, have, want, constraints, preferences, named, choices]), () => {
      const { ordered, tasks: planned } = planOf(prepare(engine, need));
      // A wish that is left open is no answer.
      if (ordered.length < planned.length) return nobody;
      const byWeight = [...ordered].sort((left, right) => right.weight - left.weight);
      return [...new Set(byWeight.map(({ offering }) => offering.service.id))];
    });
  };

  const ofTask = (task: string, need: Need): Winners => {
    if (need.choices !== undefined) return ofNeed({ ...need, tasks: [{ task, weight: 1, triggers: [] }] });
    const scored = `${task}|${write(need.have)}|${write(need.preferences)}|${write(need.named)}`;
    const constraints = write(need.constraints);
    return kept(first, `${scored}|${constraints}`, () => {
      const best = kept(ranked, scored, () => rank(task, need)).find((each) => isOpen(each, need, constraints));
      return best ? [best.service.id] : nobody;
    });
  };

  return {
    ofTask: (task, need) => {
      const own = byNeed.get(need) ?? new Map<string, Winners>();
      byNeed.set(need, own);
      return kept(own, task, () => ofTask(task, need));
    },
    ofNeed,
  };
}
