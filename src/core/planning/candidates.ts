/**
 * Ways to do what is asked, as choices: for each task the services that go about it differently, each service and each way of
 * working taken as far as it goes, and the tasks that could stand in between. Types decide what fits; no service is named.
 */
import { byCodeUnit } from '../base/order.ts';
import { acceptedBy, type Offering } from '../decision/engine.ts';
import type { Plan, Prepared } from '../decision/judged.ts';
import { mayBe } from '../decision/kinds.ts';
import { linked } from '../decision/plan.ts';

/** Which entry is to do which task. */
export type Choices = Readonly<Record<string, string>>;

/** What fits a task less than this is no way to build it, even as an alternative: at a pinch only. */
const leastPlannedFit = 0.4;
/** Ways of one task that are followed up, best first. */
const mostWays = 5;

/**
 * How an offering goes about its task: its way of working (the profile, which says what it asks of a team), what it starts
 * from, and where it runs. Two that agree in all of these are variants of one way.
 */
export const wayOf = ({ entry, offer }: Offering): string =>
  [entry.profile, entry.management, [...(offer.accepts ?? [])].sort(byCodeUnit).join('+'), offer.places.join('+')].join(
    '/',
  );

/** The best offering of each way to do a task, best first. */
function waysOf({ sifted, alone }: Prepared, task: string): Offering[] {
  const best = new Map<string, Offering>();
  for (const offering of sifted.open.get(task) ?? []) {
    if (offering.offer.fit < leastPlannedFit) continue;
    const known = best.get(wayOf(offering));
    if (!known || alone(known) < alone(offering)) best.set(wayOf(offering), offering);
  }
  return [...best.values()]
    .sort((one, other) => alone(other) - alone(one) || byCodeUnit(one.entry.id, other.entry.id))
    .slice(0, mostWays);
}

/** Choices that take each group of offerings as far as it goes: the best of the group for each task that it does. */
function takenFar(prepared: Prepared, ways: readonly Offering[], groupOf: (offering: Offering) => string): Choices[] {
  const groups = new Map<string, Map<string, Offering>>();
  for (const way of ways) {
    const group = groups.get(groupOf(way)) ?? new Map<string, Offering>();
    const known = group.get(way.offer.task);
    if (!known || prepared.alone(known) < prepared.alone(way)) group.set(way.offer.task, way);
    groups.set(groupOf(way), group);
  }
  return [...groups.values()].map((group) =>
    Object.fromEntries([...group].map(([task, { entry }]) => [task, entry.id])),
  );
}

/** Alternatives to the plan's own way. The same record may come more than once. */
export function alternatives(prepared: Prepared): Choices[] {
  const ways = prepared.asked.flatMap(({ task }) => waysOf(prepared, task));
  const asked = new Set(prepared.asked.map(({ task }) => task));
  const ofServices = ways.flatMap(({ service }) => prepared.engine.index.capabilities.get(service.id) ?? []);
  const services = new Set([...ways.map(({ service }) => service.id), ...ofServices.map(({ id }) => id)]);
  const all = [...asked].flatMap((task) =>
    (prepared.sifted.open.get(task) ?? []).filter(
      ({ service, offer }) => services.has(service.id) && offer.fit >= leastPlannedFit,
    ),
  );
  return [
    ...ways.map(({ offer, entry }) => ({ [offer.task]: entry.id })),
    ...takenFar(prepared, all, ({ service }) => service.id),
    ...takenFar(prepared, ways, ({ entry }) => entry.profile),
  ];
}

/**
 * Other steps that could stand in between: tasks that give exactly the kind that an asked task starts from and that neither is
 * at hand nor comes from another asked one, and other ways to do those that stand there.
 */
export function otherSteps(prepared: Prepared, { ordered }: Plan, choices: Choices): Choices[] {
  const { engine, need, sifted } = prepared;
  const planned = new Set(ordered.map(({ task }) => task.id));
  const asked = new Set(prepared.asked.map(({ task }) => task));
  const own = ordered.filter(({ task }) => asked.has(task.id));
  const lacking = new Set(
    own
      .filter((taking) => !own.some((giving) => giving !== taking && linked(engine, giving, taking) !== undefined))
      .map(({ task, offering }) => acceptedBy(task, offering.offer))
      .filter((accepted) => !need.have.some((kind) => mayBe(engine.lattice, kind, accepted)))
      .flat(),
  );
  const instead = engine.index.catalog.tasks.filter(
    ({ id, produces }) => !planned.has(id) && sifted.open.has(id) && produces.some((kind) => lacking.has(kind)),
  );
  const between = ordered.filter(({ bridge }) => bridge).map(({ task }) => task);
  return [...instead, ...between].flatMap(({ id }) =>
    waysOf(prepared, id).map(({ entry }) => ({ ...choices, [id]: entry.id })),
  );
}
