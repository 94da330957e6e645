import type { Command } from 'commander';
import { counted } from '../../core/base/words.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Page } from '../../core/diagram/page.ts';
import type { Opened } from '../../core/document/saving.ts';
import { usualScale } from '../drawnFile.ts';
import { done, type Outcome, wrongInput, wrongUsage } from '../outcome.ts';
import { columns, harmless } from '../paint.ts';
import type { Session } from '../session.ts';
import { type CatalogOptions, catalogOption, jsonOption } from './options.ts';
import { endingOf, type PictureFileOptions, withLook, withOutput } from './pictureFile.ts';

interface CheckOptions {
  readonly json?: boolean;
}

interface ExportOptions extends CatalogOptions, PictureFileOptions {
  readonly page?: string;
  readonly json?: boolean;
}

const countsOf = ({ nodes, groups, edges }: Page) => ({
  nodes: Object.keys(nodes).length,
  boundaries: Object.keys(groups).length,
  connections: Object.keys(edges).length,
});

const isEmpty = ({ nodes, groups }: Page): boolean => Object.keys(nodes).length + Object.keys(groups).length === 0;

/** `document`: what is in a saved sketch, whether it is whole, and its pages as pictures. */
export const addDocument = (program: Command, { io, finish }: Session): void => {
  const document = program
    .command('document')
    .description('check, show or export a sketch that the window saved (*.lodestack.json)');
  document
    .command('check')
    .argument('<file>', 'a *.lodestack.json ("-": standard input)')
    .description('say whether a file opens, and what is damaged where it does not')
    .addOption(jsonOption('the finding'))
    .action(async (file: string, options: CheckOptions) => finish(await check(file, options)));
  document
    .command('show')
    .argument('<file>', 'a *.lodestack.json ("-": standard input)')
    .description('list the pages of a sketch, and what is on them')
    .addOption(jsonOption('them'))
    .action(async (file: string, options: CheckOptions) => finish(await show(file, options)));
  withLook(
    withOutput(
      document
        .command('export')
        .argument('<file>', 'a *.lodestack.json ("-": standard input)')
        .description('export a page as the picture that the window shows, or all pages for draw.io'),
    ).option(
      '--page <page>',
      'its number, id or title (default: the first page with something on it; of a .drawio all of them)',
    ),
  )
    .addOption(catalogOption())
    .addOption(jsonOption('what was written'))
    .action(async (file: string, options: ExportOptions) => finish(await exportPage(file, options)));

  const check = async (file: string, { json }: CheckOptions): Promise<Outcome> => {
    const { readDocumentFile } = await import('../documentFile.ts');
    const read = await readDocumentFile(file, io);
    if (read.ok) {
      const { document: sketch, from } = read.value;
      const pages = sketch.pageOrder.length;
      await io.out(
        json
          ? `${JSON.stringify({ ok: true, title: sketch.title, pages, ...(from !== undefined && { from }) })}\n`
          : `${harmless(file)} is whole: ${counted(pages, 'page')}${from === undefined ? '' : `, in the older form ${from}`}\n`,
      );
      return done;
    }
    const { kind, message, lost, lostCount } = read.error;
    if (json)
      await io.out(`${JSON.stringify({ ok: false, kind, message, ...(lost.length > 0 && { lost, lostCount }) })}\n`);
    return wrongInput(message, ...lost);
  };

  const opened = async (file: string) => {
    const { readDocumentFile } = await import('../documentFile.ts');
    return readDocumentFile(file, io);
  };

  const show = async (file: string, { json }: CheckOptions): Promise<Outcome> => {
    const read = await opened(file);
    if (!read.ok) return wrongInput(read.error.message, ...read.error.lost);
    const { pagesInOrder } = await import('../../core/document/document.ts');
    const sketch = read.value.document;
    const pages = pagesInOrder(sketch);
    if (json) {
      const listed = pages.map((page) => ({ id: page.id, title: page.title, ...countsOf(page) }));
      const { title, need, decision } = sketch;
      await io.out(
        `${JSON.stringify({ title, pages: listed, ...(need && { need }), ...(decision && { decision }) })}\n`,
      );
      return done;
    }
    const rows = pages.map((page, index) => {
      const { nodes, boundaries, connections } = countsOf(page);
      return [
        `${index + 1}`,
        harmless(page.title),
        `${nodes} parts, ${boundaries} boundaries, ${connections} connections`,
      ];
    });
    const need = sketch.need?.text ? [`Need: ${harmless(sketch.need.text)}`] : [];
    await io.out(`${[harmless(sketch.title), ...need, ...columns(rows)].join('\n')}\n`);
    return done;
  };

  const pageOf = async ({ document: sketch }: Opened, asked: string | undefined): Promise<Page | undefined> => {
    const { pagesInOrder } = await import('../../core/document/document.ts');
    const pages = pagesInOrder(sketch);
    if (asked === undefined) return pages.find((page) => !isEmpty(page)) ?? pages[0];
    return pages.find(({ id, title }) => id === asked || title === asked) ?? pages[Number(asked) - 1];
  };

  const exportPage = async (file: string, options: ExportOptions): Promise<Outcome> => {
    const ending = endingOf(options);
    if (!ending.ok) return wrongUsage(ending.error);
    const read = await opened(file);
    if (!read.ok) return wrongInput(read.error.message, ...read.error.lost);
    const page = await pageOf(read.value, options.page);
    if (!page) return wrongInput(`${file} has no page "${options.page}"; "document show" lists the pages`);
    const [{ loadKnowledge }, { drawPage }, { writeOutput }, { wrongFiles }] = await Promise.all([
      import('../dataFiles.ts'),
      import('../drawPage.ts'),
      import('../writeOutput.ts'),
      import('../outcome.ts'),
    ]);
    const knowledge = loadKnowledge(options.catalog);
    if (!knowledge.ok) return wrongFiles(knowledge.error);
    if (ending.value === '.drawio') {
      const { pagesInOrder } = await import('../../core/document/document.ts');
      const pages = options.page === undefined ? pagesInOrder(read.value.document) : [page];
      return exportDrawio(pages, knowledge.value.catalog, options);
    }
    const drawn = await drawPage(page, read.value.document, knowledge.value.catalog, {
      ending: ending.value,
      theme: options.theme,
      font: options.font,
      scale: options.scale ?? usualScale,
    });
    if (!drawn.ok) return wrongInput(drawn.error);
    const { content, width, height, missing } = drawn.value;
    const written = await writeOutput(options.output, content);
    if (!written.ok) return wrongInput(`${written.error.message} ${written.error.remedy}`);
    const format = ending.value.slice(1);
    const told = { file: options.output, format, page: page.id, bytes: content.length, width, height };
    await io.out(options.json ? `${JSON.stringify(told)}\n` : `Wrote ${options.output} (${width} x ${height} px)\n`);
    if (missing) await io.err(`note: ${missing}\n`);
    return done;
  };

  const exportDrawio = async (
    pages: readonly Page[],
    catalog: Catalog,
    { output, theme, json }: ExportOptions,
  ): Promise<Outcome> => {
    const [{ drawioOfPages }, { writeOutput }] = await Promise.all([
      import('../drawioPages.ts'),
      import('../writeOutput.ts'),
    ]);
    const content = drawioOfPages(pages, catalog, theme);
    const written = await writeOutput(output, content);
    if (!written.ok) return wrongInput(`${written.error.message} ${written.error.remedy}`);
    const told = { file: output, format: 'drawio', pages: pages.map(({ id }) => id), bytes: content.length };
    await io.out(json ? `${JSON.stringify(told)}\n` : `Wrote ${output} (${counted(pages.length, 'page')})\n`);
    return done;
  };
};
