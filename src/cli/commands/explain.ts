import { type Command, Option } from 'commander';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { explainText } from '../../core/decision/explain.ts';
import { describeExplanation } from '../describeExplanation.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type CatalogOptions, catalogOption, jsonOption } from './options.ts';

interface ExplainOptions extends CatalogOptions {
  readonly text: string;
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- explain --text "Find faces in our photo archive, no live video"
  $ npm run -s cli -- explain --text "Subtitles in three languages" --json

What words give is in data/lexicon, and can be edited there.`;

/** `explain`: which words of a sentence gave what, what was denied, and which words said nothing. */
export const addExplain = (program: Command, { io, finish }: Session): void => {
  program
    .command('explain')
    .description('explain how a sentence is understood: which words gave what, and which gave nothing')
    .addOption(
      new Option(
        '--text <sentence>',
        'what you need, in your own words ("-": from standard input)',
      ).makeOptionMandatory(),
    )
    .addOption(catalogOption())
    .addOption(jsonOption('the explanation'))
    .addHelpText('after', help)
    .action(async (options: ExplainOptions) => finish(await run(options)));

  const run = async (options: ExplainOptions): Promise<Outcome> => {
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, lexicon, need } = asked.value;
    const explanation = explainText(need.text ?? '', catalog, lexicon);
    await io.out(
      options.json
        ? `${JSON.stringify({ ...explanation, catalogAsOf: catalog.asOf }, null, 2)}\n`
        : describeExplanation(indexCatalog(catalog), explanation, io),
    );
    return done;
  };
};
