/**
 * "Which service?" as a conversation: the next question is the one whose answer tells most of which service comes first, and
 * it ends when no answer that is left could change that. Pure and deterministic; every step gives the need so far.
 */
import { oncePer } from '../base/oncePer.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { engineOf } from '../decision/engine.ts';
import type { Need } from '../decision/need.ts';
import { needSchema } from '../decision/need.ts';
import { informations, outcomesOf, presentOutcomes } from './information.ts';
import type { OpenQuestion, Option } from './options.ts';
import { type Picker, pickMostTelling, pickNext } from './pickNext.ts';
import type { GuideQuestion } from './questions.ts';
import { asProspect, type Grounds, outcomesLeft, type Standing, standing } from './standing.ts';
import { type GuideState, isSettled, withAnswered } from './state.ts';
import { type Winners, winnerTable } from './winners.ts';

/** What a conversation is led with: a catalogue and the questions. Made once, and kept, since it remembers what it worked out. */
export interface Guide extends Grounds {
  readonly catalog: Catalog;
  /** The last steps, by what they were worked out from: a way back costs nothing. */
  readonly steps: Map<string, GuideStep>;
}

/**
 * Makes a guide that remembers the steps it has worked out: the same answers are asked for again with every render and
 * every way back.
 */
export const createGuide = (catalog: Catalog, questions: readonly GuideQuestion[]): Guide => {
  const engine = engineOf(catalog);
  return { catalog, questions, engine, table: winnerTable(engine), steps: new Map() };
};

/** A conversation that starts from a need: empty, or what a sentence says. */
export const startGuide = (need: Need): GuideState => ({ start: need, answered: [] });

/** One answer on offer. */
export interface AnswerOption extends Option {
  /** Services that could still come first with it; 0: nothing would be left. */
  readonly left: number;
}

/** What is asked next: of all questions, the one whose answers tell most. */
export interface Question {
  readonly kind: 'question';
  readonly id: string;
  readonly text: string;
  /** Why it is asked, as one or two sentences. */
  readonly why: string;
  readonly options: readonly AnswerOption[];
}

/** Nothing is left to ask. */
export interface Finished {
  readonly kind: 'finished';
  /** No answer that is left would change what comes first. False: some were not known, or nothing is open. */
  readonly stable: boolean;
  /** What comes out, the foremost first; empty: nothing does this. Where it is not stable: what is likeliest. */
  readonly winners: Winners;
  /** Tasks that are left though they change nothing; which of them it is may still be said. Empty: one, or none. */
  readonly which: readonly Option[];
}

/** Where the answers so far lead, and what comes next. */
export interface GuideStep {
  /** The need as the answers leave it. */
  readonly need: Need;
  /** Tasks that are left. */
  readonly tasks: readonly string[];
  /** Services that could still come first, in the order of the catalogue. */
  readonly left: readonly string[];
  /** Services that could come first before anything was said. */
  readonly total: number;
  readonly next: Question | Finished;
}

function servicesOf(guide: Guide, found: ReadonlyMap<string, Winners>): string[] {
  const services = new Set([...found.values()].flat());
  return guide.catalog.entries.flatMap(({ id }) => (services.has(id) ? [id] : []));
}

/** How many services could come first before anything was said. */
const totalOf = oncePer((guide: Guide) => outcomesLeft(standing(guide, startGuide(needSchema.parse({})))).size);

const taken = (
  state: GuideState,
  { id, text }: Pick<Question, 'id' | 'text'>,
  option: Option | undefined,
): GuideState =>
  withAnswered(state, {
    question: id,
    text,
    ...(option ? { answer: option.id } : {}),
    label: option?.label ?? "Don't know",
    patch: option?.patch ?? {},
  });

const spread = (counts: readonly number[]): string => {
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  return least === most ? String(most) : `${least} to ${most}`;
};

function whyOf(question: OpenQuestion, left: number, counts: readonly number[]): string {
  const reason = question.written.why;
  const telling = counts.filter((count) => count > 0);
  if (left < 2 || telling.length === 0) return reason;
  return `${reason} ${left} services could still come first; an answer leaves ${spread(telling)}.`;
}

function questionOf(guide: Guide, here: Standing, question: OpenQuestion, left: number): Question {
  const options = question.options.map((option): AnswerOption => {
    const after = standing(guide, taken(here.state, question.written, option));
    return { ...option, left: servicesOf(guide, outcomesLeft(after)).length };
  });
  // An answer about the task that nothing does is none; a constraint that leaves nothing is worth knowing.
  const offered = question.tells === 'tasks' ? options.filter((option) => option.left > 0) : options;
  const counts = offered.map((option) => option.left);
  return {
    kind: 'question',
    id: question.written.id,
    text: question.written.text,
    why: whyOf(question, left, counts),
    options: offered,
  };
}

