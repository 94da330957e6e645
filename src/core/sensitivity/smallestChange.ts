/**
 * The smallest change of a need that brings an entry to the top, found by asking the engine anew.
 *
 * *To the top*: the entry, or a capability of it, does a task of the recommended plan. Where it competes for a task that is
 * asked already, it must be one of these tasks; asking for something else would be no answer.
 *
 * *Smallest*: the least cost (edits.ts) among all single edits, where moves of one weight are exact, to the hundredth
 * just past the threshold; where no single edit does it, among the pairs of an edit and a move of one weight, and
 * the cheapest `mostPairs` pairs of two edits that leave the entry open for what it is to do.
 */
import { byCodeUnit } from '../base/order.ts';
import { capitalized } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { entryObstacle, offerObstacle } from '../decision/constraints.ts';
import { type Engine, engineOf } from '../decision/engine.ts';
import { planOf, prepare } from '../decision/judged.ts';
import type { Need } from '../decision/need.ts';
import { candidateEdits, offeringsUnder } from './candidates.ts';
import { applyEdit, clash, type Edit, editWords, type Priced, priced } from './edits.ts';
import { type Contender, type Model, modelOf } from './model.ts';
import { sweep } from './sweep.ts';

/** A change of the need, and the need that it makes. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly cost: number;
  /** What to do, as a sentence. */
  readonly text: string;
  readonly need: Need;
}

/** Pairs of two edits that are tried, the cheapest first. */
const mostPairs = 40;
/** First edits to which a move of a weight is added, the cheapest first. */
const mostWeighedEdits = 4;
/** How far past a threshold a weight is set at least. */
const past = 1e-4;

const sameEntries = (one: ReadonlyMap<string, Contender>, other: ReadonlyMap<string, Contender>): boolean =>
  one.size === other.size &&
  [...one].every(([task, { offering }]) => other.get(task)?.offering.entry.id === offering.entry.id);

/** An entry that is to come into the answer. */
export interface Target {
  readonly engine: Engine;
  readonly entry: Entry;
  /** Tasks of the need for which the entry competes; empty: any task will do. */
  readonly tasks: readonly string[];
}

const isTarget = ({ entry, tasks }: Target, task: string, { offering }: Pick<Contender, 'offering'>): boolean =>
  (offering.entry.id === entry.id || offering.service.id === entry.id) && (tasks.length === 0 || tasks.includes(task));

/** Whether the entry is at the top under this need. */
export const isOnTop = (target: Target, need: Need): boolean =>
  planOf(prepare(target.engine, need)).ordered.some(({ task, offering }) => isTarget(target, task.id, { offering }));

/** Whether the need leaves any offer of the entry open for what it is to do. Cheap: without it nothing can help. */
function isOpen({ engine, entry, tasks }: Target, need: Need): boolean {
  return offeringsUnder(engine, entry).some(
    ({ entry: own, offer }) =>
      (tasks.length === 0 || tasks.includes(offer.task)) &&
      !entryObstacle(engine.index, own, need) &&
      !offerObstacle(engine.index, own, offer, need),
  );
}

/** The weight to set within `from` and `to` so that it is past the bound nearest to `present`: a hundredth if there is one. */
function weightWithin(present: number, from: number, to: number): number {
  const up = present <= from;
  const hundredth = up ? Math.ceil((from + past) * 100) / 100 : Math.floor((to - past) * 100) / 100;
  return hundredth > from && hundredth < to ? hundredth : hundredth === (up ? 1 : 0) ? hundredth : (from + to) / 2;
}

/** The least move of one weight that brings the target to the top. */
function leastMove(target: Target, model: Model): Priced | undefined {
  const { criteria } = model.engine.index.catalog;
  const competes = model.contests.some(({ task, contenders }) =>
    contenders.some((contender) => isTarget(target, task.task, contender)),
  );
  if (!competes) return undefined;
  const moves = criteria.flatMap(({ id }, place): Priced[] => {
    const from = model.weights[place] ?? 0;
    return sweep(model, place, sameEntries)
      .filter(({ plan }) => [...plan].some(([task, contender]) => isTarget(target, task, contender)))
      .map((piece) => {
        const to = weightWithin(from, piece.from, piece.to);
        return priced({ kind: 'weigh', criterion: id, from, to }, Math.abs(to - from));
      });
  });
  return moves.sort(inOrder).find(({ edit }) => isOnTop(target, applyEdit(model.judged.need, edit)));
}

