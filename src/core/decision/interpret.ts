/**
 * From a sentence to a need. The lexicon says what words mean; this adds up what they give, minds what is denied, keeps
 * one of several readings of the same wish, and falls back on the overlap of words where no phrase was known.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { entryObstacle, offerObstacle } from './constraints.ts';
import { type Engine, engineOf } from './engine.ts';
import { standsFor } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import { type Constraints, type NamedEntry, type Need, type NeededTask, needSchema } from './need.ts';
import { taskOverlap } from './overlap.ts';
import { heldCombinations, type Reading, read, triggersOf } from './reading.ts';
import { type Evidence, settingShare, Tally, tallyConcepts } from './tally.ts';
import { segmentOverlaps, weighWords } from './wordEvidence.ts';

/** A task that weighs less than this, or than this share of the heaviest, was not asked for. */
const leastWeight = 0.3;
/** Where nothing weighs more, the heaviest is taken as a guess down to this weight. */
const leastGuess = 0.12;
/** What weighs less, and leads no step clearly, is a guess. */
const guessWeight = 0.35;
/** The overlap of words that is worth a guess where all else is denied. */
const leastResort = 0.8;
/** Beside a named service, tasks lighter than this are no wish of their own. */
const leastBesideName = 0.45;
const leastShare = 0.52;
/** What one step of the text speaks for clearly is a stage of its own from this weight on, however heavy the others are. */
const clearWeight = 0.2;
/** A rival reading stands beside the strongest only if it weighs this much and rests on words of its own. */
const rivalWeight = 0.8;
/** A task that single words alone speak for is dropped if less of them than this is left over by heavier tasks. */
const leastFresh = 0.5;
/** A task whose weight is cut to less than this share is spoken against. */
const notWanted = 0.5;
/** A service that was named to be used, for none of the tasks that were asked for, has a part to play all the same. */
const namedShare = 0.6;
/** The same for a service that is closed or gone. */
const endedNamedShare = 0.95;
/** How much nearer to certainty a task comes that a named service did which is closed or going. */
const endedShare = 0.6;
const squareFit = 0.75;
/** A task that takes the data at hand, or gives the data wanted, is a little likelier. */
const dataFitWeight = 0.12;

function namedEntries(engine: Engine, reading: Reading): NamedEntry[] {
  const named = new Map<string, { entry: string; replace: boolean; places: number[] }>();
  for (const { thing, places, sentence, denied } of reading.names) {
    const entry = engine.index.entries.get(thing.entry);
    if (!entry) continue;
    const gone =
      denied ||
      entry.lifecycle.status === 'retired' ||
      reading.markers.some((marker) => marker.thing === 'gone' && Math.abs(marker.sentence - sentence) <= 1);
    const known = named.get(entry.id) ?? { entry: entry.id, replace: false, places: [] };
    known.replace ||= gone;
    known.places.push(...places);
    named.set(entry.id, known);
  }
  return [...named.values()].map(({ entry, replace, places }) => ({
    entry,
    stance: replace ? 'replace' : 'use',
    triggers: triggersOf(reading, places),
  }));
}

/** Weights after all factors, and a little for tasks that fit the data that was spoken of. */
function weigh(engine: Engine, tally: Tally): Map<string, Evidence> {
  const weighed = new Map<string, Evidence>();
  for (const [id, { weight, ...rest }] of tally.tasks) {
    const task = engine.index.tasks.get(id);
    if (!task) continue;
    const factor = (tally.factors.get(id) ?? 1) * (tally.groupFactors.get(task.group) ?? 1);
    const takes = tally.have.some((kind) => task.accepts.includes(kind));
    const gives = tally.want.some((kind) => task.produces.includes(kind));
    const fitting =
      1 - (1 - Math.min(1, weight * factor)) * (takes ? 1 - dataFitWeight : 1) * (gives ? 1 - dataFitWeight : 1);
    weighed.set(id, { weight: factor === 0 ? 0 : Math.min(0.99, fitting), ...rest });
  }
  return weighed;
}

