/** What can be planned and is still no other way to build it: the first way with more in it, one part of it torn in two, or made twice. */
import { byCodeUnit } from '../base/order.ts';
import type { Flow } from '../decision/decision.ts';
import { acceptedBy, type Engine, producedBy } from '../decision/engine.ts';
import type { Plan, Prepared } from '../decision/judged.ts';
import { feeds, mayBe } from '../decision/kinds.ts';
import type { Need } from '../decision/need.ts';
import { joinsOf, type PlannedTask } from '../decision/plan.ts';

interface Drawn extends Plan {
  readonly architecture: readonly Flow[];
}

const doneBy = ({ ordered }: Plan): Map<string, PlannedTask> =>
  new Map(ordered.map((planned) => [planned.task.id, planned]));

const linesOf = ({ architecture }: Drawn): string =>
  architecture
    .map(({ from, to, data, label }) => [from, to, data, label].join('\n'))
    .sort(byCodeUnit)
    .join('\n\n');

/** Whether another task of the plan lacks what a step gives: neither is it at hand, nor does a third one give it. */
function isNeeded(engine: Engine, need: Need, { ordered }: Plan, step: PlannedTask): boolean {
  const givenBy = ({ task, offering }: PlannedTask): readonly string[] => producedBy(task, offering.offer);
  return ordered.some((taking) => {
    if (taking === step) return false;
    return [acceptedBy(taking.task, taking.offering.offer), joinsOf(engine, taking)].some(
      (kinds) =>
        givenBy(step).some((kind) => feeds(engine.lattice, kind, kinds)) &&
        !need.have.some((kind) => mayBe(engine.lattice, kind, kinds)) &&
        !ordered.some(
          (other) =>
            other !== step && other !== taking && givenBy(other).some((kind) => feeds(engine.lattice, kind, kinds)),
        ),
    );
  });
}

/**
 * Whether a plan only does more than the first. It is a way of its own where what it adds builds, from data at hand that the first
 * leaves lying, what the first takes as given: the model that is to be hosted. Steps that nothing needs, and more steps that come to
 * the same picture, are none.
 */
export function isPadded({ engine, need }: Prepared, first: Drawn, plan: Drawn): boolean {
  const before = doneBy(first);
  const added = plan.ordered.filter(({ task }) => !before.has(task.id));
  if (added.length === 0) return false;
  if (linesOf(first) === linesOf(plan)) return true;
  if (added.some((step) => !isNeeded(engine, need, plan, step))) return true;
  const now = doneBy(plan);
  if ([...before].some(([id, { offering }]) => now.get(id)?.offering.entry !== offering.entry)) return false;
  const taken = first.ordered.flatMap(({ task, offering }) => acceptedBy(task, offering.offer));
  const lying = need.have.filter((kind) => !mayBe(engine.lattice, kind, taken));
  const startsThere = added.some(({ task, offering }) =>
    lying.some((kind) => feeds(engine.lattice, kind, acceptedBy(task, offering.offer))),
  );
  return !startsThere || added.some(({ task }) => task.building !== true);
}

/** Whether two tasks that one service of the first does, and that give the same, are done by two: two parts for one result. */
export function isTorn(first: Plan, plan: Plan): boolean {
  const now = doneBy(plan);
  return first.ordered.some((one, place) =>
    first.ordered.slice(place + 1).some((other) => {
      if (one.offering.service !== other.offering.service) return false;
      const [left, right] = [now.get(one.task.id), now.get(other.task.id)];
      if (!left || !right || left.offering.service === right.offering.service) return false;
      const given = producedBy(left.task, left.offering.offer);
      return producedBy(right.task, right.offering.offer).some((kind) => given.includes(kind));
    }),
  );
}

/**
 * Whether a step makes what a later one makes for itself: the later service does that task too and starts, as it would for it, from
 * what the step started from. So nothing is transcribed by one service for another that transcribes it again.
 */
export function isTwice({ sifted }: Prepared, { ordered }: Plan): boolean {
  return ordered.some((one) =>
    ordered.some(({ task, offering }) => {
      if (offering.service === one.offering.service || task.building || one.task.building) return false;
      const itself = (sifted.open.get(one.task.id) ?? []).find(({ entry }) => entry === offering.entry);
      if (!itself) return false;
      const from = acceptedBy(task, offering.offer);
      const made = producedBy(one.task, one.offering.offer);
      return (
        acceptedBy(one.task, itself.offer).some((kind) => from.includes(kind)) &&
        !from.some((kind) => made.includes(kind))
      );
    }),
  );
}

/** Whether a tool that people work in stands beside another service of the chain: nothing runs through it by itself. */
export function isByHand({ ordered }: Plan): boolean {
  const byHand = ({ task, offering }: PlannedTask): boolean =>
    task.building !== true && offering.offer.modes.every((mode) => mode === 'interactive');
  return ordered.some(
    (one) => byHand(one) && ordered.some(({ offering }) => offering.service !== one.offering.service),
  );
}
