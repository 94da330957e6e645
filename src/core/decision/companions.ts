/** What stands beside the stages of a plan, as the catalogue says it of each: stores, registries, hosts, machines. */
import type { Companion, Entry } from '../catalog/entry.ts';
import { entryObstacle } from './constraints.ts';
import type { Flow } from './decision.ts';
import type { Engine } from './engine.ts';
import { foremostTask } from './foremostTask.ts';
import { feeds, mayBe } from './kinds.ts';
import type { Machines } from './machines.ts';
import type { Need } from './need.ts';
import type { PlannedStage } from './stages.ts';

/** Whether data flows from the companion to its stage, or the other way. */
const standsBefore: Readonly<Record<Companion['role'], boolean>> = {
  'input-store': true,
  registry: true,
  training: true,
  compute: true,
  orchestration: true,
  trigger: true,
  source: true,
  'output-store': false,
  hosting: false,
  calls: false,
};

/** The companion itself, or its first successor that this customer can start with. */
function openCompanion(engine: Engine, need: Need, id: string): Entry | undefined {
  const entry = engine.index.entries.get(id);
  if (!entry || !entryObstacle(engine.index, entry, need)) return entry;
  return entry.lifecycle.successors
    .map((successor) => engine.index.entries.get(successor))
    .find((successor) => successor && !entryObstacle(engine.index, successor, need));
}

/**
 * Whether the plan itself has what the companion would stand there for: it is a stage that the data already joins to this one,
 * another stage does what a trainer, a host or a machine is there for, or what a trainer would give comes in. So a model that is
 * hosted elsewhere gets no second host, and one that is at hand is not trained again.
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
  const work = foremostTask(engine.index, entry);
  if (!work) return false;
  const isGiven = data.some(({ to, data: kind }) => to === service.id && mayBe(engine.lattice, kind, work.produces));
  if (role === 'training' && isGiven) return true;
  return others
    .flatMap(({ tasks }) => tasks)
    .some(
      ({ task }) =>
        task.id === work.id ||
        (task.group === work.group && task.produces.some((kind) => work.produces.includes(kind))),
    );
}

/** Services that work on what arrives live, because they do so only, or because what does hands on to them. */
function liveOnes(planned: readonly PlannedStage[], data: readonly Flow[]): ReadonlySet<string> {
  const live = new Set(
    planned
      .filter(({ tasks }) => tasks.some(({ offering }) => offering.offer.modes.every((mode) => mode === 'live')))
      .map(({ service }) => service.id),
  );
  // Flows lead from each stage to later ones, so one walk in the order of the stages reaches all.
  for (const { service } of planned)
    if (live.has(service.id)) for (const { from, to } of data) if (from === service.id) live.add(to);
  return live;
}

/** Whether a companion is there at all for how its service is used: what batch jobs need, a live stream does not. */
function isAtWork(
  engine: Engine,
  { modes, data: kinds }: Companion,
  { service, tasks }: PlannedStage,
  mode: Need['constraints']['mode'],
  data: readonly Flow[],
): boolean {
  if (kinds !== undefined) {
    const coming = data.filter(({ to }) => to === service.id);
    if (!coming.some((flow) => feeds(engine.lattice, flow.data, kinds))) return false;
  }
  if (modes === undefined) return true;
  return mode === undefined
    ? tasks.some(({ offering }) => offering.offer.modes.some((each) => modes.includes(each)))
    : modes.includes(mode);
}

/** Companions of a stage: those of what does the tasks, and of the service those that none of these has already. */
function ownCompanions({ service, tasks }: PlannedStage): Companion[] {
  const entries = [...new Set(tasks.map(({ offering }) => offering.entry))].filter((entry) => entry !== service);
  const special = entries.flatMap(({ companions }) => companions);
  const isKnown = ({ id, role }: Companion): boolean => special.some((each) => each.id === id && each.role === role);
  return [...special, ...service.companions.filter((companion) => !isKnown(companion))];
}

/**
 * Flows between the stages and what stands beside them, in the order of the stages. Stages that have their machines already get
 * none of the catalogue's usual ones, and machines that run another stage no stores of their own.
 */
export function companionsOf(
  engine: Engine,
  need: Need,
  planned: readonly PlannedStage[],
  { data, hosts, beside }: Omit<Machines, 'supporting'>,
): Flow[] {
  const live = liveOnes(planned, data);
  return planned.flatMap((stage) => {
    const { service } = stage;
    const mode = need.constraints.mode ?? (live.has(service.id) ? 'live' : undefined);
    return ownCompanions(stage).flatMap((companion): Flow[] => {
      if (!isAtWork(engine, companion, stage, mode, data)) return [];
      const entry = openCompanion(engine, need, companion.id);
      if (!entry || entry.id === service.id) return [];
      if (isTakenCareOf(engine, entry, companion, planned, service, data)) return [];
      const { role } = companion;
      if ((role === 'input-store' || role === 'output-store') && beside.has(service.id)) return [];
      if (role === 'compute' && entry.kind === 'compute' && hosts.has(service.id)) return [];
      const ends = standsBefore[role] ? { from: entry.id, to: service.id } : { from: service.id, to: entry.id };
      return [{ ...ends, data: role, label: companion.flow }];
    });
  });
}
