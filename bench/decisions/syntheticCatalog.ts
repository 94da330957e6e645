/**
 * A catalogue of any size with the shape of the real one: families (a service with its capabilities) are drawn by a seed, and
 * copied with other ids, fits and ratings, so that offers, ratings, successors, companions and relations stay as dense as they are.
 */
import { type Random, seededRandom } from '../../src/core/base/random.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import type { Entry, Relation } from '../../src/core/catalog/entry.ts';
import type { Rating, Task } from '../../src/core/catalog/vocabulary.ts';
import { type Need, needSchema } from '../../src/core/decision/need.ts';

/**
 * How tasks grow with the entries. `kept`: the tasks of the real catalogue, so that ever more entries do each of them.
 * `growing`: a new set of tasks for each further copy of the whole, over the same kinds of data, so that chains grow too.
 */
export type TaskGrowth = 'kept' | 'growing';

const copyOf = (id: string, copy: number): string => (copy === 0 ? id : `${id}-x${copy}`);

/** A value near another one, within 0 and 1, in hundredths. */
const near = (value: number, random: Random): number =>
  Math.round(Math.min(1, Math.max(0, value + (random() - 0.5) * 0.3)) * 100) / 100;

const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
};

/** Each service with all that is part of it, in the order of ids. */
function familiesOf(catalog: Catalog): readonly (readonly Entry[])[] {
  const byId = new Map(catalog.entries.map((entry) => [entry.id, entry]));
  const topOf = (entry: Entry): string => {
    const parent = entry.partOf === undefined ? undefined : byId.get(entry.partOf);
    return parent ? topOf(parent) : entry.id;
  };
  const families = new Map<string, Entry[]>();
  for (const entry of catalog.entries) families.set(topOf(entry), [...(families.get(topOf(entry)) ?? []), entry]);
  return [...families.values()];
}

/** Draws a catalogue of `count` entries from `model`; the same seed gives the same one. */
export function syntheticCatalog(model: Catalog, count: number, seed: number, growth: TaskGrowth): Catalog {
  const random = seededRandom(seed);
  const families = familiesOf(model);
  const copies = Math.ceil(count / model.entries.length);
  const taskCopies = growth === 'growing' ? copies : 1;
  const drawn: { readonly entry: Entry; readonly copy: number }[] = [];
  for (let copy = 0; drawn.length < count; copy += 1) {
    const shuffled = families.map((family) => ({ family, at: random() })).sort((left, right) => left.at - right.at);
    for (const { family } of shuffled) {
      for (const entry of family) if (drawn.length < count) drawn.push({ entry, copy });
    }
  }
  const known = new Set(drawn.map(({ entry, copy }) => copyOf(entry.id, copy)));
  /** The relative in the same copy, else any copy of it that was drawn. */
  const relative = (id: string, copy: number): readonly string[] => {
    const own = copyOf(id, copy);
    if (known.has(own)) return [own];
    return known.has(id) ? [id] : [];
  };
  const rated = (ratings: Readonly<Record<string, Rating>>): Record<string, Rating> =>
    Object.fromEntries(
      Object.entries(ratings).map(([criterion, rating]) => [
        criterion,
        { ...rating, value: near(rating.value, random) },
      ]),
    );
  const entries = drawn.map(({ entry, copy }): Entry => {
    const { partOf, ...rest } = entry;
    const [parent] = partOf === undefined ? [] : relative(partOf, copy);
    return {
      ...rest,
      id: copyOf(entry.id, copy),
      name: copy === 0 ? entry.name : `${entry.name} ${copy + 1}`,
      ...(parent === undefined ? {} : { partOf: parent }),
      aliases: copy === 0 ? entry.aliases : [],
      lifecycle: { ...entry.lifecycle, successors: entry.lifecycle.successors.flatMap((id) => relative(id, copy)) },
      offers: entry.offers.map((offer) => ({
        ...offer,
        task: copyOf(offer.task, copy % taskCopies),
        fit: near(offer.fit, random),
      })),
      ratings: rated(entry.ratings),
      companions: entry.companions.flatMap((companion) =>
        relative(companion.id, copy).map((id) => ({ ...companion, id })),
      ),
    };
  });
  const relations = Array.from({ length: copies }, (_, copy) =>
    model.relations.flatMap((relation): Relation[] => {
      const [from] = relative(relation.from, copy);
      const [to] = relative(relation.to, copy);
      return from === undefined || to === undefined ? [] : [{ ...relation, from, to }];
    }),
  ).flat();
  const tasks = Array.from({ length: taskCopies }, (_, copy) =>
    model.tasks.map((task): Task => ({ ...task, id: copyOf(task.id, copy) })),
  ).flat();
  return { ...model, title: `${count} entries drawn by seed ${seed}`, entries, relations, tasks };
}

/** Structured needs over a catalogue: one to four tasks, data on either side, and in turn each kind of constraint. */
export function syntheticNeeds(catalog: Catalog, count: number, seed: number): readonly Need[] {
  const random = seededRandom(seed);
  const offered = new Set(catalog.entries.flatMap(({ offers }) => offers.map(({ task }) => task)));
  const tasks = catalog.tasks.filter(({ id }) => offered.has(id));
  const constraints = [
    {},
    { mode: 'live' },
    { customer: 'existing', mode: 'batch' },
    { management: ['managed-service', 'managed-platform'] },
    { trainingData: 'labels' },
    { place: 'cloud', customer: 'new' },
  ];
  return Array.from({ length: count }, (_, place) => {
    const asked = new Set(Array.from({ length: 1 + (place % 4) }, () => pick(tasks, random).id));
    return needSchema.parse({
      tasks: [...asked].map((task) => ({ task, weight: near(0.85, random) || 1 })),
      have: place % 3 === 0 ? [] : [pick(catalog.dataKinds, random).id],
      want: place % 5 === 0 ? [pick(catalog.dataKinds, random).id] : [],
      constraints: constraints[place % constraints.length],
      preferences: place % 2 === 0 ? {} : { [pick(catalog.criteria, random).id]: near(0.5, random) },
    });
  });
}
