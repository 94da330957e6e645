/** The command line as a function: arguments and the world in, exit code out. */
import { Command, CommanderError } from 'commander';
import { addCatalog } from './commands/catalog.ts';
import { addCompare } from './commands/compare.ts';
import { addDecide } from './commands/decide.ts';
import { addDocument } from './commands/document.ts';
import { addDraft } from './commands/draft.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addGuide } from './commands/guide.ts';
import { addLayout } from './commands/layout.ts';
import { addPlan } from './commands/plan.ts';
import { addRecord } from './commands/record.ts';
import { addReview } from './commands/review.ts';
import { addTemplate } from './commands/template.ts';
import { addValidate } from './commands/validate.ts';
import { addWhatIf } from './commands/whatif.ts';
import { addWhy } from './commands/why.ts';
import type { Io } from './io.ts';
import { done, exitCodes, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

const help = `
Examples:
  $ npm run -s cli -- decide --text "Subtitles in three languages for our training videos"
  $ npm run -s cli -- export --text "Read invoices and find fraud" -o architecture.svg
  $ npm run -s cli -- catalog show transcribe

Exit codes: 0 done, 1 the input is wrong, 2 the command was called wrongly. Errors go to standard error, one a line.`;

/** Runs one command; never throws for anything that a user can get wrong. Resolves to the exit code. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  let outcome: Outcome = done;
  const session: Session = {
    io,
    finish: (ended) => {
      outcome = ended;
    },
  };
  const said = { out: '', err: '' };

  const program = new Command('lodestack')
    .description('Decide which services of the AWS AI/ML stack a system needs, and draw the architecture.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: (text) => {
        said.err += text;
      },
      getOutHasColors: () => io.colours,
      outputError: (text, write) => write(`${text.trim().replace(/\n+/g, ' ')}\n`),
    })
    .addHelpText('after', help);
  for (const add of [
    addDecide,
    addGuide,
    addExplain,
    addPlan,
    addWhy,
    addWhatIf,
    addCompare,
    addDraft,
    addLayout,
    addExport,
    addDocument,
    addRecord,
    addReview,
    addTemplate,
    addValidate,
    addCatalog,
  ])
    add(program, session);

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    await io.out(said.out);
    await io.err(said.err);
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  if (outcome.ok) return exitCodes.done;
  await io.err(outcome.error.lines.map((line) => `${line}\n`).join(''));
  return exitCodes[outcome.error.kind];
};
