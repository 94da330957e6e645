import { type Command, Option } from 'commander';
import { didYouMean } from '../../core/base/nearest.ts';
import { type Result, success } from '../../core/base/result.ts';
import { diffCatalogs } from '../../core/catalog/diff.ts';
import { entryKinds, lifecycleStatuses } from '../../core/catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../../core/catalog/lookup.ts';
import { loadCatalogAt } from '../catalogFiles.ts';
import { describeCatalogDiff } from '../describeCatalogDiff.ts';
import { describeEntry, statusWords } from '../describeEntry.ts';
import type { Io } from '../io.ts';
import { type Complaint, done, type Outcome, wrongFiles, wrongInput } from '../outcome.ts';
import { columns, paintFor } from '../paint.ts';
import type { Session } from '../session.ts';
import { type CatalogOptions, catalogOption, jsonOption } from './options.ts';

interface ShownOptions extends CatalogOptions {
  readonly json?: boolean;
}

interface ListOptions extends ShownOptions {
  readonly status?: string;
  readonly kind?: string;
  readonly sheet?: boolean;
  readonly tasks?: boolean;
}

const open = ({ catalog }: CatalogOptions): Result<CatalogIndex, Complaint> => {
  const loaded = loadCatalogAt(catalog);
  return loaded.ok ? success(indexCatalog(loaded.value)) : wrongFiles(loaded.error);
};

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Stands for the catalogue that comes with Lodestack where a folder is expected; `./bundled` is a folder of that name. */
const bundledName = 'bundled';

