/** Checks that everything a catalogue names exists, that ids are unique, and that nothing goes round in circles. */
import { didYouMean } from '../base/nearest.ts';
import type { CatalogIssue } from './catalog.ts';
import type { Entry } from './entry.ts';
import { type Gathered, type Placed, placeOf } from './gather.ts';
import type { FieldPath } from './yamlDocument.ts';

type Report = (field: FieldPath, message: string) => void;
/** Complains if a name is not one of those that are known. */
type Check = (report: Report, field: FieldPath, name: string) => void;

const checkAgainst = (noun: string, known: ReadonlySet<string>, alsoFine: ReadonlySet<string> = new Set()): Check => {
  return (report, field, name) => {
    if (!known.has(name) && !alsoFine.has(name)) report(field, `No ${noun} "${name}"${didYouMean(name, known)}`);
  };
};

const checkAll = (check: Check, report: Report, field: FieldPath, names: readonly string[]): void =>
  names.forEach((name, index) => {
    check(report, [...field, index], name);
  });

/** Reports each name that was used before in the same space. */
const checkUnique = (
  noun: string,
  uses: readonly { readonly name: string; readonly at: (message: string) => CatalogIssue }[],
): CatalogIssue[] => {
  const first = new Map<string, (message: string) => CatalogIssue>();
  return uses.flatMap(({ name, at }) => {
    const before = first.get(name);
    if (!before) {
      first.set(name, at);
      return [];
    }
    return [at(`The ${noun} "${name}" is already used at ${placeOf(before(''))}`)];
  });
};

const idUses = (list: readonly Placed<{ readonly id: string }>[]) =>
  list.map(({ item, issueAt }) => ({ name: item.id, at: (message: string) => issueAt(['id'], message) }));

/** Follows `parent` from each item; reports the items that lie on a circle. */
const checkCircles = <Item extends { readonly id: string }>(
  list: readonly Placed<Item>[],
  field: string,
  parent: (item: Item) => string | undefined,
): CatalogIssue[] => {
  const parents = new Map(list.map(({ item }) => [item.id, parent(item)]));
  return list.flatMap(({ item, issueAt }) => {
    const way = [item.id];
    let next = parents.get(item.id);
    while (next !== undefined && !way.includes(next)) {
      way.push(next);
      next = parents.get(next);
    }
    return next === item.id ? [issueAt([field], `Goes round in a circle: ${[...way, next].join(' -> ')}`)] : [];
  });
};

