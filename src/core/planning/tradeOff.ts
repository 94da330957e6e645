/** What speaks for and against a chain, beside the first one, as sentences. */
import { byCodeUnit } from '../base/order.ts';
import { ratingOf } from '../catalog/lookup.ts';
import { dataLevel, lifecycleSentence, trainingNames } from '../decision/constraints.ts';
import type { Engine } from '../decision/engine.ts';
import type { PlannedTask } from '../decision/plan.ts';
import type { ChainMeasures } from './chain.ts';

/** A chain as it is compared: its plan and its measures. */
export interface Compared {
  readonly ordered: readonly PlannedTask[];
  readonly measures: ChainMeasures;
}

/** A rating has to differ by this much, of 1, to be worth a word. */
const worthAWord = 0.1;
/** Criteria named on each side, the largest differences first. */
const mostNamed = 2;

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const lowered = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const counted = (difference: number, noun: string): string => {
  const count = Math.abs(difference);
  return `${numberWords[count] ?? count} ${noun}${count === 1 ? '' : 's'} ${difference < 0 ? 'fewer' : 'more'}`;
};

/** Criteria by how much the chain differs from the first, largest first. */
function differences(engine: Engine, first: ChainMeasures, chain: ChainMeasures) {
  return engine.index.catalog.criteria
    .map(({ id, name }) => ({ id, name, by: (chain.ratings[id] ?? 0) - (first.ratings[id] ?? 0) }))
    .filter(({ by }) => Math.abs(by) >= worthAWord)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by) || byCodeUnit(one.id, other.id));
}

const hungriest = (ordered: readonly PlannedTask[]) =>
  ordered
    .map(({ offering }) => offering.offer.trainingData)
    .toSorted((one, other) => dataLevel[other] - dataLevel[one])[0] ?? 'none';

/** Whether the chain is better than the first in anything that is measured; if not, nobody wants to see it. */
export function gainsSomething(engine: Engine, first: Compared, chain: Compared): boolean {
  const { parts, supporting, lifecycle } = first.measures;
  return (
    chain.measures.parts < parts ||
    chain.measures.parts + chain.measures.supporting < parts + supporting ||
    chain.measures.lifecycle > lifecycle ||
    dataLevel[hungriest(chain.ordered)] < dataLevel[hungriest(first.ordered)] ||
    differences(engine, first.measures, chain.measures).some(({ by }) => by > 0)
  );
}

/** "One service fewer; better for control, worse for least operations; it needs labelled data." */
function balance(engine: Engine, first: Compared, chain: Compared): string {
  const criteria = differences(engine, first.measures, chain.measures);
  const better = criteria.filter(({ by }) => by > 0).slice(0, mostNamed);
  const worse = criteria.filter(({ by }) => by < 0).slice(0, mostNamed);
  const named = (side: typeof criteria): string => listed(side.map(({ name }) => lowered(name)));
  const services = chain.measures.parts - first.measures.parts;
  const beside = chain.measures.supporting - first.measures.supporting;
  const [needs, needed] = [hungriest(chain.ordered), hungriest(first.ordered)];
  const count =
    services !== 0
      ? counted(services, 'service')
      : beside !== 0
        ? counted(beside, 'supporting part')
        : 'As many services';
  const ratings = [
    ...(better.length > 0 ? [`better for ${named(better)}`] : []),
    ...(worse.length > 0 ? [`worse for ${named(worse)}`] : []),
  ].join(', ');
  const training =
    dataLevel[needs] > dataLevel[needed]
      ? `it needs ${trainingNames[needs]}`
      : dataLevel[needs] < dataLevel[needed]
        ? needs === 'none'
          ? 'it needs no training data'
          : `${trainingNames[needs]} will do`
        : '';
  return `${[count, ratings, training].filter((part) => part !== '').join('; ')}.`;
}

/** Who takes whose place; by their capabilities where the services are the same. */
function exchange(first: Compared, chain: Compared): string {
  const names = (ordered: readonly PlannedTask[], of: 'service' | 'entry'): string[] => [
    ...new Set(ordered.map(({ offering }) => offering[of].name)),
  ];
  for (const of of ['service', 'entry'] as const) {
    const before = names(first.ordered, of);
    const after = names(chain.ordered, of);
    const added = after.filter((name) => !before.includes(name));
    const removed = before.filter((name) => !after.includes(name));
    if (added.length > 0 && removed.length > 0) return `${listed(added)} in place of ${listed(removed)}.`;
    if (added.length > 0) return `${listed(added)} besides.`;
    if (removed.length > 0) return `${listed(after)} alone, without ${listed(removed)}.`;
  }
  return 'The same services, put together differently.';
}

/** For the largest gain and the largest loss: the judgement of the part that makes it, in the catalogue's own words. */
function grounds(engine: Engine, first: Compared, chain: Compared): string[] {
  const criteria = differences(engine, first.measures, chain.measures);
  const shown = [criteria.find(({ by }) => by > 0), criteria.find(({ by }) => by < 0)].filter(
    (criterion) => criterion !== undefined,
  );
  const before = new Set(first.ordered.map(({ offering }) => offering.entry.id));
  const fresh = chain.ordered.map(({ offering }) => offering.entry).filter(({ id }) => !before.has(id));
  return shown.flatMap(({ id, name, by }) => {
    const [telling] = fresh.toSorted(
      (one, other) =>
        Math.sign(by) * (ratingOf(engine.index, other, id).value - ratingOf(engine.index, one, id).value) ||
        byCodeUnit(one.id, other.id),
    );
    return telling ? [`${name}: ${lowered(ratingOf(engine.index, telling, id).judgement)} (${telling.name}).`] : [];
  });
}

/** All that is to be said of a chain beside the first: the balance, who takes whose place, and the grounds. */
export const tradeOff = (engine: Engine, first: Compared, chain: Compared): string[] => [
  balance(engine, first, chain),
  exchange(first, chain),
  ...grounds(engine, first, chain),
];

/** What to mind of a chain by itself: what was put in, and what is not open to all for good. */
export function caveatsOf(ordered: readonly PlannedTask[]): string[] {
  const between = ordered
    .filter(({ bridge }) => bridge)
    .map(({ task, offering }) => `"${task.name}" was put in, done by ${offering.entry.name}.`);
  const leaving = ordered
    .flatMap(({ offering }) => [offering.entry, offering.service])
    .filter(({ lifecycle }) => lifecycle.status !== 'active')
    .map((entry) => `${entry.name}: ${lifecycleSentence(entry)}`);
  return [...new Set([...between, ...leaving])];
}
