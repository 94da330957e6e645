/** The edits that the panel makes to a need. Pure: each gives a new need and leaves the old one as it was. */
import type { Constraints, Need } from '../../core/decision/need.ts';

/** Asks for a task by hand, or stops asking for it. */
export function toggleTask(need: Need, task: string): Need {
  const asked = need.tasks.some((needed) => needed.task === task);
  return {
    ...need,
    tasks: asked
      ? need.tasks.filter((needed) => needed.task !== task)
      : [...need.tasks, { task, weight: 1, triggers: [] }],
  };
}

/** Takes what was guessed for what is meant. */
export const meanGuesses = (need: Need): Need => ({
  ...need,
  tasks: need.tasks.map(({ guess: _guess, ...task }) => task),
});

const without = (ids: readonly string[], id: string): string[] => ids.filter((other) => other !== id);

/** Data at hand (`have`) or wanted (`want`). */
export type DataSide = 'have' | 'want';

/** Says that a kind of data is at hand or wanted. */
export function addData(need: Need, side: DataSide, kind: string): Need {
  return need[side].includes(kind) ? need : { ...need, [side]: [...need[side], kind] };
}

/** Takes a kind of data back. */
export function removeData(need: Need, side: DataSide, kind: string): Need {
  return { ...need, [side]: without(need[side], kind) };
}

/** Sets one constraint; undefined opens it again. */
export function setConstraint<Name extends keyof Constraints>(
  need: Need,
  name: Name,
  value: Constraints[Name] | undefined,
): Need {
  const { [name]: _old, ...rest } = need.constraints;
  return { ...need, constraints: value === undefined ? rest : { ...rest, [name]: value } };
}

/** Says that an entry must not, or may again, be part of the answer. */
export function toggleExcluded(need: Need, entry: string): Need {
  const excluded = need.constraints.excluded ?? [];
  const next = excluded.includes(entry) ? without(excluded, entry) : [...excluded, entry];
  return setConstraint(need, 'excluded', next.length === 0 ? undefined : next);
}

/** Passes over an entry that the text names. */
export function removeNamed(need: Need, entry: string): Need {
  return { ...need, named: need.named.filter((named) => named.entry !== entry) };
}

/** Weighs a criterion, 0 to 1; undefined gives it the middle weight that it has unsaid. */
export function setPreference(need: Need, criterion: string, weight: number | undefined): Need {
  const { [criterion]: _old, ...rest } = need.preferences;
  return { ...need, preferences: weight === undefined ? rest : { ...rest, [criterion]: weight } };
}

/** Builds it another way: takes over what the way settles, and the data that it takes to be at hand. */
export function takeWay(need: Need, way: Need): Need {
  const { choices: _old, ...rest } = need;
  const have = need.have.length > 0 ? need.have : way.have;
  return { ...rest, have, ...(way.choices === undefined ? {} : { choices: way.choices }) };
}

/**
 * A need after an edit, without what was settled for tasks that are no longer asked: their choices go, and with them those of
 * the steps in between.
 */
export function forgetIdleChoices(before: Need, after: Need): Need {
  const { choices, ...rest } = after;
  if (choices === undefined) return after;
  const asked = new Set(after.tasks.map(({ task }) => task));
  const isGone =
    before.tasks.some(({ task }) => !asked.has(task)) || before.want.some((kind) => !after.want.includes(kind));
  if (!isGone) return after;
  const kept = Object.entries(choices).filter(([task]) => asked.has(task));
  return kept.length === 0 ? rest : { ...rest, choices: Object.fromEntries(kept) };
}
