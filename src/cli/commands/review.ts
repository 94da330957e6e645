import type { Command } from 'commander';
import { done, type Outcome, wrongFiles, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type CatalogOptions, catalogOption, jsonOption } from './options.ts';

interface ReviewOptions extends CatalogOptions {
  readonly json?: boolean;
}

/** Largest decision file, in bytes. */
const largestDecision = 5_000_000;

/** `review`: an old decision against the catalogue of today. */
export const addReview = (program: Command, { io, finish }: Session): void => {
  program
    .command('review')
    .description('decide the need of an old decision again, and say what changed in ranking and lifecycle')
    .argument(
      '<decision>',
      'what "decide --json", "record --json" or "record --decision" wrote ("-": from standard input)',
    )
    .addOption(catalogOption())
    .addOption(jsonOption('the review'))
    .addHelpText(
      'after',
      `
It exits with 0 whether anything changed or not. As JSON, "changed" tells, and "outcome" how far:
  same          nothing changed
  same-choice   the choice stands; other ranks, scores or lifecycles changed
  new-choice    it would be another choice now

Examples:
  $ npm run -s cli -- decide --need need.yaml --json > decision.json
  $ npm run -s cli -- review decision.json
  $ npm run -s cli -- review decision.json --catalog ./catalogue-of-may --json | grep '"outcome"'`,
    )
    .action(async (path: string, options: ReviewOptions) => finish(await run(path, options)));

  const run = async (path: string, options: ReviewOptions): Promise<Outcome> => {
    const [{ readInput, inputName }, { readDecisionFile }, { loadCatalogAt }, { review }] = await Promise.all([
      import('../input.ts'),
      import('../../core/review/decisionFile.ts'),
      import('../catalogFiles.ts'),
      import('../../core/review/redecide.ts'),
    ]);
    const read = await readInput(path, io, largestDecision);
    if (!read.ok) return wrongInput(read.error);
    const old = readDecisionFile(read.value);
    if (!old.ok) return wrongInput(`${inputName(path)} can't be reviewed. ${old.error.message}. ${old.error.remedy}`);
    const catalog = loadCatalogAt(options.catalog);
    if (!catalog.ok) return wrongFiles(catalog.error);
    const found = review(old.value, catalog.value);
    if (options.json) {
      const { reviewJson } = await import('../../core/export/reviewJson.ts');
      await io.out(`${JSON.stringify(reviewJson(catalog.value, found), null, 2)}\n`);
    } else {
      const { describeReview } = await import('../describeReview.ts');
      await io.out(describeReview(found, io));
    }
    return done;
  };
};
