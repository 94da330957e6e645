/** The ways to build something as a person reads them in a terminal. */
import { counted } from '../core/base/words.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import { indexCatalog } from '../core/catalog/lookup.ts';
import { restsOnGuess } from '../core/decision/need.ts';
import { chainNames } from '../core/planning/chainNames.ts';
import type { Chain, ChainStage } from '../core/planning/chains.ts';
import type { Io } from './io.ts';
import { harmless, paintFor, paragraph } from './paint.ts';

/** The text of the chains, ending in a line break. */
export const describeChains = (
  catalog: Catalog,
  chains: readonly Chain[],
  io: Pick<Io, 'colours' | 'width'>,
): string => {
  const index = indexCatalog(catalog);
  const paint = paintFor(io);
  const nameOf = (id: string): string => index.entries.get(id)?.name ?? id;
  const stageName = ({ entry, via }: ChainStage): string =>
    via.length === 0 ? nameOf(entry) : `${nameOf(entry)} (${via.map(nameOf).join(', ')})`;
  const [first] = chains;
  const said = first?.need.text;
  const names = chainNames(index, chains);
  const foremost = first && restsOnGuess(first.need) ? 'A guess. ' : 'Recommended. ';
  const blocks = chains.map((chain, place) => {
    const head = `${place + 1}  ${paint.strong((names[place] ?? []).join(' -> '))}`;
    const parts = [
      counted(chain.measures.parts, 'service'),
      ...(chain.supporting.length > 0 ? [`beside them ${chain.supporting.map(nameOf).join(', ')}`] : []),
    ].join('; ');
    return [
      head,
      ...paragraph('   ', `${place === 0 ? foremost : ''}${parts}`, io.width, paint.faint),
      ...chain.stages.flatMap((stage) => {
        const tasks = stage.tasks.map((task) => index.tasks.get(task)?.name ?? task).join(', ');
        return paragraph('   - ', `${stageName(stage)}: ${tasks}`, io.width);
      }),
      ...chain.tradeOff.flatMap((sentence) => paragraph('   > ', sentence, io.width)),
      ...chain.caveats.flatMap((sentence) => paragraph('   ! ', sentence, io.width, paint.warning)),
    ].join('\n');
  });
  const only = chains.length === 1 ? [paint.faint('There is one way only under these constraints.')] : [];
  const more = chains.length > 1 ? [paint.faint('Draw another with: draft --chain 2, export --chain 2')] : [];
  return `${[
    ...(said === undefined ? [] : [paragraph('', `"${harmless(said)}"`, io.width, paint.faint).join('\n')]),
    ...blocks,
    ...only,
    ...more,
    paint.faint(`Catalogue as of ${catalog.asOf}`),
  ].join('\n\n')}\n`;
};
