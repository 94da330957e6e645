/** Options that several commands share, so that they are spelt and explained once. */
import { type Command, Option } from 'commander';
import type { Direction } from '../../core/layout/layout.ts';
import { parseChain } from '../chosenChain.ts';

/** Options of every command that reads a catalogue. */
export interface CatalogOptions {
  readonly catalog?: string;
}

/**
 * What the system should do: as a sentence, or as the path of a file that holds a need as YAML or JSON; `-` is standard
 * input.
 */
export interface NeedOptions extends CatalogOptions {
  readonly text?: string;
  readonly need?: string;
}

/** `--catalog`, the same in every command. */
export const catalogOption = (): Option =>
  new Option(
    '--catalog <dir>',
    'a catalogue of your own, a folder of YAML files or one file (default: the bundled one)',
  );

/** `--json`, which says what is printed. */
export const jsonOption = (what: string): Option => new Option('--json', `print ${what} as JSON`);

/** Adds the two ways to say what is needed. */
export const withNeed = (command: Command): Command =>
  command
    .addOption(
      new Option('--text <sentence>', 'what you need, in your own words ("-": from standard input)').conflicts('need'),
    )
    .addOption(new Option('--need <file>', 'what you need, as YAML or JSON ("-": from standard input)'))
    .addOption(catalogOption());

/** Which of the ways to build it. */
export const chainOption = (): Option =>
  new Option('--chain <number>', 'another way to build it, by its number in "plan"').argParser(parseChain);

/** Options of every command that draws: what, seen how. */
export interface PictureOptions extends NeedOptions {
  readonly template?: string;
  readonly chain?: number;
  readonly view: 'draft' | 'map';
  readonly sheetOnly?: boolean;
  readonly direction: Direction;
}

/** Adds what every picture is asked for by: the need or a template, and the view. */
export const withPicture = (command: Command): Command =>
  withNeed(command)
    .addOption(
      new Option('--template <id>', 'a template in place of a need; "template list" shows them').conflicts([
        'text',
        'need',
        'chain',
        'sheetOnly',
      ]),
    )
    .addOption(
      new Option('--view <view>', 'the draft architecture, or the stack map lit by the decision')
        .choices(['draft', 'map'])
        .default('draft'),
    )
    .addOption(
      new Option('--direction <direction>', 'where the data of a draft flows: across the page, or down it')
        .choices(['right', 'down'])
        .default('right'),
    )
    .addOption(chainOption())
    .addOption(new Option('--sheet-only', 'only what the founding cheat sheet names'));
