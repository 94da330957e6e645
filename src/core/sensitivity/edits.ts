/**
 * Edits of a need, one thing each, with what they cost: the search for the smallest change of a need walks these.
 *
 * The cost says how much of what the user said is altered, in units of one plain statement:
 * moving a weight costs the distance that it moves (at most 1); opening or widening a constraint, or stating one that was
 * left open, costs 1, but 2 where it only keeps to the cheat sheet, which says nothing of the need; turning a stated constraint to another value 1.5; a kind of data more or less 1.2; a task more or
 * less 2; naming the service itself 3, because that is no reason but a wish. Two edits cost the sum.
 */

import type { CatalogIndex } from '../catalog/lookup.ts';
import { managementNames } from '../decision/constraints.ts';
import { type Constraints, constraintsSchema, type Need } from '../decision/need.ts';

/** One small change of a need. */
export type Edit =
  | { readonly kind: 'weigh'; readonly criterion: string; readonly from: number; readonly to: number }
  | { readonly kind: 'open'; readonly constraint: keyof Constraints }
  | {
      readonly kind: 'set';
      readonly constraint: keyof Constraints;
      readonly value: string | boolean | readonly string[];
    }
  | { readonly kind: 'allow'; readonly entry: string }
  | { readonly kind: 'unsettle'; readonly task: string }
  | { readonly kind: 'add-task' | 'remove-task'; readonly task: string }
  | { readonly kind: 'add-data' | 'remove-data'; readonly side: 'have' | 'want'; readonly data: string }
  | { readonly kind: 'name' | 'unname'; readonly entry: string };

/** An edit, what it costs, and a key that puts edits of one cost in a fixed order. */
export interface Priced {
  readonly edit: Edit;
  readonly cost: number;
  readonly key: string;
}

/**
 * What each sort of change counts for, so that the smallest is found first: a constraint is given up sooner than
 * another task is asked for.
 */
export const costs = { state: 1, open: 1, narrow: 2, turn: 1.5, data: 1.2, task: 2, unname: 1.5, name: 3 } as const;

/** An edit with its cost. */
export const priced = (edit: Edit, cost: number): Priced => ({ edit, cost, key: JSON.stringify(edit) });

const without = (ids: readonly string[], id: string): string[] => ids.filter((other) => other !== id);

function withConstraints(need: Need, constraints: Constraints): Need {
  return { ...need, constraints: constraintsSchema.parse(constraints) };
}

/** The need with the edit made. What was read of the sentence stays, so that the edit can be told and undone. */
export function applyEdit(need: Need, edit: Edit): Need {
  switch (edit.kind) {
    case 'weigh':
      return { ...need, preferences: { ...need.preferences, [edit.criterion]: edit.to } };
    case 'open': {
      const { [edit.constraint]: _old, ...rest } = need.constraints;
      return { ...need, constraints: rest };
    }
    case 'set':
      return withConstraints(need, { ...need.constraints, [edit.constraint]: edit.value });
    case 'allow': {
      const excluded = without(need.constraints.excluded ?? [], edit.entry);
      const { excluded: _old, ...rest } = need.constraints;
      return { ...need, constraints: excluded.length === 0 ? rest : { ...rest, excluded } };
    }
    case 'unsettle': {
      const { [edit.task]: _old, ...choices } = need.choices ?? {};
      return { ...need, choices };
    }
    case 'add-task':
      return {
        ...need,
        tasks: [...need.tasks.filter(({ task }) => task !== edit.task), { task: edit.task, weight: 1, triggers: [] }],
      };
    case 'remove-task':
      return { ...need, tasks: need.tasks.filter(({ task }) => task !== edit.task) };
    case 'add-data':
      return { ...need, [edit.side]: [...without(need[edit.side], edit.data), edit.data] };
    case 'remove-data':
      return { ...need, [edit.side]: without(need[edit.side], edit.data) };
    case 'name':
      return {
        ...need,
        named: [
          ...need.named.filter(({ entry }) => entry !== edit.entry),
          { entry: edit.entry, stance: 'use', triggers: [] },
        ],
      };
    case 'unname':
      return { ...need, named: need.named.filter(({ entry }) => entry !== edit.entry) };
  }
}

