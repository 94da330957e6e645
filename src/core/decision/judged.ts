/** Sifts what the need leaves open, scores it and covers the asked tasks: all that a decision is then read from. */
import { askedTasks } from './askedTasks.ts';
import { bridges } from './bridges.ts';
import { type Settled, settle } from './choices.ts';
import { entryObstacle, type Obstacle, offerObstacle } from './constraints.ts';
import { cover, withoutRepeats } from './cover.ts';
import type { Engine, Offering, OpenOfferings } from './engine.ts';
import type { Need, NeededTask } from './need.ts';
import { orderByFlow, type PlannedTask } from './plan.ts';
import { type Score, scoreEntry } from './score.ts';

/** An alternative that fits less than this is scored, and fits neither on the map nor in a list. */
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
  readonly settled: Settled;
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

/** What every plan of a need starts from: what is open, what is asked, and how well each offering does its task alone. */
export interface Prepared {
  readonly engine: Engine;
  readonly need: Need;
  readonly sifted: Sifted;
  readonly asked: readonly NeededTask[];
  /** The score of an offering for its own task, 0 to 100. */
  readonly alone: (offering: Offering) => number;
}

/** Who does what, in the order in which data flows. */
export interface Plan {
  /** What is asked, and what was put in so that the data fits. */
  readonly tasks: readonly NeededTask[];
  readonly settled: Settled;
  readonly ordered: readonly PlannedTask[];
}

/** Sifts and asks, once for every plan of the need. */
export function prepare(engine: Engine, need: Need): Prepared {
  const sifted = sift(engine, need);
  const known = new Map<Offering, number>();
  const alone = (offering: Offering): number => {
    const score =
      known.get(offering) ??
      scoreEntry(engine, offering.entry, need, [{ task: offering.offer.task, weight: 1, triggers: [] }], [offering])
        .total;
    known.set(offering, score);
    return score;
  };
  return { engine, need, sifted, asked: askedTasks(engine, need, sifted.open), alone };
}

/** The plan under the need's choices, or under others in their place. */
export function planOf({ engine, need: stated, sifted, asked, alone }: Prepared, choices = stated.choices): Plan {
  const { choices: _own, ...rest } = stated;
  const need = choices === undefined ? rest : { ...rest, choices };
  const settled = settle(engine, need, sifted.open, sifted.obstacles);
  const between = bridges(engine, need, asked, sifted.open, settled.offerings);
  const tasks = [...asked, ...between];
  const covered = cover(tasks, sifted.open, alone, settled.offerings);
  const chosen = withoutRepeats(engine, covered, sifted.open, settled.offerings);
  const planned = tasks.flatMap((needed): PlannedTask[] => {
    const task = engine.index.tasks.get(needed.task);
    const offering = chosen.get(needed.task);
    return task && offering ? [{ task, weight: needed.weight, bridge: between.includes(needed), offering }] : [];
  });
  return { tasks, settled, ordered: orderByFlow(engine, need, planned) };
}

/** Judges a need against a catalogue: sift, ask, bridge, score, cover, order. */
export function judge(engine: Engine, need: Need): Judged {
  const prepared = prepare(engine, need);
  const { sifted } = prepared;
  const { tasks, settled, ordered } = planOf(prepared);
  const offerings = openOffersByEntry(tasks, sifted.open);
  const scores = new Map<string, Score>();
  for (const own of offerings.values()) {
    const entry = own[0]?.entry;
    if (entry) scores.set(entry.id, scoreEntry(engine, entry, need, tasks, own));
  }
  return { engine, need, tasks, sifted, settled, offerings, scores, ordered };
}
