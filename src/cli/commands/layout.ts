import { type Command, Option } from 'commander';
import { done, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type PictureOptions, withPicture } from './options.ts';

/** `layout`: where everything stands in the picture of a need, as JSON. */
export const addLayout = (program: Command, { io, finish }: Session): void => {
  withPicture(program.command('layout'))
    .description('lay the picture of a need out and print the positions (px) as JSON')
    .addOption(new Option('--json', 'as JSON (the only form; accepted so that every command takes it)'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- layout --text "Read invoices and find fraud"
  $ npm run -s cli -- layout --view map --sheet-only`,
    )
    .action(async (options: PictureOptions) => finish(await run(options)));

  const run = async (options: PictureOptions): Promise<Outcome> => {
    const { layOutAsked } = await import('../askedPicture.ts');
    const laid = await layOutAsked(options, io);
    if (!laid.ok) return laid;
    const { graph, layout } = laid.value.picture;
    await io.out(`${JSON.stringify({ view: options.view, direction: graph.direction, ...layout }, null, 2)}\n`);
    return done;
  };
};
