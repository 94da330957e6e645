/** Where a conversation stands: what may still be asked for, what may still be asked, and what may still come out. */
import type { Engine } from '../decision/engine.ts';
import { likelihoods, tasksLeft } from './candidates.ts';
import { outcomesOf, type Prospect, presentOutcomes } from './information.ts';
import { type OpenQuestion, openQuestion, type Situation, somethingElse } from './options.ts';
import type { GuideQuestion } from './questions.ts';
import { type GuideState, isSettled, needWith } from './state.ts';
import type { Winners, WinnerTable } from './winners.ts';

/** What the standing is read from, besides the answers. */
export interface Grounds {
  readonly questions: readonly GuideQuestion[];
  readonly engine: Engine;
  readonly table: WinnerTable;
}

/** Stands for all that is asked for once that is settled: it is one thing then. */
const settledTask = '';

/** Everything that a step is worked out from. */
export interface Standing {
  readonly state: GuideState;
  readonly situation: Situation;
  readonly prospect: Prospect;
  readonly questions: readonly OpenQuestion[];
}

/** Works out where the answers so far lead. */
export function standing({ engine, table, questions: written }: Grounds, state: GuideState): Standing {
  const settled = isSettled(state);
  const left = tasksLeft(engine, state);
  const need = needWith(state, left);
  const tasks = settled ? need.tasks.map(({ task }) => task) : left;
  const likelihood = settled ? new Map([[settledTask, 1]]) : likelihoods(state.start, left);
  const situation: Situation = { engine, need, tasks, likelihood };
  const prospect: Prospect = settled
    ? { tasks: [settledTask], likelihood, winners: (_, each) => table.ofNeed(each), need }
    : { tasks: left, likelihood, winners: (task, each) => table.ofTask(task, each), need };
  const last = state.answered.at(-1);
  const isAsked = ({ id, from }: GuideQuestion): boolean =>
    state.answered.some(
      (each) => each.question === id && !(from === 'tasks' && each === last && each.answer === somethingElse),
    );
  const questions = written.flatMap((each) => {
    if (isAsked(each)) return [];
    const question = openQuestion(situation, each, settled);
    return question ? [question] : [];
  });
  return { state, situation, prospect, questions };
}

/** For settled tasks, an answer about data keeps the one thing that is asked for. */
export const asProspect = ({ prospect }: Standing, question: OpenQuestion): OpenQuestion =>
  prospect.tasks[0] === settledTask && question.tells === 'tasks'
    ? {
        ...question,
        options: question.options.map((each) => ({ ...each, patch: { ...each.patch, tasks: [settledTask] } })),
      }
    : question;

/** What may still come first: as things stand, or by one more answer. */
export const outcomesLeft = (each: Standing): ReadonlyMap<string, Winners> =>
  new Map([
    ...presentOutcomes(each.prospect),
    ...each.questions.flatMap((question) => [...outcomesOf(each.prospect, asProspect(each, question))]),
  ]);
