/**
 * What a need leaves open and what would settle it. Only what would change the answer is asked: every answer on offer is
 * decided, and one that leads to the same services is dropped. Questions come from the catalogue: from constraints that split
 * what is open, from tasks that give the same from other data, and from the kinds of data that the foremost task takes.
 * Costs a decision for each answer tried, so it is for whoever shows a decision, and not part of `decide`.
 */
import { byCodeUnit } from '../base/order.ts';
import { capitalized } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Task } from '../catalog/vocabulary.ts';
import type { Decision } from './decision.ts';
import { type Engine, engineOf } from './engine.ts';
import { judge } from './judged.ts';
import { mayBe, standsFor } from './kinds.ts';
import type { Constraints, Need } from './need.ts';
import { recommendations as recommendationsOf } from './recommendations.ts';

/** The change of a need that an answer stands for: fields of the constraints that it sets, and what it swaps. */
export interface NeedPatch {
  readonly constraints?: Constraints;
  /** Takes the place of this task; the weight and the words stay. */
  readonly task?: { readonly from: string; readonly to: string };
  /** Kinds of data at hand that go, and that come. */
  readonly have?: { readonly without: readonly string[]; readonly with: readonly string[] };
}

/** An answer, what it does to the need, and where it leads. */
export interface OpenAnswer {
  readonly label: string;
  readonly patch: NeedPatch;
  /** The entry that comes first with this answer; absent where nothing is left. */
  readonly first?: string;
}

/** Something the need leaves open that would change what comes first. */
export interface OpenQuestion {
  readonly id: string;
  /** What the decision takes for granted as long as nobody answers, as a sentence. */
  readonly assumed: string;
  readonly question: string;
  /** Answers that lead elsewhere than the present decision; at least one. */
  readonly answers: readonly OpenAnswer[];
}

/** More would be a form to fill in. */
const mostQuestions = 3;
const mostAnswers = 4;

/** The need with an answer taken. */
export function applyAnswer(need: Need, { constraints, task, have }: NeedPatch): Need {
  const known = task && need.tasks.some((asked) => asked.task === task.to);
  return {
    ...need,
    constraints: { ...need.constraints, ...constraints },
    tasks: task
      ? need.tasks.flatMap((asked) => (asked.task !== task.from ? [asked] : known ? [] : [{ ...asked, task: task.to }]))
      : need.tasks,
    have: have ? [...new Set([...need.have.filter((kind) => !have.without.includes(kind)), ...have.with])] : need.have,
  };
}

interface Draft extends Omit<OpenQuestion, 'answers'> {
  readonly answers: readonly Omit<OpenAnswer, 'first'>[];
}

/** One question for each constraint that the need leaves open, in words of its own. */
const constraintQuestions: readonly (Draft & {
  readonly constraint: keyof Constraints;
  /** A criterion that was weighed has said as much. */
  readonly unless?: string;
})[] = [
  {
    id: 'customer',
    constraint: 'customer',
    assumed: 'You are new to services that take no new customers.',
    question: 'Do you already use one of them?',
    answers: [{ label: 'We already use it', patch: { constraints: { customer: 'existing' } } }],
  },
  {
    id: 'mode',
    constraint: 'mode',
    unless: 'latency',
    assumed: 'Nothing was said of when results are needed.',
    question: 'At once, or in a batch?',
    answers: [
      { label: 'At once', patch: { constraints: { mode: 'live' } } },
      { label: 'In a batch', patch: { constraints: { mode: 'batch' } } },
    ],
  },
  {
    id: 'training-data',
    constraint: 'trainingData',
    assumed: 'You have, or can get, the examples that training needs.',
    question: 'Do you have examples of your own?',
    answers: [
      { label: 'None', patch: { constraints: { trainingData: 'none' } } },
      { label: 'Some, without labels', patch: { constraints: { trainingData: 'unlabelled' } } },
      { label: 'A few with labels', patch: { constraints: { trainingData: 'few-labels' } } },
    ],
  },
  {
    id: 'place',
    constraint: 'place',
    assumed: 'It may run in the cloud.',
    question: 'Must it run on a device of yours?',
    answers: [{ label: 'On the device', patch: { constraints: { place: 'edge' } } }],
  },
  {
    id: 'management',
    constraint: 'management',
    unless: 'operations',
    assumed: 'It does not matter who runs the machines.',
    question: 'May there be machines or a platform to look after?',
    answers: [
      { label: 'No machines of ours', patch: { constraints: { management: ['managed-service', 'managed-platform'] } } },
      { label: 'A finished service alone', patch: { constraints: { management: ['managed-service'] } } },
    ],
  },
];

/** The task that the plan puts first among those that were asked for. */
function foremostTask(engine: Engine, { need }: Decision): Task | undefined {
  const [heaviest] = [...need.tasks].sort(
    (left, right) => right.weight - left.weight || byCodeUnit(left.task, right.task),
  );
  return heaviest && engine.index.tasks.get(heaviest.task);
}

/** Data that so few tasks give that they are ways to one end; "a model" or "labels" come of too many to be one. */
const mostSiblings = 4;

