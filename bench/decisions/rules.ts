/** The catalogue's hard rules for json-rules-engine: one rule for each offer, written as its users write rules. */
import { type ConditionProperties, Engine, type RuleProperties } from 'json-rules-engine';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { type Entry, managementLevels, type Offer, type TrainingData } from '../../src/core/catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../../src/core/catalog/lookup.ts';
import type { Need } from '../../src/core/decision/need.ts';

/** Names what the rules leave open for a need and these tasks: ids of entries, by code unit. */
export type RulesEngine = (need: Need, tasks: readonly string[]) => Promise<readonly string[]>;

/** Stands for a field of the need that says nothing. */
const open = 'open';

const trainingLevel: Readonly<Record<TrainingData, number>> = {
  none: 0,
  unlabelled: 1,
  'few-labels': 2,
  labels: 3,
  history: 3,
};

const is = (fact: string, operator: string, value: unknown): ConditionProperties => ({ fact, operator, value });

/** What one writes in, packs in or reads about is nobody's to run. */
const nobodyRuns: ReadonlySet<Entry['kind']> = new Set(['framework', 'image', 'context']);

/** Customers that may start with an entry. */
const welcome = ({ lifecycle }: Entry): readonly string[] => {
  if (lifecycle.status === 'retired') return [];
  return lifecycle.status === 'closed-to-new' ? ['existing'] : ['existing', 'new'];
};

function ruleOf(index: CatalogIndex, entry: Entry, offer: Offer): RuleProperties {
  const parent = entry.partOf === undefined ? undefined : index.entries.get(entry.partOf);
  const building = index.tasks.get(offer.task)?.building === true;
  const names = [entry.id, ...entry.aliases, ...(parent ? [parent.id] : [])];
  return {
    conditions: {
      all: [
        // Asked first and on its own, so that the engine leaves the many rules of other tasks at once.
        { ...is('tasks', 'contains', offer.task), priority: 10 },
        is('customer', 'in', welcome(entry)),
        ...(entry.kind === 'capability' && parent ? [is('customer', 'in', welcome(parent))] : []),
        ...(nobodyRuns.has(entry.kind) ? [] : [is('management', 'contains', entry.management)]),
        ...(building ? [] : [is('place', 'in', [...offer.places, open])]),
        is('trainingLevel', 'greaterThanInclusive', trainingLevel[offer.trainingData]),
        ...(building || offer.modes.includes('interactive') ? [] : [is('mode', 'in', [...offer.modes, open])]),
        ...(offer.frameworks === undefined ? [] : [is('framework', 'in', [...offer.frameworks, open])]),
        ...(entry.onSheet ? [] : [is('sheetOnly', 'equal', false)]),
        ...names.map((name) => is('excluded', 'doesNotContain', name)),
      ],
    },
    event: { type: entry.id, params: { fit: offer.fit } },
  };
}

const factsOf = ({ constraints }: Need, tasks: readonly string[]): Record<string, unknown> => ({
  tasks,
  mode: constraints.mode ?? open,
  place: constraints.place ?? open,
  management: constraints.management ?? managementLevels,
  framework: constraints.framework ?? open,
  customer: constraints.customer ?? 'new',
  trainingLevel: constraints.trainingData === undefined ? Number.MAX_VALUE : trainingLevel[constraints.trainingData],
  sheetOnly: constraints.sheetOnly ?? false,
  excluded: constraints.excluded ?? [],
});

async function fired(engine: Engine, facts: Record<string, unknown>): Promise<readonly string[]> {
  const { events } = await engine.run(facts);
  return events.map(({ type }) => type);
}

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

/** One engine that holds every rule, as its documentation shows it. */
export function oneEngine(catalog: Catalog): RulesEngine & { readonly rules: number } {
  const index = indexCatalog(catalog);
  const rules = catalog.entries.flatMap((entry) => entry.offers.map((offer) => ruleOf(index, entry, offer)));
  const engine = new Engine(rules);
  const run: RulesEngine = async (need, tasks) => sorted(await fired(engine, factsOf(need, tasks)));
  return Object.assign(run, { rules: rules.length });
}

/** An engine for each task, as someone would split the rules who had measured: only the asked ones are run. */
export function engineForEachTask(catalog: Catalog): RulesEngine {
  const index = indexCatalog(catalog);
  const engines = new Map<string, Engine>();
  for (const entry of catalog.entries) {
    for (const offer of entry.offers) {
      const engine = engines.get(offer.task) ?? new Engine();
      engines.set(offer.task, engine);
      engine.addRule(ruleOf(index, entry, offer));
    }
  }
  return async (need, tasks) => {
    const facts = factsOf(need, tasks);
    const all: string[] = [];
    for (const task of tasks) {
      const engine = engines.get(task);
      if (engine) all.push(...(await fired(engine, facts)));
    }
    return sorted(all);
  };
}
