import { type Command, Option } from 'commander';
import { usualScale } from '../drawnFile.ts';
import { done, type Outcome, wrongInput, wrongUsage } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type PictureOptions, withPicture } from './options.ts';
import { endingOf, type PictureFileOptions, withLook, withOutput } from './pictureFile.ts';

interface ExportOptions extends PictureOptions, PictureFileOptions {
  readonly json?: boolean;
}

/** `export`: from a need to a file with its picture, in one step. */
export const addExport = (program: Command, { io, finish }: Session): void => {
  withLook(withOutput(withPicture(program.command('export'))))
    .description('export the picture of a need: the draft architecture, or the lit stack map')
    .addOption(new Option('--json', 'print what was written as JSON'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- export --text "Turn our call recordings into English summaries" -o calls.svg
  $ npm run -s cli -- export --need need.yaml -o calls.png --scale 3 --theme dark
  $ npm run -s cli -- export --template call-analytics -o calls.svg
  $ npm run -s cli -- export --template call-analytics -o calls.drawio
  $ npm run -s cli -- export --view map --text "Find faces in photos" -o map.svg --font outlined`,
    )
    .action(async (options: ExportOptions) => finish(await run(options)));

  const run = async (options: ExportOptions): Promise<Outcome> => {
    const ending = endingOf(options);
    if (!ending.ok) return wrongUsage(ending.error);
    const format = ending.value;
    const [{ layOutAsked }, { loadIcons }, { renderSvg }, { pictureFont }, { writeOutput }, { missingLetters }] =
      await Promise.all([
        import('../askedPicture.ts'),
        import('../iconFiles.ts'),
        import('../../core/render/svg.ts'),
        import('../fontFiles.ts'),
        import('../writeOutput.ts'),
        import('../../core/scene/missingLetters.ts'),
      ]);
    const asked = await layOutAsked(options, io);
    if (!asked.ok) return asked;
    const { catalog, picture } = asked.value;
    const scene = picture.scene(options.theme);
    const icons = loadIcons(catalog);

    let content: string | Uint8Array;
    if (format === '.drawio') {
      const { drawioOfPicture } = await import('../drawioPages.ts');
      const file = drawioOfPicture(picture, catalog, options.theme);
      if (!file.ok) return wrongInput(file.error);
      content = file.value;
    } else if (format === '.svg') content = renderSvg(scene, { icons, font: pictureFont(options.font) });
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
    const missing = format === '.png' ? missingLetters(scene) : undefined;
    if (missing) await io.err(`note: ${missing}\n`);
    return done;
  };
};
