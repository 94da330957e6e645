/** What ways are called, so that no two of a list are called the same. */
import type { Entry } from '../catalog/entry.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { Chain, ChainStage } from './chain.ts';

/**
 * Names of the stages of each way, in its order: the services, and where two ways are made of the same ones, the capabilities in
 * which they differ. `nameOf` gives the name of a service, its own unless said otherwise.
 */
export function chainNames(
  index: CatalogIndex,
  chains: readonly Pick<Chain, 'stages'>[],
  nameOf: (service: Entry) => string = ({ name }) => name,
): readonly (readonly string[])[] {
  const name = (id: string): string => index.entries.get(id)?.name ?? id;
  const services = ({ stages }: Pick<Chain, 'stages'>): string => stages.map(({ entry }) => entry).join('\n');
  const work = ({ via }: ChainStage): string => via.join('\n');
  return chains.map((chain) => {
    const alike = chains.filter((other) => services(other) === services(chain));
    return chain.stages.map((stage, place) => {
      const differs = alike.some(({ stages }) => work(stages[place] ?? stage) !== work(stage));
      if (differs && stage.via.length > 0) return stage.via.map(name).join(' and ');
      const service = index.entries.get(stage.entry);
      return service ? nameOf(service) : stage.entry;
    });
  });
}
