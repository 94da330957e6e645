import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { headKeys, sectionNames } from '../../core/catalog/sections.ts';
import { readYaml } from '../../core/catalog/yamlDocument.ts';
import { loadCatalogAt } from '../catalogFiles.ts';
import { readInput } from '../input.ts';
import { largestNeed } from '../limits.ts';
import { done, type Outcome, wrongFiles, wrongInput } from '../outcome.ts';
import { paintFor } from '../paint.ts';
import type { Session } from '../session.ts';
import { type CatalogOptions, catalogOption, jsonOption } from './options.ts';

interface ValidateOptions extends CatalogOptions {
  readonly json?: boolean;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Keys that only a file of a catalogue has: a need has tasks too. */
const catalogKeys: ReadonlySet<string> = new Set([...sectionNames, ...headKeys].filter((key) => key !== 'tasks'));

const looksLikeCatalog = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => catalogKeys.has(key));

/** `validate`: whether a need file or a catalogue is sound. */
export const addValidate = (program: Command, { io, finish }: Session): void => {
  program
    .command('validate')
    .description('check a need file, or a catalogue (a folder, or a file that holds one)')
    .argument('<path>', 'the file or folder ("-": a need from standard input)')
    .addOption(catalogOption())
    .addOption(jsonOption('the mistakes'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- validate need.yaml
  $ npm run -s cli -- validate ./our-catalogue`,
    )
    .action(async (path: string, options: ValidateOptions) => finish(await run(path, options)));

  const report = async (kind: string, options: ValidateOptions, outcome: Outcome): Promise<Outcome> => {
    if (options.json) {
      const errors = outcome.ok ? [] : outcome.error.lines;
      await io.out(`${JSON.stringify({ ok: outcome.ok, kind, errors }, null, 2)}\n`);
    } else if (outcome.ok) await io.out(`${paintFor(io).good('No mistakes')}: a sound ${kind}\n`);
    return outcome;
  };

  const validateCatalog = (path: string): Outcome => {
    const catalog = loadCatalogAt(path);
    return catalog.ok ? done : wrongFiles(catalog.error);
  };

  const run = async (path: string, options: ValidateOptions): Promise<Outcome> => {
    if (path !== '-' && isFolder(path)) return report('catalogue', options, validateCatalog(path));
    const read = await readInput(path, io, largestNeed);
    if (!read.ok) return report('file', options, wrongInput(read.error));
    const file = { path: path === '-' ? 'standard input' : path, text: read.value };
    const document = readYaml(file);
    if (!document.ok) return report('file', options, wrongFiles(document.error));
    if (path !== '-' && looksLikeCatalog(document.value.value)) {
      return report('catalogue', options, validateCatalog(path));
    }
    const catalog = loadCatalogAt(options.catalog);
    if (!catalog.ok) return wrongFiles(catalog.error);
    const { needFromFile } = await import('../needSource.ts');
    const need = needFromFile(file, catalog.value);
    return report('need', options, need.ok ? done : wrongFiles(need.error));
  };
};
