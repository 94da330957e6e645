/** An old need in the words of a newer catalogue: new ids for old ones, and without what nobody knows any more. */
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { Constraints, Need } from '../decision/need.ts';
import type { DecisionFile } from './decisionFile.ts';

/** Something of the old need that the catalogue does not know. */
export interface UnknownPart {
  readonly kind: 'task' | 'data kind' | 'criterion' | 'entry';
  readonly id: string;
  readonly name: string;
}

/** An entry that has another id now. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** An old need in the ids of this catalogue, and what of it could not be brought over. */
export interface NeedOfToday {
  readonly need: Need;
  readonly unknown: readonly UnknownPart[];
  readonly renamed: readonly Renamed[];
}

/** Translates the need of an old decision. */
export function needOfToday({ need, needs, ...old }: DecisionFile, index: CatalogIndex): NeedOfToday {
  const unknown = new Map<string, UnknownPart>();
  const renamed = new Map<string, Renamed>();
  const names = new Map<string, string>([
    ...needs.map(({ task, name }) => [task, name] as const),
    ...[...old.recommendations, ...old.excluded].map(({ id, name }) => [id, name] as const),
  ]);
  const miss = (kind: UnknownPart['kind'], id: string): void => {
    unknown.set(`${kind} ${id}`, { kind, id, name: names.get(id) ?? id });
  };
  const known =
    (kind: UnknownPart['kind'], all: ReadonlyMap<string, unknown>) =>
    (id: string): boolean => {
      if (!all.has(id)) miss(kind, id);
      return all.has(id);
    };
  /** The entry's id now; `undefined` where it is gone. */
  const entryNow = (id: string): string | undefined => {
    const entry = index.entries.get(id);
    if (!entry) miss('entry', id);
    else if (entry.id !== id) renamed.set(id, { from: id, to: entry.id, name: entry.name });
    return entry?.id;
  };
  const isTask = known('task', index.tasks);
  const isKind = known('data kind', index.dataKinds);
  const isCriterion = known('criterion', index.criteria);
  const { choices, ...stated } = need;
  const choicesNow =
    choices &&
    Object.entries(choices).flatMap(([task, entry]) => {
      const id = isTask(task) ? entryNow(entry) : undefined;
      return id === undefined ? [] : [[task, id] as const];
    });
  return {
    need: {
      ...stated,
      tasks: need.tasks.filter(({ task }) => isTask(task)),
      have: need.have.filter(isKind),
      want: need.want.filter(isKind),
      constraints: constraintsNow(need.constraints, entryNow),
      preferences: Object.fromEntries(Object.entries(need.preferences).filter(([id]) => isCriterion(id))),
      named: need.named.flatMap((named) => {
        const entry = entryNow(named.entry);
        return entry === undefined ? [] : [{ ...named, entry }];
      }),
      ...(choicesNow === undefined ? {} : { choices: Object.fromEntries(choicesNow) }),
    },
    unknown: [...unknown.values()],
    renamed: [...renamed.values()],
  };
}

function constraintsNow(constraints: Constraints, entryNow: (id: string) => string | undefined): Constraints {
  const { framework, excluded, ...rest } = constraints;
  const frameworkNow = framework === undefined ? undefined : entryNow(framework);
  const excludedNow = excluded?.flatMap((id) => entryNow(id) ?? []);
  return {
    ...rest,
    ...(frameworkNow === undefined ? {} : { framework: frameworkNow }),
    ...(excludedNow === undefined ? {} : { excluded: excludedNow }),
  };
}
