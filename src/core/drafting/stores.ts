/**
 * Stores in a draft, as an architect draws them: data comes to rest where it enters and where it leaves, and is handed
 * on in between. So a stage that is fed by another loses its store of inputs, and a store stands once on each side.
 */
import { companionRoles } from '../catalog/entry.ts';
import type { Flow } from '../decision/decision.ts';

/** Where a store stands: before the stages that start, or after those that finish. */
export type StoreSide = 'input-store' | 'output-store';

/** Whether a role beside a part is that of a store. */
export const isStoreSide = (role: string): role is StoreSide => role === 'input-store' || role === 'output-store';

const sideOf = ({ data }: Flow): StoreSide | undefined => (isStoreSide(data) ? data : undefined);

/** Whether it leads to a store or from one. */
export const isStored = (flow: Flow): boolean => sideOf(flow) !== undefined;

const roles: ReadonlySet<string> = new Set(companionRoles);

/** Whether it hands on data of its own accord, and does not only join a part to what stands beside it. */
export const handsOn = ({ data }: Flow): boolean => !roles.has(data);

/** The id of a store's node; the same entry may stand on both sides. */
export const storeId = (entry: string, side: StoreSide): string => `${entry}--${side}`;

/** The entry that such a node stands for; of any other id, the id. */
export const storeEntry = (id: string): string => id.replace(/--(?:input|output)-store$/, '');

/**
 * Flows with each store on its side and what comes from outside led through it. `stages` are the ids of the stages that
 * do what was asked; `rests` says whether what flows comes to rest in a store, or goes by it.
 */
export function throughStores(
  flows: readonly Flow[],
  stages: ReadonlySet<string>,
  rests: (flow: Flow, store: string) => boolean = () => true,
): Flow[] {
  // What comes from outside besides what another stage hands on is read from the store all the same.
  const reading = new Set(flows.filter(({ from }) => from === 'input').map(({ to }) => to));
  const fed = new Set(
    flows
      .filter((flow) => handsOn(flow) && flow.from !== 'input' && stages.has(flow.to) && !reading.has(flow.to))
      .map(({ to }) => to),
  );
  const finishing = new Set(flows.filter(({ to }) => to === 'output').map(({ from }) => from));
  const storeOf = new Map<string, string>();
  for (const flow of flows) {
    if (sideOf(flow) === 'input-store' && !fed.has(flow.to) && !storeOf.has(flow.to)) storeOf.set(flow.to, flow.from);
  }
  return flows.flatMap((flow): Flow[] => {
    const side = sideOf(flow);
    if (side === 'input-store')
      return fed.has(flow.to) && stages.has(flow.to) ? [] : [{ ...flow, from: storeId(flow.from, side) }];
    if (side === 'output-store')
      return stages.has(flow.from) && !finishing.has(flow.from) ? [] : [{ ...flow, to: storeId(flow.to, side) }];
    const store = flow.from === 'input' ? storeOf.get(flow.to) : undefined;
    const isStored = store !== undefined && rests(flow, store);
    return [isStored ? { ...flow, to: storeId(store, 'input-store') } : flow];
  });
}