/** Whoever names a service that is closed or going asks for what it did: those tasks weigh more, where the words speak for them. */
function favourNamed(engine: Engine, weighed: Map<string, Evidence>, named: readonly NamedEntry[]): void {
  const ended = named.flatMap(({ entry: id }) => {
    const entry = engine.index.entries.get(id);
    return entry && entry.lifecycle.status !== 'active' ? [entry] : [];
  });
  const done = ended
    .flatMap((entry) => [entry, ...(engine.index.capabilities.get(entry.id) ?? [])])
    .flatMap(({ offers }) => offers.filter(({ fit }) => fit >= squareFit).map(({ task }) => task));
  for (const task of new Set(done)) {
    const evidence = weighed.get(task);
    if (evidence) evidence.weight = 1 - (1 - evidence.weight) * (1 - endedShare);
  }
}

/** Of each set of rivals the strongest; another only where it is strong by words that the strongest does not rest on. */
function withoutRivals(weighed: Map<string, Evidence>, rivals: Lexicon['rivals']): void {
  for (const set of rivals) {
    const found = set
      .flatMap((task) => {
        const evidence = weighed.get(task);
        return evidence ? [{ task, evidence }] : [];
      })
      .sort((left, right) => right.evidence.weight - left.evidence.weight || byCodeUnit(left.task, right.task));
    const kept: Evidence[] = [];
    for (const { task, evidence } of found) {
      const alone = !kept.some(({ places }) => evidence.places.some((place) => places.includes(place)));
      if (kept.length === 0 || (evidence.weight >= rivalWeight && alone)) kept.push(evidence);
      else weighed.delete(task);
    }
  }
}

/** Drops what single words alone speak for, and no step clearly, where heavier tasks have explained most of these words. */
function withoutEchoes(weighed: Map<string, Evidence>): void {
  const explained = new Set<number>();
  const heaviestFirst = [...weighed].sort(
    ([leftId, left], [rightId, right]) => right.weight - left.weight || byCodeUnit(leftId, rightId),
  );
  for (const [task, { places, spoken, clear }] of heaviestFirst) {
    const own = new Set(places);
    const fresh = [...own].filter((place) => !explained.has(place)).length;
    if (!spoken && !clear && explained.size > 0 && fresh < leastFresh * own.size) weighed.delete(task);
    else for (const place of own) explained.add(place);
  }
}

/** Where nothing was left to go by: what all the words speak for, those that are denied too ("who will not turn up"). */
function lastResort(engine: Engine, reading: Reading, lexicon: Lexicon): NeededTask[] {
  // A task that was refused by name is not to be guessed again.
  if (reading.concepts.some(({ thing, denied }) => denied && Object.keys(thing.tasks).length > 0)) return [];
  const [best] = taskOverlap(reading.words, engine.index.catalog, lexicon);
  return best && best.score >= leastResort
    ? [{ task: best.task, weight: leastGuess, triggers: triggersOf(reading, best.places), guess: true }]
    : [];
}

/**
 * For entries that are named and do none of these tasks: what each does foremost. A service to be used plays a part below what
 * was asked for; one that is closed or gone is what the sentence is about.
 */
function tasksOfNamed(engine: Engine, named: readonly NamedEntry[], tasks: readonly NeededTask[]): NeededTask[] {
  const [heaviest] = tasks;
  if (!heaviest) return [];
  return named.flatMap(({ entry: id, stance, triggers }): NeededTask[] => {
    const entry = engine.index.entries.get(id);
    if (entry?.kind !== 'service') return [];
    const ended = entry.lifecycle.status !== 'active';
    if (stance !== 'use' && !ended) return [];
    const offers = [entry, ...(engine.index.capabilities.get(entry.id) ?? [])].flatMap((each) => each.offers);
    if (tasks.some(({ task }) => offers.some((offer) => offer.task === task))) return [];
    const [best] = offers.toSorted((left, right) => right.fit - left.fit || byCodeUnit(left.task, right.task));
    const share = ended ? endedNamedShare : namedShare;
    return best ? [{ task: best.task, weight: Math.round(share * heaviest.weight * 1000) / 1000, triggers }] : [];
  });
}