/** Whether two edits touch the same thing, so that both at once make no sense. */
export function clash(one: Edit, other: Edit): boolean {
  const subject = (edit: Edit): string => {
    switch (edit.kind) {
      case 'weigh':
        return `weigh ${edit.criterion}`;
      case 'open':
      case 'set':
        return `constraint ${edit.constraint}`;
      case 'allow':
        return 'constraint excluded';
      case 'unsettle':
        return `settled ${edit.task}`;
      case 'add-task':
      case 'remove-task':
        return `task ${edit.task}`;
      case 'add-data':
      case 'remove-data':
        return `data ${edit.side} ${edit.data}`;
      case 'name':
      case 'unname':
        return `named ${edit.entry}`;
    }
  };
  return subject(one) === subject(other);
}

const openWords: Readonly<Record<keyof Constraints, string>> = {
  mode: 'leave open how results come back',
  place: 'leave open where it runs',
  management: 'leave open who runs it',
  framework: 'leave the framework open',
  customer: 'leave open whether you are a customer already',
  trainingData: 'leave open what training data there is',
  sheetOnly: 'ask the whole catalogue, not the cheat sheet alone',
  excluded: 'allow what you excluded',
};

const valueWords: Readonly<Record<string, string>> = {
  'mode live': 'ask for live results',
  'mode batch': 'ask for results in batches',
  'mode interactive': 'ask for a tool that people work in',
  'place cloud': 'let it run in the cloud',
  'place edge': 'have it run on the device',
  'customer existing': 'say that you are a customer already',
  'customer new': 'say that you are a new customer',
  'trainingData none': 'say that there is no data of your own',
  'trainingData unlabelled': 'bring unlabelled data',
  'trainingData few-labels': 'bring a few labelled examples',
  'trainingData labels': 'bring labelled data',
  'trainingData history': 'bring a history of past records',
  'sheetOnly true': 'keep to the cheat sheet',
};

const managementWords: Readonly<Record<string, string>> = managementNames;

/** The edit as what to do, in small letters: "weigh Control at 0.83 (now 0.5)". */
export function editWords(index: CatalogIndex, edit: Edit): string {
  const entry = (id: string): string => index.entries.get(id)?.name ?? id;
  const task = (id: string): string => `“${index.tasks.get(id)?.name ?? id}”`;
  const data = (id: string): string => index.dataKinds.get(id)?.name ?? id;
  switch (edit.kind) {
    case 'weigh':
      return `weigh ${index.criteria.get(edit.criterion)?.name ?? edit.criterion} at ${Number(edit.to.toFixed(4))}, not ${Number(edit.from.toFixed(4))}`;
    case 'open':
      return openWords[edit.constraint];
    case 'set': {
      const { constraint, value } = edit;
      if (constraint === 'framework') return `use ${entry(String(value))}`;
      if (constraint === 'management' && Array.isArray(value))
        return `accept ${value.length === 1 ? 'only ' : ''}${value.map((level) => managementWords[String(level)] ?? level).join(' or ')}`;
      return valueWords[`${constraint} ${String(value)}`] ?? `set ${constraint} to ${String(value)}`;
    }
    case 'allow':
      return `allow ${entry(edit.entry)}`;
    case 'unsettle':
      return `take back your choice for ${task(edit.task)}`;
    case 'add-task':
      return `ask for ${task(edit.task)} too`;
    case 'remove-task':
      return `ask no longer for ${task(edit.task)}`;
    case 'add-data':
      return edit.side === 'have' ? `have ${data(edit.data)} at hand` : `want ${data(edit.data)}`;
    case 'remove-data':
      return edit.side === 'have' ? `start from other data than ${data(edit.data)}` : `want no ${data(edit.data)}`;
    case 'name':
      return `say that you want ${entry(edit.entry)}`;
    case 'unname':
      return `name ${entry(edit.entry)} no longer`;
  }
}
