/** A review in words: the one sentence that says it all, and how it stood with an entry. */
import { listed } from '../base/words.ts';
import type { Lifecycle, LifecycleStatus } from '../catalog/entry.ts';
import type { DecisionReview, LifecycleChange, LifecycleThen, Named } from './decisionReview.ts';

const statusWords: Readonly<Record<LifecycleStatus, string>> = {
  active: 'open to all customers',
  'closed-to-new': 'closed to new customers',
  ending: 'ending',
  retired: 'retired',
  legacy: 'superseded or frozen',
};

/** How it stood or stands with an entry, in a few words: "closed to new customers since 2026-04-30". */
function standingWords(state: Pick<LifecycleThen | Lifecycle, 'status' | 'date'> | undefined): string {
  if (state === undefined) return 'not in the catalogue any more';
  const { status, date } = state;
  if (status === 'active' || date === undefined || date === null) return statusWords[status];
  return `${statusWords[status]} ${status === 'ending' ? 'on' : 'since'} ${date}`;
}

/** From one state to the other: "open to all customers, now retired since 2027-01-01". */
export const lifecycleChangeWords = ({ before, after }: LifecycleChange): string => {
  const [then, now] = [standingWords(before), standingWords(after)];
  if (then !== now) return `${then}, now ${now}`;
  const next = after?.successors.length
    ? 'what to use instead has changed'
    : 'nothing is named to use instead any more';
  return `${now}; ${next}`;
};

/** A reason as it stands under the name that it may begin with. */
export const withoutName = (name: string, reason: string): string =>
  reason.startsWith(`${name}: `) ? reason.slice(name.length + 2) : reason;

const namesOf = (all: readonly Named[]): string => listed(all.map(({ name }) => name));

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** What changed beneath a choice that stands. */
function changesBeneath({ moves, newlyExcluded, lifecycle, unknown }: Found): string {
  const moved = moves.filter(({ change }) => change === 'up' || change === 'down').length;
  const joins = moves.filter(({ change }) => change === 'joins').length;
  const leaves = moves.filter(({ change }) => change === 'leaves').length;
  const parts = [
    ...counted(moved, 'moved in the ranking', 'moved in the ranking'),
    ...counted(joins, 'joined the list', 'joined the list'),
    ...counted(leaves, 'left it', 'left it'),
    ...counted(newlyExcluded.length, 'is newly ruled out', 'are newly ruled out'),
    ...counted(lifecycle.length, 'changed its lifecycle', 'changed their lifecycle'),
    ...counted(unknown.length, 'part of the need is not known any more', 'parts of the need are not known any more'),
  ];
  return parts.length === 0 ? 'only scores changed' : listed(parts);
}

type Found = Omit<DecisionReview, 'sentence'>;

/** The first reason among what was chosen and is so no longer, as a clause. */
function whyAnother({ before, after, moves, unknown }: Found): string {
  const dropped = before.chosen.filter(({ id }) => !after.chosen.some((each) => each.id === id));
  for (const { id, name } of dropped) {
    const move = moves.find((each) => each.id === id);
    if (move?.why !== undefined) return `${name}: ${withoutName(name, move.why)}`;
    if (move?.before && move.after) {
      const [was, is] = [Math.round(move.before.score), Math.round(move.after.score)];
      return `${name} has ${is} points now; it had ${was}.`;
    }
  }
  if (unknown.length > 0) return 'Parts of the need are not known any more.';
  return '';
}

/** The whole review in a sentence or two. */
export function outcomeSentence(found: Found): string {
  const { outcome, before, after } = found;
  const days = before.asOf === after.asOf ? `as of ${after.asOf}` : `from ${before.asOf} to ${after.asOf}`;
  const older = after.asOf < before.asOf ? ' Mind that this catalogue is older than the decision.' : '';
  const nothing = after.chosen.length === 0;
  if (outcome === 'new-choice') {
    const then = before.chosen.length === 0 ? 'nothing fitted' : `the choice was ${namesOf(before.chosen)}`;
    const now = nothing ? 'nothing fits any more' : `it is ${namesOf(after.chosen)}`;
    const why = whyAnother(found);
    return `As of ${before.asOf} ${then}; as of ${after.asOf} ${now}.${why === '' ? '' : ` ${why}`}${older}`;
  }
  const choice = nothing
    ? 'Still nothing fits'
    : `${namesOf(after.chosen)} ${after.chosen.length === 1 ? 'stands' : 'stand'}`;
  if (outcome === 'same') return `${choice}: nothing changed, ${days}.${older}`;
  const ailing = found.lifecycle.filter(({ chosen, worse }) => chosen && worse);
  const warning = ailing.map((each) => ` ${each.name} is ${standingWords(each.after)}.`).join('');
  return `${choice}, ${days}; ${changesBeneath(found)}.${warning}${older}`;
}
