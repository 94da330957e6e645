/** Checks that everything a catalogue names exists, that ids are unique, and that nothing goes round in circles. */
import type { CatalogIssue } from './catalog.ts';
import { checkCircles } from './circles.ts';
import { checkEntry, checkRatings } from './entryReferences.ts';
import type { Gathered, Placed } from './gather.ts';
import { checkAll, type KnownNames, knownNames, type Report } from './knownNames.ts';
import type { SectionItem } from './sections.ts';
import { checkUniqueNames } from './uniqueNames.ts';

type ItemCheck<Item> = (known: KnownNames, report: Report, item: Item) => void;

/** What a check complains of in the items of a list. */
const issuesIn = <Item>(known: KnownNames, list: readonly Placed<Item>[], check: ItemCheck<Item>): CatalogIssue[] =>
  list.flatMap(({ item, issueAt }) => {
    const issues: CatalogIssue[] = [];
    check(known, (field, message) => void issues.push(issueAt(field, message)), item);
    return issues;
  });

const checkDataKind: ItemCheck<SectionItem<'dataKinds'>> = ({ isDataKind }, report, { isA }) => {
  if (isA !== undefined) isDataKind(report, ['isA'], isA);
};

const checkTask: ItemCheck<SectionItem<'tasks'>> = ({ isTaskGroup, isDataKind }, report, task) => {
  isTaskGroup(report, ['group'], task.group);
  checkAll(isDataKind, report, ['accepts'], task.accepts);
  checkAll(isDataKind, report, ['produces'], task.produces);
  checkAll(isDataKind, report, ['joins'], task.joins ?? []);
  checkAll(isDataKind, report, ['also'], task.also ?? []);
  for (const kind of task.dialogue?.kinds ?? []) {
    if (!task.accepts.includes(kind)) report(['dialogue', 'kinds'], `The task does not accept "${kind}"`);
  }
};

const checkProfile: ItemCheck<SectionItem<'profiles'>> = (known, report, { ratings }) => {
  checkRatings(known, report, ratings);
  const unrated = [...known.criteria].filter((id) => !Object.hasOwn(ratings, id));
  if (unrated.length > 0) report(['ratings'], `A profile rates every criterion; missing: ${unrated.join(', ')}`);
};

const checkRelation: ItemCheck<SectionItem<'relations'>> = (known, report, { from, to, sources }) => {
  known.isEntry(report, ['from'], from);
  known.isOtherEntry(report, ['to'], to, from);
  checkAll(known.isSource, report, ['sources'], sources);
};

/** Every reference that leads nowhere, every id used twice, every circle. */
export const checkReferences = (gathered: Gathered): CatalogIssue[] => {
  const { lists } = gathered;
  const known = knownNames(gathered);
  return [
    ...checkUniqueNames(lists),
    ...checkCircles(lists.dataKinds, 'isA', (kind) => kind.isA),
    ...checkCircles(lists.entries, 'partOf', (entry) => entry.partOf),
    ...issuesIn(known, lists.dataKinds, checkDataKind),
    ...issuesIn(known, lists.tasks, checkTask),
    ...issuesIn(known, lists.profiles, checkProfile),
    ...issuesIn(known, lists.entries, checkEntry),
    ...issuesIn(known, lists.relations, checkRelation),
  ];
};
