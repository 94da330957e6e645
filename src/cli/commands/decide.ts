import { type Command, Option } from 'commander';
import { decide } from '../../core/decision/decide.ts';
import { openQuestions } from '../../core/decision/openQuestions.ts';
import { decisionJson } from '../../core/export/decisionJson.ts';
import { loadKnowledge } from '../dataFiles.ts';
import { describeDecision } from '../describeDecision.ts';
import { decideLines } from '../jsonLines.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome, wrongFiles, wrongUsage } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface DecideOptions extends NeedOptions {
  readonly jsonl?: string;
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- decide --text "Find faces in our photo archive"
  $ npm run -s cli -- decide --text "Subtitles in three languages" --json
  $ npm run -s cli -- decide --need need.yaml
  $ npm run -s cli -- decide --jsonl needs.jsonl > decisions.jsonl

A need file (YAML or JSON):
  tasks: [transcribe-speech]        ids: see "catalog list --tasks"
  constraints: { customer: new, mode: batch }
  preferences: { operations: 1, idle-cost: 0.8 }

A line of JSON Lines is an object with a "text"; a bad line gives {"error", "line"} in its place, and exit code 1 at the end.`;

/** `decide`: which services fit a need, why, and what was ruled out. */
export const addDecide = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('decide'))
    .description('decide which services fit a need, why, and what was ruled out')
    .addOption(
      new Option(
        '--jsonl <file>',
        'many needs, one JSON object a line ("-": from standard input); one decision a line',
      ).conflicts(['text', 'need']),
    )
    .addOption(jsonOption('the decision'))
    .addHelpText('after', help)
    .action(async (options: DecideOptions) => finish(await run(options)));

  const run = async (options: DecideOptions): Promise<Outcome> => {
    if (options.jsonl !== undefined) {
      const knowledge = loadKnowledge(options.catalog);
      return knowledge.ok ? decideLines(options.jsonl, knowledge.value, io) : wrongFiles(knowledge.error);
    }
    if (options.text === undefined && options.need === undefined) {
      return wrongUsage('say what is needed with --text "…", --need FILE or --jsonl FILE');
    }
    const asked = await readNeed(options, io);
    if (!asked.ok) return asked;
    const { catalog, need } = asked.value;
    const decision = decide(catalog, need);
    await io.out(
      options.json
        ? `${JSON.stringify({ ...decisionJson(catalog, decision), openQuestions: openQuestions(catalog, decision) }, null, 2)}\n`
        : describeDecision(catalog, decision, io),
    );
    return done;
  };
};
