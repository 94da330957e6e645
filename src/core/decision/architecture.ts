/** The architecture of a plan: stages in flow order, what stands beside them, and the typed flows between them all. */
import type { Companion, Entry } from '../catalog/entry.ts';
import type { Task } from '../catalog/vocabulary.ts';
import { entryObstacle } from './constraints.ts';
import type { Architecture, Flow, Stage } from './decision.ts';
import { acceptedBy, type Engine, producedBy } from './engine.ts';
import { mayBe } from './kinds.ts';
import type { Need } from './need.ts';
import { gives, joinsOf, linked, type PlannedTask, started } from './plan.ts';

/** A service of the plan and all that it does there, in flow order. */
export interface PlannedStage {
  readonly service: Entry;
  readonly tasks: readonly PlannedTask[];
}

/** Services in the order in which each first takes part. */
export function stagesOf(ordered: readonly PlannedTask[]): PlannedStage[] {
  const stages = new Map<string, { service: Entry; tasks: PlannedTask[] }>();
  for (const planned of ordered) {
    const { service } = planned.offering;
    const stage = stages.get(service.id) ?? { service, tasks: [] };
    stage.tasks.push(planned);
    stages.set(service.id, stage);
  }
  return [...stages.values()];
}

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

/** From each task to its nearest earlier sources, or to the input; and from what nobody takes further to the output. */
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

/** Whether data flows from the companion to its stage, or the other way. */
const standsBefore: Readonly<Record<Companion['role'], boolean>> = {
  'input-store': true,
  registry: true,
  training: true,
  compute: true,
  orchestration: true,
  trigger: true,
  'output-store': false,
  hosting: false,
};

/** The companion itself, or its first successor that this customer can start with. */
function openCompanion(engine: Engine, need: Need, id: string): Entry | undefined {
  const entry = engine.index.entries.get(id);
  if (!entry || !entryObstacle(engine.index, entry, need)) return entry;
  return entry.lifecycle.successors
    .map((successor) => engine.index.entries.get(successor))
    .find((successor) => successor && !entryObstacle(engine.index, successor, need));
}

/** What an entry does best: the first of its offers with the best fit. */
const foremostTask = (engine: Engine, entry: Entry): Task | undefined => {
  const [best] = entry.offers.toSorted((one, other) => other.fit - one.fit);
  return best && engine.index.tasks.get(best.task);
};

/**
 * Whether the plan itself has what the companion would stand there for: it is a stage that the data already joins to this one,
 * or another stage does what a trainer, a host or a machine is there for. So a model that is hosted elsewhere gets no second host.
 */
function isTakenCareOf(
  engine: Engine,
  entry: Entry,
  { role }: Companion,
  planned: readonly PlannedStage[],
  service: Entry,
  data: readonly Flow[],
): boolean {
  const isJoined = data.some(
    ({ from, to }) => (from === entry.id && to === service.id) || (from === service.id && to === entry.id),
  );
  if (isJoined) return true;
  if (role !== 'training' && role !== 'hosting' && role !== 'compute') return false;
  const others = planned.filter((stage) => stage.service.id !== service.id);
  if (others.some((stage) => stage.service.id === entry.id)) return role !== 'compute';
  const work = foremostTask(engine, entry);
  if (!work) return false;
  return others
    .flatMap(({ tasks }) => tasks)
    .some(
      ({ task }) =>
        task.id === work.id ||
        (task.group === work.group && task.produces.some((kind) => work.produces.includes(kind))),
    );
}

/** Whether a companion is there at all for how its service is used: what batch jobs need, a live stream does not. */
const isAtWork = ({ modes }: Companion, need: Need, tasks: readonly PlannedTask[]): boolean => {
  if (modes === undefined) return true;
  const { mode } = need.constraints;
  return mode === undefined
    ? tasks.some(({ offering }) => offering.offer.modes.some((each) => modes.includes(each)))
    : modes.includes(mode);
};

/** The whole architecture of an ordered plan. */
export function drawArchitecture(engine: Engine, need: Need, ordered: readonly PlannedTask[]): Architecture {
  const planned = stagesOf(ordered);
  const stages = new Map<string, Stage>();
  for (const { service, tasks } of planned) {
    stages.set(service.id, { id: service.id, tasks: tasks.map(({ task }) => task.id), role: 'stage' });
  }
  const data = dataFlows(engine, need, ordered);
  const supporting: Flow[] = [];
  for (const { service, tasks } of planned) {
    const entries = new Set([...tasks.map(({ offering }) => offering.entry), service]);
    for (const companion of [...entries].flatMap(({ companions }) => companions)) {
      if (!isAtWork(companion, need, tasks)) continue;
      const entry = openCompanion(engine, need, companion.id);
      if (!entry || entry.id === service.id || isTakenCareOf(engine, entry, companion, planned, service, data))
        continue;
      if (!stages.has(entry.id)) stages.set(entry.id, { id: entry.id, tasks: [], role: 'supporting' });
      const ends = standsBefore[companion.role]
        ? { from: entry.id, to: service.id }
        : { from: service.id, to: entry.id };
      supporting.push({ ...ends, data: companion.role, label: companion.flow });
    }
  }
  const flows = new Map<string, Flow>();
  for (const each of [...data, ...supporting]) {
    const key = `${each.from}\n${each.to}\n${each.label}`;
    if (!flows.has(key)) flows.set(key, each);
  }
  return { stages: [...stages.values()], flows: [...flows.values()] };
}
