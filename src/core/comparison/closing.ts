/** The case for one candidate against the others, in a sentence. */
import { listed } from '../base/words.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { NeededTask } from '../decision/need.ts';
import type { Row, Scored } from './comparison.ts';

/** Strengths that one sentence tells. */
const mostStrengths = 3;

const clause = (text: string): string => text.trim().replace(/[.]$/, '');

/** "Choose X when …; it leads on Control and Customising." What is ruled out says so first. */
export function choiceSentence(
  index: CatalogIndex,
  { entry, offerings, competes }: Pick<Scored, 'competes' | 'entry' | 'offerings'>,
  rows: readonly Row[],
  tasks: readonly NeededTask[],
  ruledOut: string | undefined,
): string {
  const rank = new Map(tasks.map(({ task }, place) => [task, place]));
  const [useWhen] = offerings
    .toSorted(
      (left, right) =>
        (rank.get(left.offer.task) ?? 99) - (rank.get(right.offer.task) ?? 99) ||
        // Of several capabilities the one that does the task best is compared, so it makes the case.
        right.offer.fit - left.offer.fit,
    )
    .flatMap(({ offer }) => offer.useWhen ?? []);
  const alone = rows.filter(({ leaders }) => leaders.length === 1 && leaders[0] === entry.id).slice(0, mostStrengths);
  const strengths = alone.map(({ aspect, name }) => (aspect === 'task' ? `“${name}”` : name));
  const first = competes
    ? useWhen === undefined
      ? undefined
      : `Choose ${entry.name} when ${clause(useWhen)}`
    : `${entry.name} does none of what you ask${useWhen === undefined ? '' : `; choose it when ${clause(useWhen)}`}`;
  const leads = strengths.length === 0 ? undefined : `it leads on ${listed(strengths)}`;
  const out = ruledOut === undefined ? '' : ' It is ruled out by this need.';
  if (first !== undefined) return `${first}${leads ? `; ${leads}` : ''}.${out}`;
  const does = offerings.flatMap(({ offer }) => index.tasks.get(offer.task)?.name ?? [])[0];
  if (leads !== undefined)
    return `Choose ${entry.name} where ${listed(strengths)} ${strengths.length === 1 ? 'counts' : 'count'} most.${out}`;
  return `${entry.name} leads on nothing here${does === undefined ? '' : `; it does “${does}” too`}.${out}`;
}