const inOrder = (left: Priced, right: Priced): number => left.cost - right.cost || byCodeUnit(left.key, right.key);

function changeOf(target: Target, need: Need, edits: readonly Priced[]): Change {
  const { index } = target.engine;
  const words = edits.map(({ edit }) => editWords(index, edit)).join(', and ');
  return {
    edits: edits.map(({ edit }) => edit),
    cost: edits.reduce((sum, { cost }) => sum + cost, 0),
    text: `${capitalized(words)}.`,
    need: edits.reduce((edited, { edit }) => applyEdit(edited, edit), need),
  };
}

/** The smallest single edit or move of one weight that does it, or undefined where none does. Some 1 to 10 ms. */
export function smallestEdit(catalog: Catalog, need: Need, entry: Entry, tasks: readonly string[]): Change | undefined {
  const target: Target = { engine: engineOf(catalog), entry, tasks };
  const move = isOpen(target, need) ? leastMove(target, modelOf(catalog, need)) : undefined;
  const first = candidateEdits(target.engine, need, entry, tasks).find(({ edit, cost }) => {
    if (move !== undefined && cost >= move.cost) return false;
    const edited = applyEdit(need, edit);
    return isOpen(target, edited) && isOnTop(target, edited);
  });
  const found = first ?? move;
  return found && changeOf(target, need, [found]);
}

/** The smallest change, or undefined where nothing in the space does it. */
export function smallestChange(
  catalog: Catalog,
  need: Need,
  entry: Entry,
  tasks: readonly string[],
): Change | undefined {
  const target: Target = { engine: engineOf(catalog), entry, tasks };
  return (
    smallestEdit(catalog, need, entry, tasks) ??
    smallestPair(catalog, target, need, candidateEdits(target.engine, need, entry, tasks))
  );
}

/** Whether an edit asks for something more: an entry that does nothing that is asked needs one such. */
const asksForMore = ({ edit }: Priced): boolean =>
  edit.kind === 'add-task' || edit.kind === 'name' || (edit.kind === 'add-data' && edit.side === 'want');

function smallestPair(catalog: Catalog, target: Target, need: Need, singles: readonly Priced[]): Change | undefined {
  const weighed = singles
    .filter(
      (single) => (target.tasks.length > 0 || asksForMore(single)) && isOpen(target, applyEdit(need, single.edit)),
    )
    .slice(0, mostWeighedEdits)
    .flatMap((single): Priced[][] => {
      const move = leastMove(target, modelOf(catalog, applyEdit(need, single.edit)));
      return move ? [[single, move]] : [];
    });
  const costOf = (pair: readonly Priced[]): number => pair.reduce((sum, { cost }) => sum + cost, 0);
  const [best] = weighed.sort((left, right) => costOf(left) - costOf(right));
  const most = best ? costOf(best) : Number.POSITIVE_INFINITY;
  const pairs: { readonly pair: readonly [Priced, Priced]; readonly cost: number }[] = [];
  singles.forEach((one, place) => {
    for (const other of singles.slice(place + 1)) {
      const cost = one.cost + other.cost;
      const asked = target.tasks.length > 0 || asksForMore(one) || asksForMore(other);
      if (cost < most && asked && !clash(one.edit, other.edit)) pairs.push({ pair: [one, other], cost });
    }
  });
  pairs.sort((left, right) => left.cost - right.cost);
  let tried = 0;
  for (const { pair } of pairs) {
    const next = pair.reduce((changed, { edit }) => applyEdit(changed, edit), need);
    if (!isOpen(target, next)) continue;
    tried += 1;
    if (isOnTop(target, next)) return changeOf(target, need, pair);
    if (tried === mostPairs) break;
  }
  return best ? changeOf(target, need, best) : undefined;
}
