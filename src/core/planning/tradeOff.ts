/** What speaks for and against a chain, beside the first one, as sentences. */
import { byCodeUnit } from '../base/order.ts';
import { listed } from '../base/words.ts';
import { ratingOf } from '../catalog/lookup.ts';
import { dataLevel, lifecycleSentence, trainingNames } from '../decision/constraints.ts';
import type { Engine } from '../decision/engine.ts';
import { linked, type PlannedTask } from '../decision/plan.ts';
import type { ChainMeasures } from './chain.ts';

/** A chain as it is compared: its plan and its measures. */
export interface Compared {
  readonly ordered: readonly PlannedTask[];
  readonly measures: ChainMeasures;
  /** Tasks that start from what nobody gives: it is taken to be at hand. */
  readonly unfed: readonly string[];
}

/** A rating has to differ by this much, of 1, to be worth a word. */
const worthAWord = 0.1;
/** Criteria named on each side, the largest differences first. */
const mostNamed = 2;

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

const lowered = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const counted = (difference: number, noun: string): string => {
  const count = Math.abs(difference);
  return `${numberWords[count] ?? count} ${noun}${count === 1 ? '' : 's'} ${difference < 0 ? 'fewer' : 'more'}`;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How some parts of a plan rate together: the mean of what does the asked tasks; what was put in between adds nothing that was
 * asked for, so it can only make that worse.
 */
function together(engine: Engine, planned: readonly PlannedTask[], criterion: string): number {
  const rated = (some: readonly PlannedTask[]): number[] =>
    some.map(({ offering }) => ratingOf(engine.index, offering.entry, criterion).value);
  const asked = rated(planned.filter(({ bridge }) => !bridge));
  const between = rated(planned.filter(({ bridge }) => bridge));
  return asked.length === 0 ? mean(between) : Math.min(mean(asked), ...between);
}

/** What one plan does that the other does not do in the same way. */
const unlike = (one: readonly PlannedTask[], other: readonly PlannedTask[]): PlannedTask[] =>
  one.filter(
    ({ task, offering }) =>
      !other.some((each) => each.task.id === task.id && each.offering.entry.id === offering.entry.id),
  );

/** Criteria by how much the parts that are exchanged differ, largest first. What the two share says nothing. */
function differences(engine: Engine, first: Compared, chain: Compared) {
  const before = unlike(first.ordered, chain.ordered);
  const after = unlike(chain.ordered, first.ordered);
  if (before.length + after.length === 0) return [];
  const by = (criterion: string): number => {
    const was = together(engine, before.length > 0 ? before : first.ordered, criterion);
    const is = together(engine, after.length > 0 ? after : chain.ordered, criterion);
    if (before.length === 0) return Math.min(0, is - was);
    return after.length === 0 ? Math.max(0, is - was) : is - was;
  };
  return engine.index.catalog.criteria
    .map(({ id, name }) => ({ id, name, by: by(id) }))
    .filter(({ by }) => Math.abs(by) >= worthAWord)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by) || byCodeUnit(one.id, other.id));
}

const hungriest = (ordered: readonly PlannedTask[]) =>
  ordered
    .map(({ offering }) => offering.offer.trainingData)
    .toSorted((one, other) => dataLevel[other] - dataLevel[one])[0] ?? 'none';

/** Whether the chain is better than the first in anything that is measured; if not, nobody wants to see it. */
export function gainsSomething(engine: Engine, first: Compared, chain: Compared): boolean {
  const { parts, supporting } = first.measures;
  const leaving = ({ ordered, measures }: Compared): number => Math.round((1 - measures.lifecycle) * ordered.length);
  return (
    chain.measures.parts < parts ||
    chain.measures.parts + chain.measures.supporting < parts + supporting ||
    leaving(chain) < leaving(first) ||
    chain.unfed.length < first.unfed.length ||
    dataLevel[hungriest(chain.ordered)] < dataLevel[hungriest(first.ordered)] ||
    differences(engine, first, chain).some(({ by }) => by > 0)
  );
}

/** "One service fewer; better for control, worse for least operations; it needs labelled data." */
function balance(engine: Engine, first: Compared, chain: Compared): string {
  const criteria = differences(engine, first, chain);
  const better = criteria.filter(({ by }) => by > 0).slice(0, mostNamed);
  const worse = criteria.filter(({ by }) => by < 0).slice(0, mostNamed);
  const named = (side: typeof criteria): string => listed(side.map(({ name }) => lowered(name)));
  const services = chain.measures.parts - first.measures.parts;
  const beside = chain.measures.supporting - first.measures.supporting;
  const [needs, needed] = [hungriest(chain.ordered), hungriest(first.ordered)];
  const counts = [
    ...(services !== 0 ? [counted(services, 'service')] : []),
    ...(beside !== 0 ? [counted(beside, 'supporting part')] : []),
  ].map((count, place) => (place === 0 ? count : lowered(count)));
  const count = counts.length > 0 ? listed(counts) : 'As many parts';
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
  const made = chain.ordered
    .filter(({ task }) => first.unfed.includes(task.id) && !chain.unfed.includes(task.id))
    .flatMap((taking) => {
      const source = chain.ordered.find((giving) => giving !== taking && linked(engine, giving, taking) !== undefined);
      return (source && linked(engine, source, taking)) ?? [];
    })
    .map((kind) => engine.index.dataKinds.get(kind)?.name ?? kind);
  const making = made.length > 0 ? `what the first takes as given is made too: ${listed([...new Set(made)])}` : '';
  return `${[count, making, ratings, training].filter((part) => part !== '').join('; ')}.`;
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
    if (of === 'service') continue;
    if (added.length > 0) return `${listed(added)} besides.`;
    if (removed.length > 0) return `${listed(after)} alone, without ${listed(removed)}.`;
  }
  return 'The same services, put together differently.';
}

/** For the largest gain and the largest loss: the judgement of the part that makes it, in the catalogue's own words. */
function grounds(engine: Engine, first: Compared, chain: Compared): string[] {
  const criteria = differences(engine, first, chain);
  const shown = [criteria.find(({ by }) => by > 0), criteria.find(({ by }) => by < 0)].filter(
    (criterion) => criterion !== undefined,
  );
  const before = new Set(first.ordered.map(({ offering }) => offering.entry.id));
  const fresh = chain.ordered.filter(({ offering }) => !before.has(offering.entry.id));
  const asked = fresh.filter(({ bridge }) => !bridge);
  return shown.flatMap(({ id, name, by }) => {
    // A gain is owed to what does the task; a loss may come from what was put in between.
    const from = by > 0 && asked.length > 0 ? asked : fresh;
    const [telling] = from
      .map(({ offering }) => offering.entry)
      .toSorted(
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
