import type { Command } from 'commander';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { diagramOf } from '../../core/diagram/page.ts';
import { describeDecision } from '../describeDecision.ts';
import { describeDiagram } from '../describeDiagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { columns, harmless, paintFor, paragraph } from '../paint.ts';
import type { Session } from '../session.ts';
import { type ChosenTemplate, readTemplate, readTemplates } from '../templates.ts';
import { type CatalogOptions, catalogOption, jsonOption } from './options.ts';

interface TemplateCommandOptions extends CatalogOptions {
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- template list
  $ npm run -s cli -- template show call-analytics
  $ npm run -s cli -- template draft call-analytics --json
  $ npm run -s cli -- export --template call-analytics -o calls.svg`;

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `template list|show|draft`: architectures to start from, each with its decision of today. */
export const addTemplate = (program: Command, { io, finish }: Session): void => {
  const template = program
    .command('template')
    .description('look at the architectures to start from, and draft one')
    .addHelpText('after', help);
  template
    .command('list')
    .description('list the templates')
    .addOption(catalogOption())
    .addOption(jsonOption('the templates'))
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- template list')
    .action(async (options: TemplateCommandOptions) => finish(await list(options)));
  template
    .command('show')
    .description('show a template: what it is, and what is decided for it today')
    .argument('<id>', 'id of the template')
    .addOption(catalogOption())
    .addOption(jsonOption('the template and its decision'))
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- template show call-analytics')
    .action(async (id: string, options: TemplateCommandOptions) => finish(await show(id, options)));
  template
    .command('draft')
    .description('draft the architecture of a template')
    .argument('<id>', 'id of the template')
    .addOption(catalogOption())
    .addOption(jsonOption('the diagram'))
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- template draft call-analytics --json')
    .action(async (id: string, options: TemplateCommandOptions) => finish(await draft(id, options)));

  const list = async (options: TemplateCommandOptions): Promise<Outcome> => {
    const known = readTemplates(options.catalog);
    if (!known.ok) return known;
    const { templates } = known.value;
    const paint = paintFor(io);
    await io.out(
      options.json
        ? pretty(templates)
        : columns(templates.map(({ id, title }) => [paint.strong(id), harmless(title)]))
            .map((row) => `${row.trimEnd()}\n`)
            .join(''),
    );
    return done;
  };

  const show = async (id: string, options: TemplateCommandOptions): Promise<Outcome> => {
    const chosen = readTemplate(id, options.catalog);
    if (!chosen.ok) return chosen;
    const { template: shown, decision, catalog } = chosen.value;
    if (options.json) {
      const { decisionJson } = await import('../../core/export/decisionJson.ts');
      await io.out(pretty({ ...shown, decision: decisionJson(catalog, decision) }));
    } else await io.out(`${head(chosen.value)}\n${describeDecision(catalog, decision, io)}`);
    return done;
  };

  const head = ({ template: { title, description, audience }, catalog, page }: ChosenTemplate): string => {
    const paint = paintFor(io);
    const { entries } = indexCatalog(catalog);
    const services = Object.values(page.nodes).flatMap(({ entry }) => entries.get(entry ?? '')?.name ?? []);
    return [
      paint.strong(harmless(title)),
      ...paragraph('', harmless(description), io.width),
      ...paragraph('', `For: ${harmless(audience)}`, io.width, paint.faint),
      ...paragraph('', `Made of: ${[...new Set(services)].join(', ')}`, io.width, paint.faint),
      '',
    ].join('\n');
  };

  const draft = async (id: string, options: TemplateCommandOptions): Promise<Outcome> => {
    const chosen = readTemplate(id, options.catalog);
    if (!chosen.ok) return chosen;
    const diagram = diagramOf(chosen.value.page);
    await io.out(options.json ? pretty(diagram) : describeDiagram(diagram, io));
    return done;
  };
};
