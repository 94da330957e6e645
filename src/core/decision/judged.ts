/** Sifts what the need leaves open, scores it and covers the asked tasks: all that a decision is then read from. */

import { entryObstacle, type Obstacle, offerObstacle } from './constraints.ts';
import type { Engine, Offering } from './engine.ts';
import type { Need, NeededTask } from './need.ts';
import { askedTasks, bridges, cover, type OpenOfferings, orderByFlow, type PlannedTask } from './plan.ts';
import { type Score, scoreEntry } from './score.ts';

/** An alternative that fits less than this is a verdict of its entry, but no line of a list. */
export const leastListedFit = 0.45;

/** Offers that the need leaves open, by task, and what rules the others out, by entry and task. */
export interface Sifted {
  readonly open: OpenOfferings;
  readonly obstacles: ReadonlyMap<string, ReadonlyMap<string, Obstacle>>;
}

function sift(engine: Engine, need: Need): Sifted {
  const open = new Map<string, readonly Offering[]>();
  const obstacles = new Map<string, Map<string, Obstacle>>();
  const ofEntry = new Map<string, Obstacle | undefined>();
  for (const [task, offerings] of engine.offerings) {
    const left = offerings.filter(({ entry, offer }) => {
      if (!ofEntry.has(entry.id)) ofEntry.set(entry.id, entryObstacle(engine.index, entry, need));
      const obstacle = ofEntry.get(entry.id) ?? offerObstacle(engine.index, entry, offer, need);
      if (!obstacle) return true;
      const known = obstacles.get(entry.id) ?? new Map<string, Obstacle>();
      obstacles.set(entry.id, known.set(task, obstacle));
      return false;
    });
    if (left.length > 0) open.set(task, left);
  }
  return { open, obstacles };
}

/** All that the verdicts are read from. */
export interface Judged {
  readonly engine: Engine;
  readonly need: Need;
  readonly tasks: readonly NeededTask[];
  readonly sifted: Sifted;
  /** By entry id, for entries with an open offer for an asked task. */
  readonly offerings: ReadonlyMap<string, readonly Offering[]>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly ordered: readonly PlannedTask[];
}

function openOffersByEntry(tasks: readonly NeededTask[], open: OpenOfferings): Map<string, Offering[]> {
  const byEntry = new Map<string, Offering[]>();
  for (const { task } of tasks) {
    for (const offering of open.get(task) ?? []) {
      byEntry.set(offering.entry.id, [...(byEntry.get(offering.entry.id) ?? []), offering]);
    }
  }
  return byEntry;
}

/** Judges a need against a catalogue: sift, ask, bridge, score, cover, order. */
export function judge(engine: Engine, need: Need): Judged {
  const sifted = sift(engine, need);
  const asked = askedTasks(engine, need, sifted.open);
  const bridging = bridges(engine, need, asked, sifted.open);
  const tasks = [...asked, ...bridging];
  const offerings = openOffersByEntry(tasks, sifted.open);
  const scores = new Map<string, Score>();
  const alone = new Map<Offering, number>();
  for (const own of offerings.values()) {
    const entry = own[0]?.entry;
    if (!entry) continue;
    scores.set(entry.id, scoreEntry(engine, entry, need, tasks, own));
    for (const offering of own) {
      const task = { task: offering.offer.task, weight: 1, triggers: [] };
      alone.set(offering, scoreEntry(engine, entry, need, [task], [offering]).total);
    }
  }
  const chosen = cover(tasks, sifted.open, (offering) => alone.get(offering) ?? 0);
  const planned = tasks.flatMap(({ task: id, weight }): PlannedTask[] => {
    const task = engine.index.tasks.get(id);
    const offering = chosen.get(id);
    return task && offering ? [{ task, weight, bridge: bridging.some((bridge) => bridge.task === id), offering }] : [];
  });
  return { engine, need, tasks, sifted, offerings, scores, ordered: orderByFlow(engine, need, planned) };
}
