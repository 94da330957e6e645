import type { Command } from 'commander';
import { sensitivity } from '../../core/sensitivity/sensitivity.ts';
import { describeSensitivity } from '../describeSensitivity.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface WhatIfOptions extends NeedOptions {
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- whatif --text "Search our product images by similarity of vectors"
  $ npm run -s cli -- whatif --need need.yaml --json

For each preference: the interval of its weight, 0 to 1, in which every task stays with its service while all other weights
stay as they are (exact), who takes over beyond it, and the share of all mixes of weights in which the answer stands
(drawn with a fixed seed).`;

/** `whatif`: how firmly the answer stands against other preferences. */
export const addWhatIf = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('whatif'))
    .description('say how firmly the answer stands: which preferences would change it, and from which weight on')
    .addOption(jsonOption('the sensitivity'))
    .addHelpText('after', help)
    .action(async (options: WhatIfOptions) => finish(await run(options)));

  const run = async (options: WhatIfOptions): Promise<Outcome> => {
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    const found = sensitivity(catalog, need);
    if (found.services.length === 0)
      return wrongInput(
        'No answer to change: nothing that was recognised is open. Say what goes in and what should come out',
      );
    await io.out(
      options.json
        ? `${JSON.stringify({ ...found, catalogAsOf: catalog.asOf }, null, 2)}\n`
        : describeSensitivity(catalog, found, io),
    );
    return done;
  };
};
