/**
 * From a question as it is written to the answers that it offers now. A question either tells tasks apart (each answer keeps
 * some of those that are left) or settles something for all of them (each answer sets a constraint or a preference).
 */
import { byCodeUnit } from '../base/order.ts';
import { capitalized } from '../base/words.ts';
import type { Engine } from '../decision/engine.ts';
import { mayBe } from '../decision/kinds.ts';
import type { Constraints, Need } from '../decision/need.ts';
import type { GuideQuestion, WrittenAnswer } from './questions.ts';
import type { GuidePatch } from './state.ts';

/** An answer that can be given, and what it narrows. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly patch: GuidePatch;
  /** How many of all who are asked would say so, 0 to 1; only where the question settles something for all. */
  readonly share?: number;
}

/** A question with the answers that it offers now. */
export interface OpenQuestion {
  readonly written: GuideQuestion;
  readonly tells: 'tasks' | 'settings';
  readonly options: readonly Option[];
  /** Tasks are listed in pages: only asked when nothing else tells anything. */
  readonly paged: boolean;
}

/** What a question is put about: the tasks left with their likelihoods, and the need so far. */
export interface Situation {
  readonly engine: Engine;
  readonly need: Need;
  readonly tasks: readonly string[];
  readonly likelihood: ReadonlyMap<string, number>;
}

/** Number keys reach this many. */
const mostOptions = 9;

/** The id of the answer that none of the others fits. */
export const somethingElse = 'something-else';

/** How many in ten answer a question whose answers come out of the catalogue and settle something. */
const sharePerTen = 6;

/** The options that keep something, and one for what none of them keeps. */
function withRest(situation: Situation, options: readonly Option[], label: string): Option[] {
  const telling = options.filter(({ patch }) => (patch.tasks?.length ?? 0) > 0);
  const covered = new Set(telling.flatMap(({ patch }) => patch.tasks ?? []));
  const rest = situation.tasks.filter((task) => !covered.has(task));
  return rest.length === 0 ? telling : [...telling, { id: somethingElse, label, patch: { tasks: rest } }];
}

/** Answers that name groups or tasks. Groups that a question about groups does not name get an answer each. */
function writtenTaskOptions(situation: Situation, answers: readonly WrittenAnswer[]): Option[] | undefined {
  const { engine, tasks } = situation;
  const { catalog, tasks: known } = engine.index;
  const groupOf = (task: string): string | undefined => known.get(task)?.group;
  const byGroup = answers.every(({ groups }) => groups !== undefined);
  const named = new Set(answers.flatMap(({ groups }) => groups ?? []));
  const scope = byGroup
    ? undefined
    : new Set([...named, ...answers.flatMap((answer) => (answer.tasks ?? []).map(groupOf))]);
  // Asked only of an area that it was written for.
  if (scope && !tasks.every((task) => scope.has(groupOf(task)))) return undefined;
  const others = byGroup ? catalog.taskGroups.filter(({ id }) => !named.has(id)) : [];
  const options = answers.map((answer): Option => {
    const groups = new Set(answer.groups);
    const own = new Set(answer.tasks);
    const kept = tasks.filter((task) => own.has(task) || groups.has(groupOf(task) ?? ''));
    return {
      id: answer.id,
      label: answer.label,
      ...(answer.help === undefined ? {} : { help: answer.help }),
      patch: { tasks: kept, ...(answer.constraints ? { constraints: answer.constraints } : {}) },
    };
  });
  const ofOthers = others.map(
    ({ id, name }): Option => ({
      id,
      label: name,
      patch: { tasks: tasks.filter((task) => groupOf(task) === id) },
    }),
  );
  return withRest(situation, [...options, ...ofOthers], 'Something else');
}

const writtenSettings = (answers: readonly WrittenAnswer[]): Option[] =>
  answers.map(({ id, label, help, constraints, share }) => ({
    id,
    label,
    ...(help === undefined ? {} : { help }),
    patch: { constraints: constraints ?? {} },
    share: (share ?? 1) / 10,
  }));

