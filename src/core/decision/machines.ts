/**
 * Machines in an architecture: who rents them does not answer anybody, but runs what does. So a machine that is asked for or named
 * stands beside the stage that runs on it, where there is one.
 */
import type { Entry } from '../catalog/entry.ts';
import { entryObstacle } from './constraints.ts';
import type { Flow } from './decision.ts';
import { acceptedBy, type Engine, producedBy } from './engine.ts';
import { foremostTask } from './foremostTask.ts';
import { mayBe } from './kinds.ts';
import type { Need } from './need.ts';
import type { PlannedStage } from './stages.ts';

/** Which stages are machines for others, so that the picture shows them under what they run and not in the flow. */
export interface Machines {
  /** The data flows, without those of machines that only run another stage. */
  readonly data: readonly Flow[];
  /** From machines to what runs on them. */
  readonly supporting: readonly Flow[];
  /** Machines that only run another stage: the data is that one's. */
  readonly beside: ReadonlySet<string>;
  /** Stages that have a machine by this. */
  readonly hosts: ReadonlySet<string>;
}

/** How squarely a machine suits a stage, and what the flow between them is called. */
interface Slot {
  readonly stage: PlannedStage;
  readonly exact: boolean;
  readonly label: string;
}

const isMachine = ({ kind }: Entry): boolean => kind === 'compute';

/** Where a machine of this kind may stand in: a stage that the catalogue gives a machine, this one before another. */
function slotOf(engine: Engine, stage: PlannedStage, machine: Entry): Slot | undefined {
  const entries = [...new Set([...stage.tasks.map(({ offering }) => offering.entry), stage.service])];
  const companions = entries
    .flatMap((entry) => entry.companions)
    .filter(({ id, role }) => {
      const entry = engine.index.entries.get(id);
      return role === 'compute' && entry !== undefined && isMachine(entry);
    });
  const [companion] = companions.toSorted(
    (one, other) => Number(other.id === machine.id) - Number(one.id === machine.id),
  );
  const runsOn = engine.index.catalog.relations.some(
    ({ type, from, to, historical }) =>
      type === 'runs-on' && !historical && to === machine.id && entries.some(({ id }) => id === from),
  );
  if (!companion && !runsOn) return undefined;
  const [kind] = foremostTask(engine.index, machine)?.produces ?? [];
  const label = companion?.flow ?? engine.index.dataKinds.get(kind ?? '')?.name ?? machine.name;
  return { stage, exact: runsOn || companion?.id === machine.id, label };
}

const bestSlot = (engine: Engine, stages: readonly PlannedStage[], machine: Entry): Slot | undefined => {
  const slots = stages.flatMap((stage) => slotOf(engine, stage, machine) ?? []);
  return slots.find(({ exact }) => exact) ?? slots[0];
};

/** The machines of the plan and those that were named, each beside the stage that runs on it. */
export function machinesOf(
  engine: Engine,
  need: Need,
  planned: readonly PlannedStage[],
  data: readonly Flow[],
): Machines {
  const machines = planned.filter(({ service }) => isMachine(service)).map(({ service }) => service);
  const others = planned.filter(({ service }) => !isMachine(service));
  const isHanded = ({ id }: Entry): boolean =>
    data.some(({ from, to }) => (from === id && to !== 'output') || (to === id && from !== 'input'));
  const asked = machines.filter((machine) => !isHanded(machine));
  const named = need.named.flatMap(({ entry: id, stance }) => {
    const entry = engine.index.entries.get(id);
    const isOpen = stance === 'use' && entry !== undefined && !entryObstacle(engine.index, entry, need);
    return isOpen && isMachine(entry) && !machines.includes(entry) ? [entry] : [];
  });
  const placed = [...asked, ...new Set(named)].flatMap((machine) => {
    const slot = bestSlot(engine, others, machine);
    return slot ? [{ machine, ...slot }] : [];
  });
  const runs = new Map(placed.map(({ machine, stage }) => [machine.id, stage]));
  const isFed = ({ service }: PlannedStage): boolean => data.some(({ to }) => to === service.id);
  return {
    data: data.flatMap((flow): Flow[] => {
      const [giver, taker] = [runs.get(flow.from), runs.get(flow.to)];
      if (giver) return wanted(engine, need, giver, flow) ? [flow] : [];
      if (!taker) return [flow];
      // What came in for the machine is for what runs on it, where that starts from it and has nothing yet.
      return !isFed(taker) && takes(engine, taker, flow.data) ? [{ ...flow, to: taker.service.id }] : [];
    }),
    supporting: placed.map(({ machine, stage, label }) => ({
      from: machine.id,
      to: stage.service.id,
      data: 'compute',
      label,
    })),
    beside: new Set(runs.keys()),
    hosts: new Set(placed.map(({ stage }) => stage.service.id)),
  };
}

const takes = (engine: Engine, { tasks }: PlannedStage, kind: string): boolean =>
  tasks.some(({ task, offering }) => mayBe(engine.lattice, kind, acceptedBy(task, offering.offer)));

/** Whether the machine itself is what is wanted, and the stage on it gives nothing of the kind. */
const wanted = (engine: Engine, need: Need, { tasks }: PlannedStage, { data }: Flow): boolean =>
  mayBe(engine.lattice, data, need.want) &&
  !tasks.some(({ task, offering }) =>
    producedBy(task, offering.offer).some((kind) => mayBe(engine.lattice, kind, [data])),
  );
