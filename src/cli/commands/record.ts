import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { daySchema } from '../../core/catalog/vocabulary.ts';
import { type RecordStatus, recordStatuses } from '../../core/export/decisionRecord.ts';
import { done, type Outcome, wrongInput, wrongUsage } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type NeedOptions, withNeed } from './options.ts';

interface RecordCommandOptions extends NeedOptions {
  readonly output?: string;
  readonly date?: string;
  readonly status: RecordStatus;
  readonly json?: boolean;
}

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
    .option('-o, --output <file>', 'where to write, a file that ends in .md (default: standard output)')
    .addOption(new Option('--date <day>', 'the day of the decision, YYYY-MM-DD (default: today)').argParser(parseDay))
    .addOption(new Option('--status <status>', 'how far it is agreed').choices(recordStatuses).default('proposed'))
    .addOption(new Option('--json', 'print what was written, or the record itself, as JSON'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm run -s cli -- record --text "Turn our call recordings into English summaries" -o docs/adr/0007-calls.md
  $ npm run -s cli -- record --need need.yaml --date 2026-11-23 --status accepted`,
    )
    .action(async (options: RecordCommandOptions) => finish(await run(options)));

  const run = async (options: RecordCommandOptions): Promise<Outcome> => {
    const { output, status, date = today() } = options;
    if (output !== undefined && !['.md', '.markdown'].includes(extname(output).toLowerCase())) {
      return wrongUsage(`"${output}" is no name of a Markdown file; name one that ends in .md`);
    }
    const [{ readNeed }, { decide }, { decisionRecord }, { writeOutput }] = await Promise.all([
      import('../needSource.ts'),
      import('../../core/decision/decide.ts'),
      import('../../core/export/decisionRecord.ts'),
      import('../writeOutput.ts'),
    ]);
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    if (need.tasks.length === 0 && need.want.length === 0) {
      return wrongInput('Nothing to record: no task was recognised. Say what goes in and what should come out');
    }
    const markdown = decisionRecord(catalog, decide(catalog, need), { date, status });
    if (output === undefined) {
      await io.out(
        options.json ? `${JSON.stringify({ format: 'madr', status, date, markdown }, null, 2)}\n` : markdown,
      );
      return done;
    }
    const written = await writeOutput(output, markdown);
    if (!written.ok) return wrongInput(`${written.error.message} ${written.error.remedy}`);
    const bytes = Buffer.byteLength(markdown);
    await io.out(
      options.json ? `${JSON.stringify({ file: output, format: 'madr', bytes, status, date })}\n` : `Wrote ${output}\n`,
    );
    return done;
  };
};
