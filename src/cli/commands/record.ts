import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Result } from '../../core/base/result.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { daySchema } from '../../core/catalog/vocabulary.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { type RecordStatus, recordStatuses } from '../../core/export/decisionRecord.ts';
import { type Complaint, done, type Outcome, wrongInput, wrongUsage } from '../outcome.ts';
import type { RecordFileOptions, RecordFiles } from '../recordFiles.ts';
import type { Session } from '../session.ts';
import { type NeedOptions, withNeed } from './options.ts';

interface RecordCommandOptions extends NeedOptions, RecordFileOptions {
  readonly date?: string;
  readonly status: RecordStatus;
  readonly json?: boolean;
}

/** A file to write: where, and what. */
type FileToWrite = readonly [path: string, content: string | Uint8Array];

const parseDay = (text: string): string => {
  if (!daySchema.safeParse(text).success)
    throw new InvalidArgumentError('It must be a day of the calendar as YYYY-MM-DD.');
  return text;
};

/** The user's day, not that of Greenwich. */
const today = (): string => {
  const now = new Date();
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
};

/** `record`: a decision as a decision record in Markdown. */
export const addRecord = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('record'))
    .description('write the decision down as a decision record in Markdown (MADR 4)')
    .option(
      '-o, --output <file>',
      'where to write: a file that ends in .md, or a folder of records, where it gets the next number (default: standard output)',
    )
    .option(
      '--picture [file]',
      'also draw the architecture, as .svg or .png, and show it (default: beside the record, as .svg)',
    )
    .option('--decision [file]', 'also write the decision as JSON, for "review" (default: beside the record)')
    .option(
      '--supersedes <file>',
      'the record that this one takes the place of; its status is changed to say so (and the new one goes into its folder, unless -o says where)',
    )
    .addOption(new Option('--date <day>', 'the day of the decision, YYYY-MM-DD (default: today)').argParser(parseDay))
    .addOption(new Option('--status <status>', 'how far it is agreed').choices(recordStatuses).default('proposed'))
    .addOption(new Option('--json', 'print what was written, or the record itself, as JSON'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- record --text "Turn our call recordings into English summaries" -o docs/adr/0007-calls.md
  $ npm run -s cli -- record --need need.yaml -o docs/adr/ --picture --decision
  $ npm run -s cli -- record --need need.yaml --supersedes docs/adr/0007-calls.md --status accepted`,
    )
    .action(async (options: RecordCommandOptions) => finish(await run(options)));

  const run = async (options: RecordCommandOptions): Promise<Outcome> => {
    const { status, date = today() } = options;
    if (options.supersedes !== undefined && status === 'rejected')
      return wrongUsage('a rejected decision takes the place of none; leave --supersedes or --status out');
    const [
      { readNeed },
      { decide },
      { decisionRecord, recordTitle },
      { decisionJson },
      { recordFiles },
      { writeOutput },
    ] = await Promise.all([
      import('../needSource.ts'),
      import('../../core/decision/decide.ts'),
      import('../../core/export/decisionRecord.ts'),
      import('../../core/export/decisionJson.ts'),
      import('../recordFiles.ts'),
      import('../writeOutput.ts'),
    ]);
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    if (need.tasks.length === 0 && need.want.length === 0) {
      return wrongInput('Nothing to record: no task was recognised. Say what goes in and what should come out');
    }
    const decision = decide(catalog, need);
    const title = recordTitle(catalog, decision);
    const found = await recordFiles(options, title, io);
    if (!found.ok) return found;
    const files = found.value;
    const markdown = decisionRecord(catalog, decision, { date, status, ...linksOf(files) });
    const about = { title, date, file: files?.record.split(/[\\/]/).at(-1) ?? null };
    const json = decisionJson(catalog, decision, about);
    if (files === undefined) {
      await io.out(
        options.json
          ? `${JSON.stringify({ format: 'madr', status, date, markdown, decision: json }, null, 2)}\n`
          : markdown,
      );
      return done;
    }
    const picture = await drawn(catalog, decision, files);
    if (!picture.ok) return picture;
    // The old record comes last: it must not lead to a new one that could not be written.
    const all: readonly FileToWrite[] = [
      ...picture.value,
      ...(files.decision ? [[files.decision.path, `${JSON.stringify(json, null, 2)}\n`] as const] : []),
      [files.record, markdown],
      ...(files.supersedes ? [[files.supersedes.path, files.supersedes.markdown] as const] : []),
    ];
    for (const [path, content] of all) {
      const written = await writeOutput(path, content);
      if (!written.ok) return wrongInput(`${written.error.message} ${written.error.remedy}`);
    }
    const written = {
      file: files.record,
      format: 'madr',
      bytes: Buffer.byteLength(markdown),
      status,
      date,
      ...(files.picture ? { picture: files.picture.path } : {}),
      ...(files.decision ? { decision: files.decision.path } : {}),
      ...(files.supersedes ? { supersedes: files.supersedes.path } : {}),
    };
    await io.out(
      options.json
        ? `${JSON.stringify(written)}\n`
        : [
            ...all
              .map(([path]) => path)
              .filter((path) => path !== files.supersedes?.path)
              .map((path) => `Wrote ${path}\n`),
            ...(files.supersedes ? [`Marked ${files.supersedes.path} as superseded\n`] : []),
          ].join(''),
    );
    return done;
  };
};

const linksOf = (files: RecordFiles | undefined) => ({
  ...(files?.picture ? { picture: files.picture.link } : {}),
  ...(files?.decision ? { decision: files.decision.link } : {}),
  ...(files?.supersedes ? { supersedes: { file: files.supersedes.link, title: files.supersedes.title } } : {}),
});

/** The picture of the architecture, where one was asked for. */
async function drawn(
  catalog: Catalog,
  decision: Decision,
  { picture }: RecordFiles,
): Promise<Result<readonly FileToWrite[], Complaint>> {
  if (!picture) return { ok: true, value: [] };
  const [{ layOutView }, { drawnFile }] = await Promise.all([import('../picture.ts'), import('../drawnFile.ts')]);
  const laidOut = await layOutView('draft', catalog, decision, { sheetOnly: false });
  if (!laidOut.ok) return wrongInput(laidOut.error);
  const content = await drawnFile(catalog, laidOut.value, picture.ending);
  return content.ok ? { ok: true, value: [[picture.path, content.value]] } : wrongInput(content.error);
}
