/** What every command says alike that writes a picture to a file. */
import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { failure, type Result, success } from '../../core/base/result.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import { type PictureEnding, usualScale } from '../drawnFile.ts';

/** Where a picture goes, and how it is drawn there. */
export interface PictureFileOptions {
  readonly output: string;
  readonly theme: ThemeName;
  /** PNG: pixels for each px of the picture, 1 to 4; absent: `usualScale`. */
  readonly scale?: number;
  /** SVG: text as text, or as shapes. */
  readonly font: 'embedded' | 'outlined';
}

const parseScale = (text: string): number => {
  const scale = Number(text);
  if (!(scale >= 1 && scale <= 4)) throw new InvalidArgumentError('It must be a number from 1 to 4.');
  return scale;
};

/** Adds where the picture is to be written. */
export const withOutput = (command: Command): Command =>
  command.requiredOption('-o, --output <file>', 'where to write; the ending says what: .svg, .png or .drawio');

/** Adds how the picture is to be drawn. */
export const withLook = (command: Command): Command =>
  command
    .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']).default('light'))
    .addOption(
      new Option(
        '--scale <factor>',
        `PNG: pixels for each px of the picture, 1 to 4 (default: ${usualScale})`,
      ).argParser(parseScale),
    )
    .addOption(
      new Option('--font <font>', 'SVG: keep text as text with the font embedded, or turn it into outlines')
        .choices(['embedded', 'outlined'])
        .default('embedded'),
    );

/** A picture, or a file of draw.io with the parts of it as cells. */
export type ExportEnding = PictureEnding | '.drawio';

/** The format that the file's name asks for; fails with what is wrong with the command line, in words. */
export function endingOf({ output, scale }: PictureFileOptions): Result<ExportEnding, string> {
  const ending = extname(output).toLowerCase();
  if (ending !== '.svg' && ending !== '.png' && ending !== '.drawio') {
    const shown = ending === '' ? 'no ending' : `the ending "${ending}"`;
    return failure(`"${output}" has ${shown}; name a file that ends in .svg, .png or .drawio`);
  }
  return ending !== '.png' && scale !== undefined
    ? failure('--scale is for PNG; what has no pixels is sharp at every size')
    : success(ending);
}
