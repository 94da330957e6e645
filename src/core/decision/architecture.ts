/** The architecture of a plan: stages in flow order, what stands beside them, and the typed flows between them all. */
import { companionsOf } from './companions.ts';
import type { Architecture, Flow, Stage } from './decision.ts';
import { acceptedBy, type Engine, producedBy } from './engine.ts';
import { feeds, mayBe } from './kinds.ts';
import { machinesOf } from './machines.ts';
import type { Need } from './need.ts';
import { gives, joinsOf, linked, type PlannedTask, started } from './plan.ts';
import { stagesOf } from './stages.ts';

const flow = (engine: Engine, from: string, to: string, data: string): Flow => ({
  from,
  to,
  data,
  label: engine.index.dataKinds.get(data)?.name ?? data,
});

/** Data at hand that the task may start from, else what it takes first. */
const inputKind = (engine: Engine, need: Need, { task, offering }: PlannedTask): string | undefined => {
  const accepted = acceptedBy(task, offering.offer);
  return need.have.find((kind) => mayBe(engine.lattice, kind, accepted)) ?? accepted[0];
};

/**
 * From each task to its nearest earlier sources, or to the input; what it works on besides; and from what nobody takes further to
 * the output.
 */
function dataFlows(engine: Engine, need: Need, ordered: readonly PlannedTask[]): Flow[] {
  const flows: Flow[] = [];
  const hand = (from: PlannedTask, to: PlannedTask, data: string): void => {
    const { service } = from.offering;
    if (service.id !== to.offering.service.id) flows.push(flow(engine, service.id, to.offering.service.id, data));
  };
  ordered.forEach((planned, place) => {
    const earlier = ordered.slice(0, place);
    const source =
      earlier.findLast((each) => started(engine, each, planned) !== undefined) ??
      earlier.findLast((each) => linked(engine, each, planned) !== undefined);
    const data = source
      ? (started(engine, source, planned) ?? linked(engine, source, planned))
      : inputKind(engine, need, planned);
    if (source && data !== undefined) hand(source, planned, data);
    else if (data !== undefined) flows.push(flow(engine, 'input', planned.offering.service.id, data));
    for (const kind of joinsOf(engine, planned)) {
      const second = earlier.findLast((each) => each !== source && gives(engine, each, kind));
      if (second) hand(second, planned, kind);
    }
  });
  for (const { task, offering } of ordered) {
    const besides = need.have.filter((kind) => feeds(engine.lattice, kind, task.also ?? []));
    for (const kind of besides.filter((each) => !flows.some(({ data }) => data === each)))
      flows.push(flow(engine, 'input', offering.service.id, kind));
  }
  ordered.forEach((planned, place) => {
    const taken = ordered.slice(place + 1).some((later) => linked(engine, planned, later) !== undefined);
    const produced = producedBy(planned.task, planned.offering.offer);
    const wanted = produced.filter((kind) => mayBe(engine.lattice, kind, need.want));
    if (taken && wanted.length === 0) return;
    const data = wanted[0] ?? produced[0];
    if (data !== undefined) flows.push(flow(engine, planned.offering.service.id, 'output', data));
  });
  return flows;
}

/** The whole architecture of an ordered plan. */
export function drawArchitecture(engine: Engine, need: Need, ordered: readonly PlannedTask[]): Architecture {
  const planned = stagesOf(ordered);
  const stages = new Map<string, Stage>();
  for (const { service, tasks } of planned) {
    stages.set(service.id, { id: service.id, tasks: tasks.map(({ task }) => task.id), role: 'stage' });
  }
  const machines = machinesOf(engine, need, planned, dataFlows(engine, need, ordered));
  const companions = companionsOf(engine, need, planned, machines);
  const supporting = [...machines.supporting, ...companions];
  for (const id of supporting.flatMap(({ from, to }) => [from, to])) {
    if (!stages.has(id)) stages.set(id, { id, tasks: [], role: 'supporting' });
  }
  const flows = new Map<string, Flow>();
  for (const each of [...machines.data, ...supporting]) {
    const key = `${each.from}\n${each.to}\n${each.label}`;
    if (!flows.has(key)) flows.set(key, each);
  }
  return { stages: [...stages.values()], flows: [...flows.values()] };
}
