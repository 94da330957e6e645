import { type Command, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../core/base/nearest.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { compare, fewest, most, suggestedCandidates } from '../../core/comparison/compare.ts';
import { decide } from '../../core/decision/decide.ts';
import { describeComparison } from '../describeComparison.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface CompareOptions extends NeedOptions {
  readonly ids?: readonly string[];
  readonly onlyDifferences?: boolean;
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- compare --text "Forecast next week's sales" --ids sagemaker-canvas,algorithm-deepar
  $ npm run -s cli -- compare --text "Find the mood of reviews" --only-differences
  $ npm run -s cli -- compare --need need.yaml --ids comprehend,bedrock --json

Without --ids, the best ranked for the task that is asked for most are compared.`;

const parseIds = (text: string): readonly string[] => {
  const ids = [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  if (ids.length < fewest || ids.length > most)
    throw new InvalidArgumentError(`Name ${fewest} to ${most} different ids with commas between them.`);
  return ids;
};

/** `compare`: candidates side by side, differences first. */
export const addCompare = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('compare'))
    .description('put two to four candidates side by side, differences first')
    .addOption(
      new Option(
        '--ids <ids>',
        `${fewest} to ${most} ids with commas between them (default: the best ranked)`,
      ).argParser(parseIds),
    )
    .addOption(new Option('--only-differences', 'leave out what is the same'))
    .addOption(jsonOption('the comparison'))
    .addHelpText('after', help)
    .action(async (options: CompareOptions) => finish(await run(options)));

  const run = async (options: CompareOptions): Promise<Outcome> => {
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    const index = indexCatalog(catalog);
    const decision = decide(catalog, need);
    const ids = options.ids ?? suggestedCandidates(catalog, decision);
    const unknown = ids.filter((id) => !index.entries.has(id));
    if (unknown.length > 0)
      return wrongInput(
        ...unknown.map((id) => `The catalogue has no entry "${id}"${didYouMean(id, index.entries.keys())}`),
      );
    const comparison = compare(catalog, decision, ids);
    if (comparison.candidates.length < fewest)
      return wrongInput(
        options.ids
          ? `These ids name one and the same entry, ${comparison.candidates[0]?.name ?? ids.join(', ')}; name another`
          : 'Nothing to compare: fewer than two services do this. Name candidates with --ids',
      );
    const shown = options.onlyDifferences
      ? { ...comparison, rows: comparison.rows.filter(({ differs }) => differs) }
      : comparison;
    await io.out(
      options.json
        ? `${JSON.stringify({ ...shown, catalogAsOf: catalog.asOf }, null, 2)}\n`
        : describeComparison(shown, catalog.asOf, io),
    );
    return done;
  };
};
