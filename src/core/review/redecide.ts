/**
 * An old decision against a newer catalogue: the same need is decided again, and what differs is told as a difference of ranking
 * and of lifecycle. Ids that have changed since are followed by their aliases.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Lifecycle } from '../catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import { decide } from '../decision/decide.ts';
import type { Decision, Exclusion, Recommendation } from '../decision/decision.ts';
import type { DecidedLifecycle, DecidedPart, DecidedRecommendation, DecisionFile } from './decisionFile.ts';
import type {
  DecisionReview,
  LifecycleChange,
  LifecycleThen,
  Named,
  NewlyExcluded,
  PartChange,
  RankingMove,
  Standing,
} from './decisionReview.ts';
import { needOfToday, type Renamed } from './needOfToday.ts';
import { scoreParts } from './scoreParts.ts';
import { outcomeSentence } from './words.ts';

/** Less than this moves nobody: it is not even seen in a score as it is shown. */
const leastPoints = 0.5;

/** Reviews a decision against a catalogue. Pure; never throws. */
export function review(old: DecisionFile, catalog: Catalog): DecisionReview {
  const index = indexCatalog(catalog);
  const { need, unknown, renamed: renamedOfNeed } = needOfToday(old, index);
  const decision = decide(catalog, need);
  const now = namesNow(old, index);
  const before = { asOf: old.catalogAsOf, chosen: chosenThen(old).map(({ id, name }) => now.named(id, name)) };
  const after = { asOf: catalog.asOf, chosen: chosenNow(index, decision) };
  const moves = rankingMoves(old, decision, now);
  const excludedThen = new Set(old.excluded.map(({ id }) => now.id(id)));
  const excludedNow = new Set(decision.excluded.map(({ id }) => id));
  const known = {
    before,
    after,
    moves,
    newlyRecommended: after.chosen.filter(({ id }) => !before.chosen.some((each) => each.id === id)),
    newlyExcluded: decision.excluded
      .filter(({ id }) => !excludedThen.has(id))
      .map((exclusion) => newlyExcluded(exclusion, now)),
    readmitted: old.excluded
      .map(({ id, name }) => now.named(id, name))
      .filter(({ id }) => index.entries.has(id) && !excludedNow.has(id)),
    lifecycle: lifecycleChanges(old, now),
    unknown,
    renamed: distinctBy([...renamedOfNeed, ...now.renamed], ({ from }) => from),
    need,
    decision,
  };
  const outcome = outcomeOf(known);
  return { outcome, sentence: outcomeSentence({ outcome, ...known }), ...known };
}

const distinctBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

/** Old ids as the catalogue has them now. */
interface NamesNow {
  readonly index: CatalogIndex;
  id(id: string): string;
  /** With the name that it has now; one that is gone keeps its old name. */
  named(id: string, nameThen?: string): Named;
  readonly renamed: readonly Renamed[];
}

function namesNow(old: DecisionFile, index: CatalogIndex): NamesNow {
  const then = new Map<string, string>();
  for (const each of [...old.recommendations, ...old.excluded]) {
    then.set(each.id, each.name);
    for (const { id, name } of each.lifecycle.successors) if (!then.has(id)) then.set(id, name);
  }
  for (const { capabilities } of old.recommendations) for (const { id, name } of capabilities) then.set(id, name);
  const idOf = (id: string): string => index.entries.get(id)?.id ?? id;
  return {
    index,
    id: idOf,
    named: (id, nameThen) => ({ id: idOf(id), name: index.entries.get(id)?.name ?? nameThen ?? then.get(id) ?? id }),
    renamed: [...then.keys()]
      .filter((id) => idOf(id) !== id)
      .sort(byCodeUnit)
      .map((id) => ({ from: id, to: idOf(id), name: index.entries.get(id)?.name ?? id })),
  };
}