/** `catalog check|list|ids|show|diff`: what is known, whether a catalogue is sound, and how two differ. */
export const addCatalog = (program: Command, session: Session): void => {
  const catalog = program
    .command('catalog')
    .description('look into a catalogue, or check one')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- catalog ids
  $ npm run -s cli -- catalog list --status retired
  $ npm run -s cli -- catalog show transcribe
  $ npm run -s cli -- catalog check --catalog ./our-catalogue
  $ npm run -s cli -- catalog diff bundled ./our-catalogue`,
    );
  addCheck(catalog, session);
  addIds(catalog, session);
  addList(catalog, session);
  addShow(catalog, session);
  addDiff(catalog, session);
};

const addCheck = (catalog: Command, { io, finish }: Session): void => {
  catalog
    .command('check')
    .description('check a catalogue; every mistake with its file, line and field')
    .addOption(catalogOption())
    .addOption(jsonOption('the counts, or the mistakes,'))
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- catalog check --catalog ./our-catalogue')
    .action(async (options: ShownOptions) => finish(await check(io, options)));
};

const check = async (io: Io, options: ShownOptions): Promise<Outcome> => {
  // The lexicon, the icons and the templates are part of what must hold, and only this command pays for reading them.
  const [{ loadKnowledge, loadTemplatesAt }, { checkIcons }] = await Promise.all([
    import('../dataFiles.ts'),
    import('../iconFiles.ts'),
  ]);
  const knowledge = loadKnowledge(options.catalog);
  const templates = knowledge.ok ? loadTemplatesAt(knowledge.value.catalog, options.catalog) : knowledge;
  const issues = knowledge.ok
    ? [...checkIcons(knowledge.value.catalog), ...(templates.ok ? [] : templates.error)]
    : knowledge.error;
  if (!knowledge.ok || issues.length > 0) {
    if (options.json) await io.out(pretty({ ok: false, issues }));
    return wrongFiles(issues);
  }
  const { entries, tasks, relations, sources, asOf } = knowledge.value.catalog;
  const counts = {
    entries: entries.length,
    tasks: tasks.length,
    relations: relations.length,
    sources: sources.length,
  };
  await io.out(
    options.json
      ? pretty({ ok: true, ...counts, asOf, issues: [] })
      : `${paintFor(io).good('No mistakes')}; entries: ${entries.length}, tasks: ${tasks.length}, relations: ${relations.length}, sources: ${sources.length}; as of ${asOf}\n`,
  );
  return done;
};

const addIds = (catalog: Command, { io, finish }: Session): void => {
  catalog
    .command('ids')
    .description('print the id of every entry, one a line')
    .addOption(catalogOption())
    .addOption(jsonOption('the ids'))
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- catalog ids | grep sagemaker')
    .action(async (options: ShownOptions) => finish(await ids(io, options)));
};

const ids = async (io: Io, options: ShownOptions): Promise<Outcome> => {
  const index = open(options);
  if (!index.ok) return index;
  const all = index.value.catalog.entries.map(({ id }) => id);
  await io.out(options.json ? pretty(all) : all.map((id) => `${id}\n`).join(''));
  return done;
};

const addList = (catalog: Command, { io, finish }: Session): void => {
  catalog
    .command('list')
    .description('list the entries with kind, state and name')
    .addOption(new Option('--status <status>', 'only those in this state').choices(lifecycleStatuses))
    .addOption(new Option('--kind <kind>', 'only those of this kind').choices(entryKinds))
    .addOption(new Option('--sheet', 'only those that the cheat sheet names'))
    .addOption(
      new Option('--tasks', 'list the tasks that can be asked for instead').conflicts(['status', 'kind', 'sheet']),
    )
    .addOption(catalogOption())
    .addOption(jsonOption('the list'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ npm run -s cli -- catalog list --status closed-to-new\n  $ npm run -s cli -- catalog list --tasks',
    )
    .action(async (options: ListOptions) => finish(await list(io, options)));
};

const list = async (io: Io, options: ListOptions): Promise<Outcome> => {
  const index = open(options);
  if (!index.ok) return index;
  const { catalog: whole } = index.value;
  if (options.tasks) {
    const rows = whole.tasks.map(({ id, name, group }) => [id, index.value.taskGroups.get(group)?.name ?? group, name]);
    await io.out(
      options.json
        ? pretty(whole.tasks)
        : columns(rows)
            .map((row) => `${row}\n`)
            .join(''),
    );
    return done;
  }
  const chosen = whole.entries.filter(
    ({ lifecycle, kind, onSheet }) =>
      (options.status === undefined || lifecycle.status === options.status) &&
      (options.kind === undefined || kind === options.kind) &&
      (!options.sheet || onSheet),
  );
  if (options.json) {
    await io.out(
      pretty(
        chosen.map(({ id, name, kind, onSheet, lifecycle }) => ({
          id,
          name,
          kind,
          onSheet,
          status: lifecycle.status,
          successors: lifecycle.successors,
        })),
      ),
    );
    return done;
  }
  const rows = chosen.map(({ id, kind, lifecycle, name }) => [id, kind, statusWords[lifecycle.status], name]);
  await io.out(
    columns(rows)
      .map((row) => `${row}\n`)
      .join(''),
  );
  return done;
};

const addShow = (catalog: Command, { io, finish }: Session): void => {
  catalog
    .command('show')
    .description('show all that is known of one entry')
    .argument('<id>', 'id, alias or name of the entry')
    .addOption(catalogOption())
    .addOption(jsonOption('the entry'))
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- catalog show sagemaker-endpoint')
    .action(async (id: string, options: ShownOptions) => finish(await show(io, id, options)));
};

const show = async (io: Io, name: string, options: ShownOptions): Promise<Outcome> => {
  const index = open(options);
  if (!index.ok) return index;
  const { entries, catalog: whole } = index.value;
  const plain = name.trim().toLowerCase();
  const entry =
    entries.get(name) ??
    entries.get(plain) ??
    whole.entries.find((each) => [each.name, ...each.aliases].some((other) => other.toLowerCase() === plain));
  if (!entry) {
    const names = [...entries.keys(), ...whole.entries.map((each) => each.name)];
    return wrongInput(`No entry "${name}"${didYouMean(name, names)}`);
  }
  await io.out(options.json ? pretty(entry) : describeEntry(index.value, entry, io));
  return done;
};

const addDiff = (catalog: Command, { io, finish }: Session): void => {
  catalog
    .command('diff')
    .description('say what changed from one catalogue to another')
    .argument('<before>', `folder or file of a catalogue; "${bundledName}": the one that comes with Lodestack`)
    .argument('<after>', 'the same for the other one')
    .addOption(jsonOption('the difference'))
    .addHelpText(
      'after',
      `
It exits with 0 whether they differ or not.

Examples:
  $ npm run -s cli -- catalog diff ./catalogue-of-may ./catalogue
  $ npm run -s cli -- catalog diff bundled ./our-catalogue --json`,
    )
    .action(async (before: string, after: string, options: { readonly json?: boolean }) =>
      finish(await diff(io, before, after, options)),
    );
};

const diff = async (io: Io, before: string, after: string, options: { readonly json?: boolean }): Promise<Outcome> => {
  const [then, now] = [before, after].map((path) => loadCatalogAt(path === bundledName ? undefined : path));
  if (!then?.ok || !now?.ok) {
    return wrongFiles([then, now].flatMap((loaded) => (loaded?.ok === false ? loaded.error : [])));
  }
  const found = diffCatalogs(then.value, now.value);
  await io.out(options.json ? pretty(found) : describeCatalogDiff(found, io));
  return done;
};
