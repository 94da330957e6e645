/** The stages of a plan: its tasks by the services that do them. */
import type { Entry } from '../catalog/entry.ts';
import type { PlannedTask } from './plan.ts';

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