/** In the order in which data flows; by rank where the pipeline does not say. */
function inFlow<Item extends { readonly id: string; readonly rank: number }>(
  chosen: readonly Item[],
  pipeline: readonly string[],
): Item[] {
  const place = new Map(pipeline.map((id, at) => [id, at]));
  return chosen.toSorted(
    (left, right) => (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0) || left.rank - right.rank,
  );
}

const chosenThen = ({ recommendations, pipeline }: DecisionFile): DecidedRecommendation[] =>
  inFlow(
    recommendations.filter(({ verdict }) => verdict === 'recommended'),
    pipeline,
  );

const chosenNow = (index: CatalogIndex, { recommendations, pipeline }: Decision): Named[] =>
  inFlow(
    recommendations.filter(({ verdict }) => verdict === 'recommended'),
    pipeline,
  ).map(({ id }) => ({ id, name: index.entries.get(id)?.name ?? id }));

const standing = ({ rank, score, verdict }: Standing): Standing => ({ rank, score, verdict });

/** How a rank changed; two entries that became one keep the better place. */
function rankingMoves(old: DecisionFile, decision: Decision, now: NamesNow): RankingMove[] {
  const then = new Map<string, DecidedRecommendation>();
  for (const each of old.recommendations.toSorted((left, right) => left.rank - right.rank)) {
    if (!then.has(now.id(each.id))) then.set(now.id(each.id), each);
  }
  const listed = new Set(decision.recommendations.map(({ id }) => id));
  const stayed = decision.recommendations.map((each): RankingMove => {
    const former = then.get(each.id);
    const named = now.named(each.id);
    if (!former) return { ...named, change: 'joins', after: standing(each), parts: [], ...whyJoined(old, each, now) };
    const change = each.rank === former.rank ? 'stays' : each.rank < former.rank ? 'up' : 'down';
    const parts = partChanges(former, each, decision, now.index);
    return { ...named, change, before: standing(former), after: standing(each), parts };
  });
  const left = [...then]
    .filter(([id]) => !listed.has(id))
    .map(
      ([id, former]): RankingMove => ({
        ...now.named(id, former.name),
        change: 'leaves',
        before: standing(former),
        why: whyLeft(id, former, decision, now),
        parts: [],
      }),
    );
  return [...stayed, ...left];
}

function whyJoined(old: DecisionFile, { id }: Recommendation, now: NamesNow): { why?: string } {
  const out = old.excluded.find((each) => now.id(each.id) === id);
  return out ? { why: `It was ruled out then: ${out.reason}` } : {};
}

/** Why something that was on the list is so no longer. */
function whyLeft(id: string, former: DecidedRecommendation, decision: Decision, { index }: NamesNow): string {
  const entry = index.entries.get(id);
  if (!entry) return 'The catalogue does not know it any more.';
  const parts = [id, ...former.capabilities.map((each) => index.entries.get(each.id)?.id ?? each.id)];
  const out =
    decision.excluded.find((each) => parts.includes(each.id)) ??
    decision.verdicts.flatMap(({ id: at, ruledOut }) =>
      ruledOut && parts.includes(at) ? [{ id: at, reason: ruledOut.text }] : [],
    )[0];
  if (out) return out.reason;
  const verdict = decision.verdicts.find((each) => each.id === id)?.verdict;
  return verdict === 'suitable' ? 'Others do it better now.' : 'It does none of what is asked any more.';
}

function partChanges(
  former: DecidedRecommendation,
  latter: Recommendation,
  decision: Decision,
  index: CatalogIndex,
): PartChange[] {
  if (former.parts.length === 0) return [];
  const key = ({ kind, of }: { readonly kind: string; readonly of: string }): string =>
    kind === 'task' || kind === 'criterion' ? `${kind} ${of}` : kind;
  const points = new Map<string, { kind: DecidedPart['kind']; of: string; before: number; after: number }>();
  const at = (part: { readonly kind: DecidedPart['kind']; readonly of: string }) => {
    const known = points.get(key(part)) ?? { kind: part.kind, of: part.of, before: 0, after: 0 };
    points.set(key(part), known);
    return known;
  };
  for (const part of former.parts) at(part).before += part.points;
  for (const part of scoreParts(decision, latter, index)) at(part).after += part.points;
  return [...points.values()]
    .filter(({ before, after }) => Math.abs(after - before) >= leastPoints)
    .sort((left, right) => Math.abs(right.after - right.before) - Math.abs(left.after - left.before))
    .map(({ kind, of, before, after }) => ({ name: partName(index, kind, of), kind, before, after }));
}

