import { type Command, Option } from 'commander';
import { didYouMean } from '../../core/base/nearest.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { decide } from '../../core/decision/decide.ts';
import { why } from '../../core/sensitivity/why.ts';
import { whyNot } from '../../core/sensitivity/whyNot.ts';
import { describeWhy } from '../describeWhy.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface WhyOptions extends NeedOptions {
  readonly id: string;
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- why --text "Find the mood of reviews" --id comprehend
  $ npm run -s cli -- why --text "Forecast next week's sales" --id forecast      (why not, and what would change it)
  $ npm run -s cli -- why --need need.yaml --id bedrock --json

The smallest change was tried: deciding the changed need anew has the entry in the answer.`;

/** `why`: why an entry is the answer, or why not. */
export const addWhy = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('why'))
    .description('say why an entry is the answer, from which facts; or why not, and what would make it so')
    .addOption(new Option('--id <id>', 'the entry (see "catalog ids")').makeOptionMandatory())
    .addOption(jsonOption('the explanation'))
    .addHelpText('after', help)
    .action(async (options: WhyOptions) => finish(await run(options)));

  const run = async (options: WhyOptions): Promise<Outcome> => {
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    const index = indexCatalog(catalog);
    const entry = index.entries.get(options.id);
    if (!entry)
      return wrongInput(`The catalogue has no entry "${options.id}"${didYouMean(options.id, index.entries.keys())}`);
    const decision = decide(catalog, need);
    // Without a wish there is no answer that the entry could have been.
    if (decision.recommendations.length === 0 && need.tasks.length === 0 && need.named.length === 0)
      return wrongInput('Nothing to explain: no task was recognised. Say what goes in and what should come out');
    const verdict = decision.verdicts.find(({ id }) => id === entry.id);
    const explanation = why(catalog, decision, entry.id);
    const not = whyNot(catalog, decision, entry.id);
    const answer = {
      id: entry.id,
      name: entry.name,
      verdict: verdict?.verdict ?? 'not-relevant',
      score: verdict?.score ?? 0,
      why: explanation ?? null,
      whyNot: not && not.standing !== 'recommended' ? not : null,
      catalogAsOf: catalog.asOf,
    };
    await io.out(options.json ? `${JSON.stringify(answer, null, 2)}\n` : describeWhy(index, answer, io));
    return done;
  };
};
