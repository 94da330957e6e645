/** Where a conversation stands, as plain data: what it began with, and what was answered since. */
import { z } from 'zod';
import type { CatalogIndex } from '../catalog/lookup.ts';
import { type Constraints, constraintsSchema, type Need, needSchema } from '../decision/need.ts';

/** What an answer means for the need. */
const guidePatchSchema = z.strictObject({
  /** Tasks that are left with it; absent: it says nothing of tasks. */
  tasks: z.array(z.string()).readonly().optional(),
  /** A kind of data at hand, or wanted. */
  have: z.string().optional(),
  want: z.string().optional(),
  constraints: constraintsSchema.optional(),
  preferences: needSchema.shape.preferences.unwrap().optional(),
});

/** A question that was put, and what was said. */
const answeredQuestionSchema = z.strictObject({
  question: z.string(),
  text: z.string(),
  /** Absent: "I don't know". */
  answer: z.string().optional(),
  label: z.string(),
  patch: guidePatchSchema,
});

/** Where a conversation stands. */
export const guideStateSchema = z.strictObject({
  /** The need as it was before the first question. */
  start: needSchema,
  answered: z.array(answeredQuestionSchema).readonly(),
  /** A question that was taken back, to be put again before any other. */
  asking: z.string().optional(),
  /** The answer that was taken back, and those after it: they wait until it is given anew. */
  later: z.array(answeredQuestionSchema).readonly().optional(),
});

/** What an answer means for the need. */
export type GuidePatch = z.infer<typeof guidePatchSchema>;
/** A question that was put, and what was said. */
export type AnsweredQuestion = z.infer<typeof answeredQuestionSchema>;
/** Where a conversation stands. */
export type GuideState = z.infer<typeof guideStateSchema>;

/** A task that weighs less was read between the lines: the guide asks, and takes it for no more than a hint. */
const hintWeight = 0.35;

/** What each task weighs while several are left: asked for, but not for sure. */
const openWeight = 0.5;

/** Whether the start says for sure what is to be done, so that only the rest is asked. */
export const isSettled = ({ start }: GuideState): boolean => start.tasks.some(({ weight }) => weight >= hintWeight);

const merged = <Item>(list: readonly Item[], item: Item | undefined): Item[] =>
  item === undefined || list.includes(item) ? [...list] : [...list, item];

/** The need with one answer taken, its tasks aside. */
export const withAnswer = (need: Need, { have, want, constraints, preferences }: GuidePatch): Need => ({
  ...need,
  have: merged(need.have, have),
  want: merged(need.want, want),
  constraints: { ...need.constraints, ...constraints },
  preferences: { ...need.preferences, ...preferences },
});

/** The need as the answers leave it; `left` are the tasks that they leave, in the order of the vocabulary. */
export function needWith(state: GuideState, left: readonly string[]): Need {
  const need = state.answered.reduce((sum, { patch }) => withAnswer(sum, patch), state.start);
  const narrowed = state.answered.some(({ patch }) => patch.tasks !== undefined);
  if (isSettled(state) || !narrowed) return need;
  const weight = left.length === 1 ? 1 : openWeight;
  return { ...need, tasks: left.map((task) => ({ task, weight, triggers: [] })) };
}

const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Whether a need still says what an answer said, its tasks aside. */
function holds(need: Need, { have, want, constraints, preferences }: GuidePatch): boolean {
  const fields = Object.entries(constraints ?? {}) as [keyof Constraints, unknown][];
  return (
    (have === undefined || need.have.includes(have)) &&
    (want === undefined || need.want.includes(want)) &&
    fields.every(([name, value]) => sameValue(need.constraints[name], value)) &&
    Object.entries(preferences ?? {}).every(([criterion, weight]) => need.preferences[criterion] === weight)
  );
}

/** The need without what an answer put in, its tasks aside. */
function without(need: Need, { have, want, constraints, preferences }: GuidePatch): Need {
  const keys = <Fields extends object>(fields: Fields, gone: object | undefined): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in (gone ?? {})))) as Fields;
  return {
    ...need,
    have: need.have.filter((kind) => kind !== have),
    want: need.want.filter((kind) => kind !== want),
    constraints: keys(need.constraints, constraints),
    preferences: keys(need.preferences, preferences),
  };
}

/**
 * The conversation about a need that was edited elsewhere since (`before`: what the conversation gave). Answers that the need
 * still holds stay; tasks picked by hand settle what is to be done.
 */
export function followNeed(state: GuideState, before: Need, need: Need): GuideState {
  if (before === need || sameValue(before, need)) return state;
  const ids = (each: Need): string[] => each.tasks.map(({ task }) => task).sort();
  const sameTasks = sameValue(ids(before), ids(need));
  const answered = state.answered.filter(({ patch }) => holds(need, patch) && (sameTasks || patch.tasks === undefined));
  const bare = answered.reduce((sum, { patch }) => without(sum, patch), need);
  const { asking: _asking, later: _later, ...rest } = state;
  return { ...rest, start: sameTasks ? { ...bare, tasks: state.start.tasks } : bare, answered };
}

/** The conversation as it was before the last answer; where an answer is being changed, as it was before that. */
export const back = ({ start, answered, later }: GuideState): GuideState => ({
  start,
  answered: later ? [...answered, ...later] : answered.slice(0, -1),
});

/** Asks the question of one answer again, as it was asked then. The later answers wait, and stay where they still fit. */
export const reopen = (state: GuideState, place: number): GuideState => {
  const { start, answered } = state.later ? back(state) : state;
  const taken = answered[place];
  if (!taken) return { start, answered };
  return { start, answered: answered.slice(0, place), asking: taken.question, later: answered.slice(place) };
};

/** The conversation with one more answer. Later ones that waited for it stay, unless they leave nothing to be done. */
export function withAnswered({ start, answered, later = [] }: GuideState, next: AnsweredQuestion): GuideState {
  const kept = [...answered, next];
  for (const waiting of later.slice(1)) {
    const common = [...kept, waiting].flatMap(({ patch }) => (patch.tasks ? [patch.tasks] : []));
    const [first = [], ...others] = common;
    const possible = common.length === 0 || first.some((task) => others.every((tasks) => tasks.includes(task)));
    if (possible && waiting.question !== next.question) kept.push(waiting);
  }
  return { start, answered: kept };
}

/** Tasks of a list, in the order of the vocabulary. */
export const inOrder = (index: CatalogIndex, tasks: ReadonlySet<string>): string[] =>
  index.catalog.tasks.flatMap(({ id }) => (tasks.has(id) ? [id] : []));