/** A constraint that was read from words never empties the answer: what leaves nothing for the first task is let go. */
function tenable(engine: Engine, need: Need): Constraints {
  const [first] = need.tasks;
  if (!first) return need.constraints;
  const answered = (constraints: Constraints): boolean =>
    (engine.offerings.get(first.task) ?? []).some(
      ({ entry, offer }) =>
        !entryObstacle(engine.index, entry, { ...need, constraints }) &&
        !offerObstacle(engine.index, entry, offer, { ...need, constraints }),
    );
  let constraints: Constraints = {};
  for (const [name, value] of Object.entries(need.constraints).sort(([left], [right]) => byCodeUnit(left, right))) {
    const with_ = { ...constraints, [name]: value };
    if (name === 'customer' || answered(with_)) constraints = with_;
  }
  return constraints;
}

/**
 * Reads a need from a sentence. Never throws; a sentence that says nothing known gives a need without tasks. Weights come
 * from the lexicon; the triggers of a task are exact slices of the text.
 */
export function interpret(text: string, catalog: Catalog, lexicon: Lexicon): Need {
  const engine = engineOf(catalog);
  const reading = read(text, lexicon);
  const tally = new Tally();
  tallyConcepts(reading, tally);
  for (const { combination, places } of heldCombinations(reading, lexicon.combinations)) {
    tally.add(combination, places, 'have', places.every((place) => reading.setting.has(place)) ? settingShare : 1);
  }
  const named = namedEntries(engine, reading);
  const silent = new Set([...reading.deniedPlaces, ...reading.setting]);
  const overlaps = taskOverlap(reading.words, catalog, lexicon, silent);
  weighWords(tally, overlaps, segmentOverlaps(reading, catalog, lexicon));
  const weighed = weigh(engine, tally);
  const heaviest = (): number => Math.max(0, ...[...weighed.values()].map(({ weight }) => weight));
  favourNamed(engine, weighed, named);
  withoutRivals(weighed, lexicon.rivals);
  withoutEchoes(weighed);
  const least = named.length > 0 ? leastBesideName : Math.max(leastGuess, Math.min(leastWeight, heaviest()));
  const floor = Math.max(least, leastShare * heaviest());
  const tasks = [...weighed]
    // What neither a phrase nor a step's own words speak for stands alone or not at all: it is a stray reading of the rest.
    .filter(
      ([, { weight, spoken, leads, clear }]) =>
        weight >= (clear ? Math.min(floor, clearWeight) : floor) && (spoken || leads || weight === heaviest()),
    )
    .map(
      ([task, { weight, places, clear }]): NeededTask => ({
        task,
        weight: Math.round(weight * 1000) / 1000,
        triggers: triggersOf(reading, places),
        ...(weight < guessWeight && !clear ? { guess: true } : {}),
      }),
    )
    .sort((left, right) => right.weight - left.weight || byCodeUnit(left.task, right.task));
  const known = (kinds: readonly string[]): string[] =>
    [...new Set(kinds)].filter((kind) => engine.index.dataKinds.has(kind));
  if (tasks.length === 0 && silent.size > 0) tasks.push(...lastResort(engine, reading, lexicon));
  const asked = new Set(tasks.map(({ task }) => task));
  // What only tasks give that the words speak against is not wanted: in "he speaks, we read" no speech is to be made.
  const want = known(tally.want).filter((kind) => {
    const givers = catalog.tasks.filter(({ produces }) => produces.includes(kind));
    return givers.some(({ id }) => asked.has(id)) || !givers.some(({ id }) => (tally.factors.get(id) ?? 1) < notWanted);
  });
  const have = known(tally.have);
  // "Call recordings" says more than "recordings": the general word beside it adds nothing.
  const saidCloser = (kind: string): boolean =>
    have.some((other) => other !== kind && standsFor(engine.lattice, other, kind));
  const need: Need = needSchema.parse({
    tasks: [...tasks, ...tasksOfNamed(engine, named, tasks)],
    have: have.filter((kind) => !want.includes(kind) && !saidCloser(kind)),
    want,
    constraints: tally.constraints,
    preferences: Object.fromEntries(
      [...tally.preferences].filter(([criterion]) => engine.index.criteria.has(criterion)),
    ),
    named,
    readings: reading.concepts.map(({ thing, denied, places }) => ({
      concept: thing.id,
      negated: denied,
      triggers: triggersOf(reading, places),
    })),
    text,
  });
  return { ...need, constraints: tenable(engine, need) };
}