/** What comes out where nothing more is asked: the likeliest outcome. */
function likeliest({ situation: { need }, prospect }: Standing): Winners {
  const weights = new Map<string, { winners: Winners; weight: number }>();
  for (const task of prospect.tasks) {
    const winners = prospect.winners(task, need);
    if (winners.length === 0) continue;
    const known = weights.get(winners.join(' '));
    const weight = (known?.weight ?? 0) + (prospect.likelihood.get(task) ?? 0);
    weights.set(winners.join(' '), { winners, weight });
  }
  return [...weights.values()].sort((one, other) => other.weight - one.weight)[0]?.winners ?? [];
}

/** The tasks left, to say which of them it is. */
const tasksToName = ({ state, situation: { engine, tasks } }: Standing): Option[] =>
  isSettled(state) || tasks.length < 2
    ? []
    : tasks
        .flatMap((id) => engine.index.tasks.get(id) ?? [])
        .map(({ id, name, description }) => ({ id, label: name, help: description, patch: { tasks: [id] } }));

/** What is asked of the tasks that are left at the end. */
const whichTask = { id: 'which-task', text: 'Which of these is it?' } as const;

/** Steps that a guide remembers. */
const mostSteps = 300;

/** Where the conversation stands: the need so far, what is left, and the next question or the end. */
export function nextStep(guide: Guide, state: GuideState, pick: Picker = pickMostTelling): GuideStep {
  if (pick !== pickMostTelling) return workOut(guide, state, pick);
  const key = JSON.stringify(state);
  const known = guide.steps.get(key);
  if (known) return known;
  if (guide.steps.size >= mostSteps) guide.steps.clear();
  const step = workOut(guide, state, pick);
  guide.steps.set(key, step);
  return step;
}

function workOut(guide: Guide, state: GuideState, pick: Picker): GuideStep {
  const here = standing(guide, state);
  const found = outcomesLeft(here);
  const left = servicesOf(guide, found);
  const base = { need: here.situation.need, tasks: here.situation.tasks, left, total: totalOf(guide) };
  // With one outcome left, no question can tell anything.
  const question = found.size > 1 || state.asking !== undefined ? pickNext(here, pick) : undefined;
  if (question) return { ...base, next: questionOf(guide, here, question, left.length) };
  return {
    ...base,
    next: { kind: 'finished', stable: found.size === 1, winners: likeliest(here), which: tasksToName(here) },
  };
}

/** The word by which an answer says that it is not known. */
export const dontKnow = '?';

/**
 * Takes an answer to the question that `step` puts: the id of one of its options, or `?` for "I don't know"; at the end, the id
 * of a task that is left. Fails, naming the answers there are.
 */
export function answer(state: GuideState, { next }: GuideStep, id: string): Result<GuideState, string> {
  const options: readonly Option[] = next.kind === 'question' ? next.options : next.which;
  const option = options.find((each) => each.id === id);
  const known = options.map((each) => each.id).join(', ');
  if (next.kind === 'finished') {
    if (option) return success(taken(state, whichTask, option));
    return failure(
      `Nothing more is asked, so "${id}" answers no question${known === '' ? '' : `; it may be one of ${known}`}`,
    );
  }
  if (option || id === dontKnow) return success(taken(state, next, option));
  return failure(`"${next.text}" has no answer "${id}"; it has ${known}, or ${dontKnow} for "I don't know"`);
}

/**
 * Works out the first step of a conversation from nothing, in parts of some milliseconds, for a caller that runs one whenever it
 * is idle. A step that is asked for before the end takes over what is done so far; the answers are the same.
 */
export function* prepareGuide(guide: Guide): Generator<undefined, void, undefined> {
  const start = startGuide(needSchema.parse({}));
  const here = standing(guide, start);
  yield;
  presentOutcomes(here.prospect);
  yield;
  for (const question of here.questions) {
    const own = asProspect(here, question);
    for (const option of own.options) {
      outcomesOf(here.prospect, { ...own, options: [option] });
      yield;
    }
  }
  totalOf(guide);
  yield;
  const weighed = here.questions.map((question) => asProspect(here, question));
  const { bits } = informations(here.prospect, weighed);
  for (const question of weighed) {
    bits(question);
    yield;
  }
  nextStep(guide, start);
}
