import type { Command } from 'commander';
import { done, type Outcome, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface DraftOptions extends NeedOptions {
  readonly json?: boolean;
}

/** `draft`: the architecture of a need, as records. */
export const addDraft = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('draft'))
    .description(
      'draft the architecture that a need asks for: services, what stands beside them, and the flows between',
    )
    .addOption(jsonOption('the diagram'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- draft --text "Turn our call recordings into English summaries"
  $ npm run -s cli -- draft --need need.yaml --json`,
    )
    .action(async (options: DraftOptions) => finish(await run(options)));

  const run = async (options: DraftOptions): Promise<Outcome> => {
    const [{ readNeed }, { draftOf, nothingToDraw }, { describeDiagram }] = await Promise.all([
      import('../needSource.ts'),
      import('../picture.ts'),
      import('../describeDiagram.ts'),
    ]);
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const diagram = draftOf(asked.value.catalog, asked.value.need);
    if (!diagram) return wrongInput(nothingToDraw);
    await io.out(options.json ? `${JSON.stringify(diagram, null, 2)}\n` : describeDiagram(diagram, io));
    return done;
  };
};