/** A task that gives the same from other data, where it was not said which data there is: read live, or from a file? */
function siblingQuestion(engine: Engine, decision: Decision): Draft[] {
  const { need } = decision;
  const task = foremostTask(engine, decision);
  // Data that the task takes was spoken of: nothing is open.
  if (!task || task.accepts.length === 0) return [];
  if (need.have.some((kind) => mayBe(engine.lattice, kind, task.accepts))) return [];
  const { tasks } = engine.index.catalog;
  const telling = task.produces.filter(
    (kind) => tasks.filter(({ produces }) => produces.includes(kind)).length <= mostSiblings,
  );
  const siblings = tasks.filter(
    (other) =>
      other.id !== task.id &&
      other.group === task.group &&
      !need.tasks.some((asked) => asked.task === other.id) &&
      engine.offerings.has(other.id) &&
      other.produces.some((kind) => telling.includes(kind)) &&
      other.accepts.length > 0 &&
      !other.accepts.some((kind) => mayBe(engine.lattice, kind, task.accepts)),
  );
  if (siblings.length === 0) return [];
  const kindsOf = (each: Task): string =>
    each.accepts.map((kind) => engine.index.dataKinds.get(kind)?.name ?? kind).join(' or ');
  return [
    {
      id: 'data-at-hand',
      assumed: `You start from ${kindsOf(task)}.`,
      question: 'Or from something else?',
      answers: siblings.map((other) => ({
        label: capitalized(kindsOf(other)),
        patch: { task: { from: task.id, to: other.id }, have: { without: [], with: other.accepts.slice(0, 1) } },
      })),
    },
  ];
}

/** The kinds that the foremost task may start from, where none was spoken of. */
function dataQuestion(engine: Engine, decision: Decision): Draft[] {
  const task = foremostTask(engine, decision);
  if (!task || decision.need.have.length > 0 || task.accepts.length < 2) return [];
  const [first, ...others] = task.accepts.flatMap((kind) => engine.index.dataKinds.get(kind) ?? []);
  if (!first) return [];
  return [
    {
      id: 'data-at-hand',
      assumed: `You start from ${first.name}.`,
      question: 'What do you have?',
      answers: others
        .filter(({ id }) => !standsFor(engine.lattice, id, first.id))
        .map(({ id, name }) => ({ label: capitalized(name), patch: { have: { without: [], with: [id] } } })),
    },
  ];
}

/** What the answer is, as far as a user acts on it: the services to take, in their order. */
const outcome = ({ recommendations }: Pick<Decision, 'recommendations'>): string =>
  recommendations
    .filter(({ verdict }) => verdict === 'recommended')
    .map(({ id }) => id)
    .join(', ');

/** Tasks that the recommended services do. */
const served = ({ recommendations }: Pick<Decision, 'recommendations'>): ReadonlySet<string> =>
  new Set(recommendations.filter(({ verdict }) => verdict === 'recommended').flatMap(({ tasks }) => tasks));

/**
 * The questions that would settle what this decision's need leaves open, those first that would change its first
 * recommendation. Pure and deterministic; empty where nothing was asked for, or where no answer would change anything.
 */
export function openQuestions(catalog: Catalog, decision: Decision): OpenQuestion[] {
  const { need, recommendations } = decision;
  const [top] = recommendations;
  if (!top) return [];
  const engine = engineOf(catalog);
  const bySibling = siblingQuestion(engine, decision);
  const drafts: Draft[] = [
    ...(bySibling.length > 0 ? bySibling : dataQuestion(engine, decision)),
    ...constraintQuestions.filter(
      ({ constraint, unless }) =>
        need.constraints[constraint] === undefined && (unless === undefined || need.preferences[unless] === undefined),
    ),
  ];
  const present = outcome(decision);
  const servedNow = served(decision);
  const asked = drafts.flatMap(({ id, assumed, question, answers }) => {
    const seen = new Set([present]);
    const telling = answers.flatMap(({ label, patch }): OpenAnswer[] => {
      // The list alone: the rest of a decision costs more than it tells here.
      const answered = { recommendations: recommendationsOf(judge(engine, applyAnswer(need, patch))) };
      const first = answered.recommendations[0]?.id;
      // An answer that leaves a wish open, or that leads where an earlier one does, settles nothing.
      if (first === undefined || seen.has(outcome(answered))) return [];
      const serves = served(answered);
      if ([...servedNow].some((task) => !serves.has(task) && task !== patch.task?.from)) return [];
      seen.add(outcome(answered));
      return [{ label, patch, first }];
    });
    return telling.length > 0 ? [{ id, assumed, question, answers: telling.slice(0, mostAnswers) }] : [];
  });
  const changesFirst = ({ answers }: OpenQuestion): boolean => answers.some(({ first }) => first !== top.id);
  return asked
    .map((question, place) => ({ question, place, weight: changesFirst(question) ? 0 : 1 }))
    .sort((left, right) => left.weight - right.weight || left.place - right.place)
    .slice(0, mostQuestions)
    .map(({ question }) => question);
}