function partName(index: CatalogIndex, kind: DecidedPart['kind'], of: string): string {
  if (kind === 'task') return index.tasks.get(of)?.name ?? of;
  if (kind === 'criterion') return index.criteria.get(of)?.name ?? of;
  return kind === 'lifecycle' ? 'Lifecycle' : 'Named by you';
}

const newlyExcluded = ({ id, reason, constraint, successor }: Exclusion, now: NamesNow): NewlyExcluded => ({
  ...now.named(id),
  reason,
  constraint,
  ...(successor === undefined ? {} : { successor: now.named(successor) }),
});

/** How bad a state is for who wants to stay. */
const gravity = { active: 0, legacy: 1, 'closed-to-new': 2, ending: 3, retired: 4 } as const;

function lifecycleChanges(old: DecisionFile, now: NamesNow): LifecycleChange[] {
  const entries = new Map<string, { named: Named; chosen: boolean; before: LifecycleThen }>();
  const put = (
    id: string,
    name: string,
    chosen: boolean,
    { status, date, asOf, successors }: DecidedLifecycle,
  ): void => {
    const key = now.id(id);
    const known = entries.get(key);
    entries.set(key, {
      named: now.named(id, name),
      chosen: chosen || known?.chosen === true,
      before: known?.before ?? { status, date, asOf, successors },
    });
  };
  for (const { id, name, verdict, lifecycle, capabilities } of old.recommendations) {
    put(id, name, verdict === 'recommended', lifecycle);
    for (const each of capabilities) put(each.id, each.name, verdict === 'recommended', each.lifecycle);
  }
  for (const { id, name, lifecycle } of old.excluded) put(id, name, false, lifecycle);
  return [...entries.values()]
    .flatMap(({ named, chosen, before }): LifecycleChange[] => {
      const after = now.index.entries.get(named.id)?.lifecycle;
      if (after && isSame(before, after, now)) return [];
      const worse = !after || gravity[after.status] > gravity[before.status];
      const successors = (after?.successors ?? []).map((id) => now.named(id));
      return [{ ...named, chosen, before, ...(after ? { after } : {}), successors, worse }];
    })
    .sort((left, right) => Number(right.chosen) - Number(left.chosen) || byCodeUnit(left.name, right.name));
}

/** Whether it stands as it stood: state, day and successors. A note in other words is no change. */
const isSame = (before: LifecycleThen, after: Lifecycle, now: NamesNow): boolean =>
  before.status === after.status &&
  (before.date ?? undefined) === after.date &&
  before.successors.map(({ id }) => now.id(id)).join() === after.successors.map(now.id).join();

type Found = Omit<DecisionReview, 'outcome' | 'sentence'>;

const idsOf = (all: readonly Named[]): string => all.map(({ id }) => id).join();

function outcomeOf(found: Found): DecisionReview['outcome'] {
  if (idsOf(found.before.chosen) !== idsOf(found.after.chosen)) return 'new-choice';
  const isStill = found.moves.every(
    ({ change, before, after }) =>
      change === 'stays' && before && after && Math.abs(after.score - before.score) < leastPoints,
  );
  const lists = [found.newlyExcluded, found.readmitted, found.lifecycle, found.unknown, found.renamed];
  return isStill && lists.every(({ length }) => length === 0) ? 'same' : 'same-choice';
}
