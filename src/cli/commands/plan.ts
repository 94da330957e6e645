import type { Command } from 'commander';
import { planChains } from '../../core/planning/chains.ts';
import { describeChains } from '../describeChains.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface PlanOptions extends NeedOptions {
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- plan --text "Answer questions from our manuals"
  $ npm run -s cli -- plan --need need.yaml --json
  $ npm run -s cli -- draft --text "Answer questions from our manuals" --chain 2

Each way is a need with choices: what "--json" prints under "need" can be given to any command with --need.`;

/** `plan`: the ways to build what is needed, the recommended one first, and what speaks for and against the others. */
export const addPlan = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('plan'))
    .description('show up to three ways to build what is needed, and what speaks for and against each')
    .addOption(jsonOption('the ways'))
    .addHelpText('after', help)
    .action(async (options: PlanOptions) => finish(await run(options)));

  const run = async (options: PlanOptions): Promise<Outcome> => {
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    const chains = planChains(catalog, need);
    if (chains.length === 0)
      return wrongInput(
        'Nothing to plan: no service was chosen. Run "decide" with the same need to see what was understood and ruled out',
      );
    await io.out(
      options.json
        ? `${JSON.stringify({ catalogAsOf: catalog.asOf, chains }, null, 2)}\n`
        : describeChains(catalog, chains, io),
    );
    return done;
  };
};
