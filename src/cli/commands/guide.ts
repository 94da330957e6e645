import { type Command, Option } from 'commander';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { type Need, needSchema } from '../../core/decision/need.ts';
import {
  answer,
  createGuide,
  dontKnow,
  type Guide,
  type GuideStep,
  nextStep,
  startGuide,
} from '../../core/guide/guide.ts';
import { back, type GuideState } from '../../core/guide/state.ts';
import { loadKnowledge, loadQuestionsAt } from '../dataFiles.ts';
import { describeGuide } from '../describeGuide.ts';
import type { Io } from '../io.ts';
import { readNeed } from '../needSource.ts';
import { done, type Outcome, wrongFiles, wrongInput } from '../outcome.ts';
import type { Session } from '../session.ts';
import { jsonOption, type NeedOptions, withNeed } from './options.ts';

interface GuideOptions extends NeedOptions {
  readonly answers?: string;
  readonly json?: boolean;
}

const help = `
Examples:
  $ npm run -s cli -- guide                                    a conversation, in a terminal
  $ npm run -s cli -- guide --answers hear,transcribe-live     what is left after these answers, and what is asked next
  $ npm run -s cli -- guide --text "translate product texts" --answers '?' --json

An answer is its id, its number, or "?" for "I don't know". The need in the JSON can be given to decide --need.`;

/** The id that an answer means: itself, or that of the answer with this number. */
const idOf = ({ next }: GuideStep, said: string): string =>
  (next.kind === 'question' && /^[1-9]$/.test(said) ? next.options[Number(said) - 1]?.id : undefined) ?? said;

const jsonOf = ({ answered }: GuideState, { need, tasks, left, total, next }: GuideStep, { asOf }: Catalog): string =>
  `${JSON.stringify({ format: 'lodestack-guide', version: 1, catalogAsOf: asOf, answered, need, tasks, left, total, next }, null, 2)}\n`;

async function* linesOf(stdin: Io['stdin']): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stdin) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.trim();
  }
  if (rest.trim() !== '') yield rest.trim();
}

/** Asks and listens until the end, an empty input, or "q". */
async function converse(guide: Guide, first: GuideState, io: Io): Promise<void> {
  const index = indexCatalog(guide.catalog);
  let state = first;
  const ask = async (): Promise<GuideStep> => {
    const step = nextStep(guide, state);
    await io.out(`\n${describeGuide(index, state, step, io)}`);
    if (step.next.kind === 'question') await io.out("\nNumber, ? (don't know), b (back), q (quit): ");
    return step;
  };
  let step = await ask();
  if (step.next.kind === 'finished') return;
  for await (const line of linesOf(io.stdin)) {
    if (line === 'q') return;
    if (line === 'b') state = back(state);
    else {
      const said = answer(state, step, idOf(step, line === '' ? dontKnow : line));
      if (!said.ok) {
        await io.out(`${said.error}\n> `);
        continue;
      }
      state = said.value;
    }
    step = await ask();
    if (step.next.kind === 'finished') return;
  }
}

/** `guide`: which service, question by question. */
export const addGuide = (program: Command, { io, finish }: Session): void => {
  withNeed(program.command('guide'))
    .description('find the service by a few questions, the most telling first')
    .addOption(new Option('--answers <ids>', 'answers to the questions so far, in their order, separated by commas'))
    .addOption(jsonOption('what is left, the next question and the need so far'))
    .addHelpText('after', help)
    .action(async (options: GuideOptions) => finish(await run(options)));

  const started = async (
    options: GuideOptions,
  ): Promise<Outcome | { readonly catalog: Catalog; readonly need: Need }> => {
    if (options.text !== undefined || options.need !== undefined) {
      const asked = await readNeed(options, io);
      return asked.ok ? asked.value : asked;
    }
    const knowledge = loadKnowledge(options.catalog);
    return knowledge.ok
      ? { catalog: knowledge.value.catalog, need: needSchema.parse({}) }
      : wrongFiles(knowledge.error);
  };

  const run = async (options: GuideOptions): Promise<Outcome> => {
    const start = await started(options);
    if ('ok' in start) return start;
    const questions = loadQuestionsAt(options.catalog);
    if (!questions.ok) return wrongFiles(questions.error);
    const guide = createGuide(start.catalog, questions.value);
    let state = startGuide(start.need);
    const given = (options.answers ?? '').split(',').map((each) => each.trim());
    for (const said of given.filter((each) => each !== '')) {
      const step = nextStep(guide, state);
      const next = answer(state, step, idOf(step, said));
      if (!next.ok) return wrongInput(next.error);
      state = next.value;
    }
    if (options.answers === undefined && options.json !== true && io.interactive === true) {
      await converse(guide, state, io);
      return done;
    }
    const step = nextStep(guide, state);
    await io.out(
      options.json ? jsonOf(state, step, guide.catalog) : describeGuide(indexCatalog(guide.catalog), state, step, io),
    );
    return done;
  };
};