/** Kinds of data that the tasks left take, or give: the general ones where there are too many. */
function dataOptions(situation: Situation, side: 'have' | 'want'): Option[] {
  const { engine, tasks, likelihood } = situation;
  const kindsOf = (id: string): readonly string[] => {
    const task = engine.index.tasks.get(id);
    return (side === 'have' ? task?.accepts : task?.produces) ?? [];
  };
  const weigh = (nameOf: (kind: string) => string): Map<string, number> => {
    const weights = new Map<string, number>();
    for (const task of tasks)
      for (const kind of new Set(kindsOf(task).map(nameOf)))
        weights.set(kind, (weights.get(kind) ?? 0) + (likelihood.get(task) ?? 0));
    return weights;
  };
  const exact = weigh((kind) => kind);
  const general = (kind: string): string => [...(engine.lattice.get(kind) ?? [kind])].at(-1) ?? kind;
  const weights = exact.size <= mostOptions ? exact : weigh(general);
  const listed = [...weights]
    .sort(([one, weight], [other, otherWeight]) => otherWeight - weight || byCodeUnit(one, other))
    .slice(0, weights.size <= mostOptions ? mostOptions : mostOptions - 1)
    .map(([kind]) => kind);
  const inVocabulary = engine.index.catalog.dataKinds.filter(({ id }) => listed.includes(id));
  const options = inVocabulary.map(
    ({ id, name, description }): Option => ({
      id,
      label: capitalized(name),
      help: description,
      patch: {
        ...(side === 'have' ? { have: id } : { want: id }),
        tasks: tasks.filter((task) => mayBe(engine.lattice, id, kindsOf(task))),
      },
    }),
  );
  return withRest(situation, options, side === 'have' ? 'None of these' : 'Something else');
}

function taskOptions(situation: Situation): Option[] {
  const { engine, tasks, likelihood } = situation;
  const paged = tasks.length > mostOptions;
  const likely = [...tasks].sort((one, other) => (likelihood.get(other) ?? 0) - (likelihood.get(one) ?? 0));
  const listed = new Set(paged ? likely.slice(0, mostOptions - 1) : tasks);
  const options = tasks
    .filter((id) => listed.has(id))
    .flatMap((id) => engine.index.tasks.get(id) ?? [])
    .map(({ id, name, description }): Option => ({ id, label: name, help: description, patch: { tasks: [id] } }));
  return withRest(situation, options, 'None of these');
}

/** Frameworks that what may do the tasks left is tied to. */
function frameworkOptions({ engine, tasks }: Situation): Option[] {
  const tied = new Set(
    tasks.flatMap((task) => (engine.offerings.get(task) ?? []).flatMap(({ offer }) => offer.frameworks ?? [])),
  );
  const frameworks = engine.index.catalog.entries.filter(({ id }) => tied.has(id)).slice(0, mostOptions);
  return frameworks.map(({ id, name }) => ({
    id,
    label: name,
    patch: { constraints: { framework: id } },
    share: sharePerTen / 10 / frameworks.length,
  }));
}

function criterionOptions({ engine }: Situation): Option[] {
  const criteria = engine.index.catalog.criteria.slice(0, mostOptions);
  return criteria.map(({ id, name, high }) => ({
    id,
    label: name,
    help: high,
    patch: { preferences: { [id]: 1 } },
    share: sharePerTen / 10 / criteria.length,
  }));
}

/** Whether the need says already what the question would settle. */
function isSaid(need: Need, { from, answers }: GuideQuestion): boolean {
  if (from === 'have') return need.have.length > 0;
  if (from === 'want') return need.want.length > 0;
  if (from === 'criteria') return Object.keys(need.preferences).length > 0;
  if (from === 'frameworks') return need.constraints.framework !== undefined;
  const names = (answers ?? []).flatMap(({ constraints }) => Object.keys(constraints ?? {})) as (keyof Constraints)[];
  return names.some((name) => need.constraints[name] !== undefined);
}

/** What a question offers in a situation; `undefined`: it has no place there. */
export function openQuestion(situation: Situation, written: GuideQuestion, settled: boolean): OpenQuestion | undefined {
  if (isSaid(situation.need, written)) return undefined;
  const { from, answers } = written;
  const aboutTasks =
    from === 'tasks' || answers?.some(({ groups, tasks }) => groups !== undefined || tasks !== undefined);
  // What is to be done is known: only the rest is open.
  if (settled && (aboutTasks || from === 'want')) return undefined;
  if (from === 'frameworks' || from === 'criteria' || (answers && !aboutTasks)) {
    const options =
      from === 'frameworks'
        ? frameworkOptions(situation)
        : from === 'criteria'
          ? criterionOptions(situation)
          : writtenSettings(answers ?? []);
    return options.length === 0 ? undefined : { written, tells: 'settings', options, paged: false };
  }
  const options =
    from === 'have' || from === 'want'
      ? dataOptions(situation, from)
      : from === 'tasks'
        ? taskOptions(situation)
        : writtenTaskOptions(situation, answers ?? []);
  if (options === undefined || options.length < 2) return undefined;
  return {
    written,
    tells: 'tasks',
    options,
    paged: from === 'tasks' && options.some(({ id }) => id === somethingElse),
  };
}
