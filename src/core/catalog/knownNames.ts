/** Checks of single names: whether what a catalogue names is in it. */
import { didYouMean } from '../base/nearest.ts';
import type { Gathered, Placed } from './gather.ts';
import type { FieldPath } from './yamlDocument.ts';

/** Complains at a field of the item that is looked at. */
export type Report = (field: FieldPath, message: string) => void;

/** Complains if a name is not one of those that are known. */
export type Check = (report: Report, field: FieldPath, name: string) => void;

/** A check of names against those that are known. `alsoFine`: names of what is there but malformed, which has had its complaint. */
export const checkAgainst =
  (noun: string, known: ReadonlySet<string>, alsoFine: ReadonlySet<string> = new Set()): Check =>
  (report, field, name) => {
    if (!known.has(name) && !alsoFine.has(name)) report(field, `No ${noun} "${name}"${didYouMean(name, known)}`);
  };

/** Checks each name of a list. */
export const checkAll = (check: Check, report: Report, field: FieldPath, names: readonly string[]): void =>
  names.forEach((name, index) => {
    check(report, [...field, index], name);
  });

/** What a catalogue holds, as checks of names. */
export interface KnownNames {
  readonly isSource: Check;
  readonly isGroup: Check;
  readonly isTaskGroup: Check;
  readonly isTask: Check;
  readonly isDataKind: Check;
  readonly isCriterion: Check;
  readonly isProfile: Check;
  readonly isEntry: Check;
  /** An entry whose kind is a framework. */
  readonly isFramework: Check;
  /** An entry that is not the one that names it. */
  isOtherEntry(report: Report, field: FieldPath, name: string, self: string): void;
  readonly criteria: ReadonlySet<string>;
}

const idsOf = (list: readonly Placed<{ readonly id: string }>[]): ReadonlySet<string> =>
  new Set(list.map(({ item }) => item.id));

/** The names that a gathered catalogue knows. */
export function knownNames({ lists, broken }: Gathered): KnownNames {
  const criteria = idsOf(lists.criteria);
  const groups = new Set(lists.layers.flatMap(({ item }) => item.groups.map(({ id }) => id)));
  const frameworks = idsOf(lists.entries.filter(({ item }) => item.kind === 'framework'));
  const isEntry = checkAgainst('entry', idsOf(lists.entries), broken.get('entries'));
  return {
    isSource: checkAgainst('source', idsOf(lists.sources), broken.get('sources')),
    isGroup: checkAgainst('group of a layer', groups, broken.get('layers')),
    isTaskGroup: checkAgainst('task group', idsOf(lists.taskGroups), broken.get('taskGroups')),
    isTask: checkAgainst('task', idsOf(lists.tasks), broken.get('tasks')),
    isDataKind: checkAgainst('data kind', idsOf(lists.dataKinds), broken.get('dataKinds')),
    isCriterion: checkAgainst('criterion', criteria, broken.get('criteria')),
    isProfile: checkAgainst('profile', idsOf(lists.profiles), broken.get('profiles')),
    isEntry,
    isFramework: checkAgainst('entry of kind "framework"', frameworks, broken.get('entries')),
    isOtherEntry: (report, field, name, self) => {
      if (name === self) report(field, 'Names the entry itself');
      else isEntry(report, field, name);
    },
    criteria,
  };
}
