/** The single edits of a need that may bring one entry forward: the space in which the smallest change is sought. */
import { byCodeUnit } from '../base/order.ts';
import type { Entry, Offer } from '../catalog/entry.ts';
import { managementLevels } from '../catalog/entry.ts';
import { acceptedBy, type Engine, type Offering, producedBy } from '../decision/engine.ts';
import type { Constraints, Need } from '../decision/need.ts';
import { costs, type Edit, type Priced, priced } from './edits.ts';

/** What an entry can do itself and through its capabilities. */
export function offeringsUnder(engine: Engine, entry: Entry): readonly Offering[] {
  const capabilities = (engine.index.capabilities.get(entry.id) ?? []).filter(({ kind }) => kind === 'capability');
  return [entry, ...capabilities].flatMap(({ id }) => engine.offeringsOf.get(id) ?? []);
}

type Named<Name extends keyof Constraints> = NonNullable<Constraints[Name]>;

/** Values of a constraint under which at least one of the offers is open. */
function valuesFor(entry: Entry, offers: readonly Offer[]): ReadonlyMap<keyof Constraints, ReadonlySet<string>> {
  const places: readonly Named<'place'>[] = offers.flatMap((offer) => offer.places);
  const modes: readonly Named<'mode'>[] = offers.flatMap((offer) => offer.modes);
  return new Map<keyof Constraints, ReadonlySet<string>>([
    ['mode', new Set(modes)],
    ['place', new Set(places)],
    ['trainingData', new Set(offers.map((offer) => offer.trainingData))],
    ['framework', new Set(offers.flatMap((offer) => offer.frameworks ?? []))],
    ['management', new Set([entry.management])],
  ]);
}

function constraintEdits(engine: Engine, need: Need, entry: Entry, offerings: readonly Offering[]): Priced[] {
  const { constraints } = need;
  const edits: Priced[] = [];
  const values = valuesFor(
    entry,
    offerings.map(({ offer }) => offer),
  );
  for (const [constraint, allowed] of values) {
    const stated = constraints[constraint];
    if (stated !== undefined) edits.push(priced({ kind: 'open', constraint }, costs.open));
    if (constraint === 'management') continue;
    for (const value of allowed)
      if (value !== stated)
        edits.push(priced({ kind: 'set', constraint, value }, stated === undefined ? costs.state : costs.turn));
  }
  const { management } = constraints;
  const levels = managementLevels.filter((level) => level === entry.management || management?.includes(level));
  if (management && !management.includes(entry.management))
    edits.push(priced({ kind: 'set', constraint: 'management', value: levels }, costs.open));
  if (!management || management.length > 1)
    edits.push(priced({ kind: 'set', constraint: 'management', value: [entry.management] }, costs.state));
  if (constraints.customer !== 'existing')
    edits.push(
      priced(
        { kind: 'set', constraint: 'customer', value: 'existing' },
        constraints.customer === undefined ? costs.state : costs.turn,
      ),
    );
  if (constraints.sheetOnly === true) edits.push(priced({ kind: 'open', constraint: 'sheetOnly' }, costs.open));
  else if (entry.onSheet) edits.push(priced({ kind: 'set', constraint: 'sheetOnly', value: true }, costs.narrow));
  for (const id of constraints.excluded ?? []) {
    const target = engine.index.entries.get(id);
    if (target && (target.id === entry.id || target.id === entry.partOf))
      edits.push(priced({ kind: 'allow', entry: id }, costs.open));
  }
  return edits;
}

function dataEdits(engine: Engine, need: Need, offerings: readonly Offering[]): Priced[] {
  const taken = new Set<string>();
  const given = new Set<string>();
  for (const { offer } of offerings) {
    const task = engine.index.tasks.get(offer.task);
    if (!task) continue;
    for (const kind of acceptedBy(task, offer)) taken.add(kind);
    for (const kind of producedBy(task, offer)) given.add(kind);
  }
  const add = (side: 'have' | 'want', kinds: Iterable<string>): Edit[] =>
    [...kinds].filter((data) => !need[side].includes(data)).map((data) => ({ kind: 'add-data', side, data }));
  const remove = (side: 'have' | 'want'): Edit[] => need[side].map((data) => ({ kind: 'remove-data', side, data }));
  return [...add('have', taken), ...add('want', given), ...remove('have'), ...remove('want')].map((edit) =>
    priced(edit, costs.data),
  );
}

/** Every single edit but the moves of weights, the cheapest first. */
export function candidateEdits(engine: Engine, need: Need, entry: Entry, targets: readonly string[]): Priced[] {
  const offerings = offeringsUnder(engine, entry);
  // Constraints and data matter for what the entry is to do; where it competes for nothing, for all that it does.
  const competing = offerings.filter(({ offer }) => targets.includes(offer.task));
  const foremost = competing.length > 0 ? competing : offerings;
  const asked = new Set(need.tasks.map(({ task }) => task));
  const tasks: Edit[] = [...new Set(offerings.map(({ offer }) => offer.task))]
    .filter((task) => !asked.has(task))
    .map((task) => ({ kind: 'add-task', task }));
  const dropped: Edit[] = need.tasks.length > 1 ? need.tasks.map(({ task }) => ({ kind: 'remove-task', task })) : [];
  const settled = Object.keys(need.choices ?? {}).map((task) => priced({ kind: 'unsettle', task }, costs.open));
  const unnamed = need.named
    .filter(({ entry: id }) => id !== entry.id)
    .map(({ entry: id }) => priced({ kind: 'unname', entry: id }, costs.unname));
  const isNamed = need.named.some(({ entry: id, stance }) => id === entry.id && stance === 'use');
  return [
    ...constraintEdits(engine, need, entry, foremost),
    ...dataEdits(engine, need, foremost),
    ...[...tasks, ...dropped].map((edit) => priced(edit, costs.task)),
    ...settled,
    ...unnamed,
    ...(isNamed ? [] : [priced({ kind: 'name', entry: entry.id }, costs.name)]),
  ].sort((left, right) => left.cost - right.cost || byCodeUnit(left.key, right.key));
}
