import type { Command } from 'commander';
import { done, type Outcome, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { chainOption, jsonOption, type NeedOptions, withNeed } from './options.ts';

interface DraftOptions extends NeedOptions {
  readonly json?: boolean;
  readonly chain?: number;
}

/** `draft`: the architecture of a need, as records. */
export const addDraft = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('draft'))
    .description(
      'draft the architecture that a need asks for: services, what stands beside them, and the flows between',
    )
    .addOption(chainOption())
    .addOption(jsonOption('the diagram'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- draft --text "Turn our call recordings into English summaries"
  $ npm run -s cli -- draft --need need.yaml --json
  $ npm run -s cli -- draft --text "Answer questions from our manuals" --chain 2`,
    )
    .action(async (options: DraftOptions) => finish(await run(options)));

  const run = async (options: DraftOptions): Promise<Outcome> => {
    const [{ readNeed }, { chosenChain }, { draftOf, nothingToDraw }, { describeDiagram }] = await Promise.all([
      import('../needSource.ts'),
      import('../chosenChain.ts'),
      import('../picture.ts'),
      import('../describeDiagram.ts'),
    ]);
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const chosen = chosenChain(asked.value.catalog, asked.value.need, options.chain);
    if (!chosen.ok) return chosen;
    const diagram = draftOf(asked.value.catalog, chosen.value);
    if (!diagram) return wrongInput(nothingToDraw);
    await io.out(
      options.json
        ? `${JSON.stringify(diagram, null, 2)}\n`
        : `${describeDiagram(diagram, io)}\nCatalogue as of ${asked.value.catalog.asOf}\n`,
    );
    return done;
  };
};