/** Every reference that leads nowhere, every id used twice, every circle. */
export const checkReferences = ({ lists, broken }: Gathered): CatalogIssue[] => {
  const issues: CatalogIssue[] = [];
  const reporter =
    ({ issueAt }: Placed<unknown>): Report =>
    (field, message) => {
      issues.push(issueAt(field, message));
    };

  const idsOf = (list: readonly Placed<{ readonly id: string }>[]) => new Set(list.map(({ item }) => item.id));
  const groupIds = new Set(lists.layers.flatMap(({ item }) => item.groups.map(({ id }) => id)));
  const criterionIds = idsOf(lists.criteria);
  const isSource = checkAgainst('source', idsOf(lists.sources), broken.get('sources'));
  const isGroup = checkAgainst('group of a layer', groupIds, broken.get('layers'));
  const isTaskGroup = checkAgainst('task group', idsOf(lists.taskGroups), broken.get('taskGroups'));
  const isTask = checkAgainst('task', idsOf(lists.tasks), broken.get('tasks'));
  const isDataKind = checkAgainst('data kind', idsOf(lists.dataKinds), broken.get('dataKinds'));
  const isCriterion = checkAgainst('criterion', criterionIds, broken.get('criteria'));
  const isProfile = checkAgainst('profile', idsOf(lists.profiles), broken.get('profiles'));
  const isEntry = checkAgainst('entry', idsOf(lists.entries), broken.get('entries'));
  const frameworks = new Set(lists.entries.filter(({ item }) => item.kind === 'framework').map(({ item }) => item.id));
  const isFramework = checkAgainst('entry of kind "framework"', frameworks, broken.get('entries'));

  const isOtherEntry = (report: Report, field: FieldPath, name: string, self: string): void => {
    if (name === self) report(field, 'Names the entry itself');
    else isEntry(report, field, name);
  };

  const checkRatings = (report: Report, ratings: Entry['ratings']): void => {
    for (const [criterion, rating] of Object.entries(ratings)) {
      isCriterion(report, ['ratings', criterion], criterion);
      checkAll(isSource, report, ['ratings', criterion, 'sources'], rating.sources);
    }
  };

  const checkOffers = (report: Report, entry: Entry): void => {
    const isOwnFact = checkAgainst('fact of this entry', new Set(entry.facts.map(({ id }) => id)));
    entry.offers.forEach((offer, index) => {
      const at = (...field: PropertyKey[]): FieldPath => ['offers', index, ...field];
      isTask(report, at('task'), offer.task);
      checkAll(isDataKind, report, at('accepts'), offer.accepts ?? []);
      checkAll(isDataKind, report, at('produces'), offer.produces ?? []);
      checkAll(isFramework, report, at('frameworks'), offer.frameworks ?? []);
      checkAll(isOwnFact, report, at('facts'), offer.facts);
      const instead = offer.avoidWhen?.instead;
      if (instead !== undefined) isOtherEntry(report, at('avoidWhen', 'instead'), instead, entry.id);
    });
  };

  const checkEntry = (placed: Placed<Entry>): void => {
    const report = reporter(placed);
    const entry = placed.item;
    isGroup(report, ['group'], entry.group);
    if (entry.partOf !== undefined) isEntry(report, ['partOf'], entry.partOf);
    if (entry.onSheet && entry.sheet === undefined) {
      report(['sheet'], 'Is missing; an entry with "onSheet: true" says in "sheet" what the cheat sheet says of it');
    }
    entry.lifecycle.successors.forEach((id, index) => {
      isOtherEntry(report, ['lifecycle', 'successors', index], id, entry.id);
    });
    checkAll(isSource, report, ['lifecycle', 'sources'], entry.lifecycle.sources);
    issues.push(
      ...checkUnique(
        'fact',
        entry.facts.map(({ id }, index) => ({
          name: id,
          at: (message) => placed.issueAt(['facts', index, 'id'], message),
        })),
      ),
    );
    entry.facts.forEach((fact, index) => {
      checkAll(isSource, report, ['facts', index, 'sources'], fact.sources);
    });
    isProfile(report, ['profile'], entry.profile);
    checkRatings(report, entry.ratings);
    checkOffers(report, entry);
    entry.companions.forEach(({ id, data }, index) => {
      isOtherEntry(report, ['companions', index, 'id'], id, entry.id);
      checkAll(isDataKind, report, ['companions', index, 'data'], data ?? []);
    });
    const { takes = [], gives = [] } = entry.carries ?? {};
    if (takes !== 'any') checkAll(isDataKind, report, ['carries', 'takes'], takes);
    checkAll(isDataKind, report, ['carries', 'gives'], gives);
  };

  issues.push(
    ...checkUnique('source', idUses(lists.sources)),
    ...checkUnique(
      'layer or group',
      lists.layers.flatMap(({ item, issueAt }) => [
        { name: item.id, at: (message: string) => issueAt(['id'], message) },
        ...item.groups.map(({ id }, index) => ({
          name: id,
          at: (message: string) => issueAt(['groups', index, 'id'], message),
        })),
      ]),
    ),
    ...checkUnique('data kind', idUses(lists.dataKinds)),
    ...checkUnique('task group', idUses(lists.taskGroups)),
    ...checkUnique('task', idUses(lists.tasks)),
    ...checkUnique('criterion', idUses(lists.criteria)),
    ...checkUnique('profile', idUses(lists.profiles)),
    // Ids first, so that it is the alias that is told off.
    ...checkUnique('id or alias', [
      ...idUses(lists.entries),
      ...lists.entries.flatMap(({ item, issueAt }) =>
        item.aliases.map((name, index) => ({ name, at: (message: string) => issueAt(['aliases', index], message) })),
      ),
    ]),
    ...checkUnique(
      'relation',
      lists.relations.map(({ item, issueAt }) => ({
        name: `${item.from} ${item.type} ${item.to}`,
        at: (message: string) => issueAt([], message),
      })),
    ),
    ...checkCircles(lists.dataKinds, 'isA', (kind) => kind.isA),
    ...checkCircles(lists.entries, 'partOf', (entry) => entry.partOf),
  );

  for (const placed of lists.dataKinds) {
    if (placed.item.isA !== undefined) isDataKind(reporter(placed), ['isA'], placed.item.isA);
  }
  for (const placed of lists.tasks) {
    isTaskGroup(reporter(placed), ['group'], placed.item.group);
    checkAll(isDataKind, reporter(placed), ['accepts'], placed.item.accepts);
    checkAll(isDataKind, reporter(placed), ['produces'], placed.item.produces);
    checkAll(isDataKind, reporter(placed), ['joins'], placed.item.joins ?? []);
    checkAll(isDataKind, reporter(placed), ['also'], placed.item.also ?? []);
  }
  for (const placed of lists.profiles) {
    checkRatings(reporter(placed), placed.item.ratings);
    const unrated = [...criterionIds].filter((id) => !Object.hasOwn(placed.item.ratings, id));
    if (unrated.length > 0)
      reporter(placed)(['ratings'], `A profile rates every criterion; missing: ${unrated.join(', ')}`);
  }
  for (const placed of lists.entries) checkEntry(placed);
  for (const placed of lists.relations) {
    const { from, to } = placed.item;
    isEntry(reporter(placed), ['from'], from);
    isOtherEntry(reporter(placed), ['to'], to, from);
    checkAll(isSource, reporter(placed), ['sources'], placed.item.sources);
  }
  return issues;
};
