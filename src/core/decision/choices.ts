/**
 * What the user settled by hand: for a task, the entry that is to do it. A choice wins over the score and never over a
 * hard constraint; one that cannot be kept is said, with the reason.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Entry } from '../catalog/entry.ts';
import { entryObstacle, type Obstacle } from './constraints.ts';
import { type Engine, type Offering, serviceOf } from './engine.ts';
import type { Need } from './need.ts';

/** A choice that could not be kept: what rules the entry out; `undefined`: it does not do this task at all. */
export interface RefusedChoice {
  readonly task: string;
  readonly entry: Entry;
  readonly obstacle: Obstacle | undefined;
}

/**
 * What a user's choices come to in this catalogue: offers that are taken as they are, and choices that can't be kept.
 */
export interface Settled {
  /** By task id. */
  readonly offerings: ReadonlyMap<string, Offering>;
  /** In the order of the tasks' ids. */
  readonly refused: readonly RefusedChoice[];
}

const nothingSettled: Settled = { offerings: new Map(), refused: [] };

/** Whether a choice of `entry` means this offering: the entry itself, or the service that it is a capability of. */
const isMeant = (entry: Entry, offering: Offering): boolean =>
  offering.entry.id === entry.id || offering.service.id === entry.id;

function obstacleOf(
  engine: Engine,
  need: Need,
  entry: Entry,
  task: string,
  obstacles: ReadonlyMap<string, ReadonlyMap<string, Obstacle>>,
): Obstacle | undefined {
  const own = obstacles.get(entry.id)?.get(task);
  if (own) return own;
  const capability = (engine.offerings.get(task) ?? []).find((offering) => isMeant(entry, offering));
  const ofCapability = capability && obstacles.get(capability.entry.id)?.get(task);
  return ofCapability ?? entryObstacle(engine.index, serviceOf(engine.index, entry), need);
}

/** The offerings that the need's choices name, and the choices that could not be kept. Ids that are unknown are passed over. */
export function settle(
  engine: Engine,
  need: Need,
  open: ReadonlyMap<string, readonly Offering[]>,
  obstacles: ReadonlyMap<string, ReadonlyMap<string, Obstacle>>,
): Settled {
  if (need.choices === undefined) return nothingSettled;
  const offerings = new Map<string, Offering>();
  const refused: RefusedChoice[] = [];
  const choices = Object.entries(need.choices).sort(([one], [other]) => byCodeUnit(one, other));
  for (const [task, id] of choices) {
    const entry = engine.index.entries.get(id);
    if (!entry || !engine.index.tasks.has(task)) continue;
    // What is chosen by its own id before the capabilities of it; then what does the task best.
    const [meant] = (open.get(task) ?? [])
      .filter((offering) => isMeant(entry, offering))
      .sort(
        (one, other) =>
          Number(other.entry.id === entry.id) - Number(one.entry.id === entry.id) || other.offer.fit - one.offer.fit,
      );
    if (meant) offerings.set(task, meant);
    else refused.push({ task, entry, obstacle: obstacleOf(engine, need, entry, task, obstacles) });
  }
  return { offerings, refused };
}
