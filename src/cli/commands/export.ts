import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ThemeName } from '../../core/scene/scene.ts';
import { done, type Outcome, wrongInput, wrongUsage } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type PictureOptions, withPicture } from './options.ts';

interface ExportOptions extends PictureOptions {
  readonly output: string;
  readonly theme: ThemeName;
  readonly scale?: number;
  readonly font: 'embedded' | 'outlined';
  readonly json?: boolean;
}

const parseScale = (text: string): number => {
  const scale = Number(text);
  if (!(scale >= 1 && scale <= 4)) throw new InvalidArgumentError('It must be a number from 1 to 4.');
  return scale;
};

const usualScale = 2;

/** `export`: from a need to a file with its picture, in one step. */
export const addExport = (program: Command, { io, finish }: Session): void => {
  withPicture(program.command('export'))
    .description('export the picture of a need: the draft architecture, or the lit stack map')
    .requiredOption('-o, --output <file>', 'where to write; the ending says what: .svg or .png')
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
    )
    .addOption(new Option('--json', 'print what was written as JSON'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- export --text "Turn our call recordings into English summaries" -o calls.svg
  $ npm run -s cli -- export --need need.yaml -o calls.png --scale 3 --theme dark
  $ npm run -s cli -- export --template call-analytics -o calls.svg
  $ npm run -s cli -- export --view map --text "Find faces in photos" -o map.svg --font outlined`,
    )
    .action(async (options: ExportOptions) => finish(await run(options)));

  const run = async (options: ExportOptions): Promise<Outcome> => {
    const format = extname(options.output).toLowerCase();
    if (format !== '.svg' && format !== '.png') {
      const shown = format === '' ? 'no ending' : `the ending "${format}"`;
      return wrongUsage(`"${options.output}" has ${shown}; name a file that ends in .svg or .png`);
    }
    if (format === '.svg' && options.scale !== undefined) {
      return wrongUsage('--scale is for PNG; an SVG has no pixels and is sharp at every size');
    }
    const [{ layOutAsked }, { loadIcons }, { renderSvg }, { pictureFont }, { writeOutput }] = await Promise.all([
      import('../askedPicture.ts'),
      import('../iconFiles.ts'),
      import('../../core/render/svg.ts'),
      import('../fontFiles.ts'),
      import('../writeOutput.ts'),
    ]);
    const asked = await layOutAsked(options, io);
    if (!asked.ok) return asked;
    const { catalog, picture } = asked.value;
    const scene = picture.scene(options.theme);
    const icons = loadIcons(catalog);

    let content: string | Uint8Array;
    if (format === '.svg') content = renderSvg(scene, { icons, font: pictureFont(options.font) });
    else {
      const { rasterize } = await import('../rasterize.ts');
      const png = await rasterize(scene, { icons, scale: options.scale ?? usualScale });
      if (!png.ok) return wrongInput(png.error);
      content = png.value;
    }
    const written = await writeOutput(options.output, content);
    if (!written.ok) return wrongInput(`${written.error.message} ${written.error.remedy}`);
    const size = { width: Math.round(scene.width), height: Math.round(scene.height) };
    await io.out(
      options.json
        ? `${JSON.stringify({ file: options.output, format: format.slice(1), bytes: content.length, ...size })}\n`
        : `Wrote ${options.output} (${size.width} x ${size.height} px${format === '.png' ? ` at ${options.scale ?? usualScale}x` : ''})\n`,
    );
    return done;
  };
};
