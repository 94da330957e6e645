/**
 * Training in a draft: an algorithm or a framework does nothing of its own. It is what a training job runs, so the job reads the data
 * and gives the model. What arrives live is scored where the model is hosted, and kept for the job to train on.
 */
import type { Flow } from '../decision/decision.ts';
import { handsOn, storeId } from './stores.ts';

/** What the catalogue says of training. */
export interface Training {
  /** What a part is to a trainer that runs it, as the kind and its name: an algorithm, or code. Undefined where it works by itself. */
  recipe(part: string, trainer: string): Pick<Flow, 'data' | 'label'> | undefined;
  /** Whether data of a kind arrives without end, so that no job can read it. */
  isLive(kind: string): boolean;
  /** What data of a kind is called. */
  nameOf(kind: string): string;
}

/** By what a trainer runs: the trainer. */
function trainersIn(flows: readonly Flow[], { recipe }: Training): ReadonlyMap<string, string> {
  const trainers = new Map<string, string>();
  for (const flow of flows) {
    if (flow.data === 'training' && recipe(flow.to, flow.from)) trainers.set(flow.to, flow.from);
    if (handsOn(flow) && recipe(flow.from, flow.to)?.data === flow.data) trainers.set(flow.from, flow.to);
  }
  return trainers;
}

/** Flows with the data of what is trained led to its trainer, and the model from there. */
export function throughTrainers(flows: readonly Flow[], training: Training): Flow[] {
  const trainers = trainersIn(flows, training);
  const besides = (part: string, is: (flow: Flow) => boolean): Flow | undefined =>
    flows.find((flow) => (flow.from === part || flow.to === part) && is(flow));
  return flows.flatMap((flow): Flow[] => {
    const before = trainers.get(flow.from);
    if (before !== undefined) {
      const isRecipe = before === flow.to || training.recipe(flow.from, before)?.data === flow.data;
      return [isRecipe ? flow : { ...flow, from: before }];
    }
    const trainer = trainers.get(flow.to);
    if (trainer === undefined) return [flow];
    if (flow.data === 'training') {
      const recipe = training.recipe(flow.to, trainer);
      return recipe ? [{ from: flow.to, to: trainer, ...recipe }] : [];
    }
    const host = besides(flow.to, ({ data }) => data === 'hosting')?.to;
    if (host === undefined || !training.isLive(flow.data)) return [{ ...flow, to: trainer }];
    const store = besides(flow.to, ({ data, to }) => data === 'input-store' && to === flow.to)?.from;
    const label = training.nameOf(flow.data);
    return [
      { ...flow, to: host, label },
      { ...flow, to: store === undefined ? trainer : storeId(store, 'input-store'), label },
    ];
  });
}
