import type { Entry } from './entry.ts';
import { checkAgainst, checkAll, type KnownNames, type Report } from './knownNames.ts';
import type { FieldPath } from './yamlDocument.ts';

/** Checks the criteria that are rated, and where each rating is from. Of an entry or of a profile. */
export function checkRatings({ isCriterion, isSource }: KnownNames, report: Report, ratings: Entry['ratings']): void {
  for (const [criterion, rating] of Object.entries(ratings)) {
    isCriterion(report, ['ratings', criterion], criterion);
    checkAll(isSource, report, ['ratings', criterion, 'sources'], rating.sources);
  }
}

function checkOffers(known: KnownNames, report: Report, entry: Entry): void {
  const isOwnFact = checkAgainst('fact of this entry', new Set(entry.facts.map(({ id }) => id)));
  entry.offers.forEach((offer, index) => {
    const at = (...field: PropertyKey[]): FieldPath => ['offers', index, ...field];
    known.isTask(report, at('task'), offer.task);
    checkAll(known.isDataKind, report, at('accepts'), offer.accepts ?? []);
    checkAll(known.isDataKind, report, at('produces'), offer.produces ?? []);
    checkAll(known.isFramework, report, at('frameworks'), offer.frameworks ?? []);
    checkAll(isOwnFact, report, at('facts'), offer.facts);
    const instead = offer.avoidWhen?.instead;
    if (instead !== undefined) known.isOtherEntry(report, at('avoidWhen', 'instead'), instead, entry.id);
  });
}

function checkLifecycle(known: KnownNames, report: Report, { id, lifecycle }: Entry): void {
  lifecycle.successors.forEach((successor, index) => {
    known.isOtherEntry(report, ['lifecycle', 'successors', index], successor, id);
  });
  checkAll(known.isSource, report, ['lifecycle', 'sources'], lifecycle.sources);
}

function checkCompanions(known: KnownNames, report: Report, entry: Entry): void {
  entry.companions.forEach(({ id, data }, index) => {
    known.isOtherEntry(report, ['companions', index, 'id'], id, entry.id);
    checkAll(known.isDataKind, report, ['companions', index, 'data'], data ?? []);
  });
  const { takes = [], gives = [] } = entry.carries ?? {};
  if (takes !== 'any') checkAll(known.isDataKind, report, ['carries', 'takes'], takes);
  checkAll(known.isDataKind, report, ['carries', 'gives'], gives);
}

/** Checks everything that an entry names. */
export function checkEntry(known: KnownNames, report: Report, entry: Entry): void {
  known.isGroup(report, ['group'], entry.group);
  if (entry.partOf !== undefined) known.isEntry(report, ['partOf'], entry.partOf);
  if (entry.onSheet && entry.sheet === undefined)
    report(['sheet'], 'Is missing; an entry with "onSheet: true" says in "sheet" what the cheat sheet says of it');
  checkLifecycle(known, report, entry);
  entry.facts.forEach((fact, index) => {
    checkAll(known.isSource, report, ['facts', index, 'sources'], fact.sources);
  });
  known.isProfile(report, ['profile'], entry.profile);
  checkRatings(known, report, entry.ratings);
  checkOffers(known, report, entry);
  checkCompanions(known, report, entry);
}
