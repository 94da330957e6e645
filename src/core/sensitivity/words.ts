/** What is found out about a decision, as sentences. */
import { listed } from '../base/words.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import { tieInPoints } from '../decision/cover.ts';
import type { CriterionSensitivity, Firmness, Handover, Takeover } from './findings.ts';

/** The name of an entry, or its id where the catalogue has lost it. */
export const nameOf = (index: CatalogIndex, id: string): string => index.entries.get(id)?.name ?? id;

/** What floating point may add to a hundred times a weight. */
const rounding = 1e-7;

/**
 * A weight as people read it: two decimals at most, cut towards the side on which the plan still stands, so that what is
 * said is true of the number that is said.
 */
export function weightWords(weight: number, side: 'above' | 'below' | 'at' = 'at'): string {
  const rounded =
    side === 'above'
      ? Math.floor(weight * 100 + rounding) / 100
      : side === 'below'
        ? Math.ceil(weight * 100 - rounding) / 100
        : Math.round(weight * 100) / 100;
  return String(rounded);
}

/** "Amazon Comprehend gives way to Amazon SageMaker". Each pair of services is named once. */
export function handoverWords(index: CatalogIndex, handovers: readonly Handover[]): string {
  const pairs = [
    ...new Set(handovers.map(({ from, to }) => `${nameOf(index, from)} gives way to ${nameOf(index, to)}`)),
  ];
  return listed(pairs);
}

interface End {
  readonly criterion: string;
  readonly side: 'above' | 'below';
  readonly takeover: Takeover;
  readonly distance: number;
}

/** The ends of the intervals, the nearest to the present weight first. */
function nearestEnds(criteria: readonly CriterionSensitivity[]): readonly End[] {
  return criteria
    .flatMap(({ criterion, weight, below, above }): End[] => [
      ...(below ? [{ criterion, side: 'below' as const, takeover: below, distance: weight - below.at }] : []),
      ...(above ? [{ criterion, side: 'above' as const, takeover: above, distance: above.at - weight }] : []),
    ])
    .sort((left, right) => left.distance - right.distance);
}

/** "Holds unless you weigh Control above 0.6: then Comprehend gives way to SageMaker." */
export function sentenceOf(index: CatalogIndex, found: Omit<Firmness, 'sentence'>): string {
  const { runner, share } = found;
  if (!runner) return 'Nothing else that is open does this: no preference changes it.';
  const [first, second] = nearestEnds(found.criteria);
  const criterion = (id: string): string => index.criteria.get(id)?.name ?? id;
  if (!first) {
    const behind = Math.floor(runner.behindAtLeast);
    // Beyond a tie, whatever the weights: no cover can prefer it.
    if (runner.behindAtLeast > tieInPoints)
      return `Holds whatever your preferences are: ${nameOf(index, runner.service)} comes nearest, and stays ${behind} points or more behind.`;
    return share.holds === 1
      ? `Holds whatever weight you give to any one preference, and in every mix of weights that was tried; ${nameOf(index, runner.service)} comes nearest.`
      : `Holds whatever weight you give to any one preference; several at once can bring ${nameOf(index, found.challengers[0]?.service ?? runner.service)} forward.`;
  }
  const end = ({ criterion: id, side, takeover }: End): string =>
    `${criterion(id)} ${side} ${weightWords(takeover.at, side)}`;
  const also = second ? `, or ${end(second)}` : '';
  return `Holds unless you weigh ${end(first)}${also}: then ${handoverWords(index, first.takeover.handovers)}.`;
}
