/**
 * From a sentence to a need. The lexicon says what words mean; this adds up what they give, minds what is denied, keeps
 * one of several readings of the same wish, and falls back on the overlap of words where no phrase was known.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { entryObstacle, offerObstacle } from './constraints.ts';
import { type Engine, engineOf } from './engine.ts';
import type { Effect, Lexicon } from './lexicon.ts';
import { type Constraints, type NamedEntry, type Need, type NeededTask, needSchema } from './need.ts';
import { type Overlap, taskOverlap } from './overlap.ts';
import { heldCombinations, type Reading, read, type Said, triggersOf } from './reading.ts';

/** A task that weighs less than this, or than this share of the heaviest, was not asked for. */
const leastWeight = 0.3;
/** Where nothing weighs more, the heaviest is taken as a guess down to this weight. */
const leastGuess = 0.12;
/** Beside a named service, tasks lighter than this are no wish of their own. */
const leastBesideName = 0.45;
const leastShare = 0.52;
/** A rival reading stands beside the strongest only if it weighs this much and rests on words of its own. */
const rivalWeight = 0.8;
/** The share of a phrase's weight that stands although the other words of the sentence speak for other tasks. */
const phraseShare = 0.7;
/** The weight that the words alone can give, from this share of the best overlap on, and the score that is sure of itself. */
const wordsWeight = 0.7;
const leastOverlap = 0.6;
const sureOverlap = 1.84;
/** The weight that the words of one clause can give to its foremost task. */
const clauseWeight = 0.45;
/** A task that takes the data at hand, or gives the data wanted, is a little likelier. */
const dataFitWeight = 0.12;

interface Evidence {
  weight: number;
  readonly places: number[];
}

/** Everything that the sentence gave, as it is added up. */
class Tally {
  readonly tasks = new Map<string, Evidence>();
  readonly factors = new Map<string, number>();
  readonly groupFactors = new Map<string, number>();
  readonly have: string[] = [];
  readonly want: string[] = [];
  readonly preferences = new Map<string, number>();
  constraints: Constraints = {};

  /** Adds an effect that rests on these words; `side` tells where data goes whose side is open. */
  add(effect: Effect, places: readonly number[], side: 'have' | 'want'): void {
    for (const [task, weight] of Object.entries(effect.tasks)) this.addTask(task, weight, places);
    for (const [task, factor] of Object.entries(effect.scale))
      this.factors.set(task, (this.factors.get(task) ?? 1) * factor);
    for (const [group, factor] of Object.entries(effect.scaleGroups)) {
      this.groupFactors.set(group, (this.groupFactors.get(group) ?? 1) * factor);
    }
    this.have.push(...effect.have, ...(side === 'have' ? effect.data : []));
    this.want.push(...effect.want, ...(side === 'want' ? effect.data : []));
    for (const [criterion, weight] of Object.entries(effect.preferences)) {
      this.preferences.set(criterion, weight < 0.5 ? weight : Math.max(weight, this.preferences.get(criterion) ?? 0));
    }
    const stated = Object.entries(effect.constraints).filter(([, value]) => value !== undefined);
    this.constraints = { ...this.constraints, ...Object.fromEntries(stated) };
  }

  addTask(task: string, weight: number, places: readonly number[]): void {
    const known = this.tasks.get(task) ?? { weight: 0, places: [] };
    known.weight = 1 - (1 - known.weight) * (1 - weight);
    known.places.push(...places);
    this.tasks.set(task, known);
  }

  /** Takes back what was denied: "mood is irrelevant". */
  deny(effect: Effect): void {
    for (const [task, weight] of Object.entries(effect.tasks))
      this.factors.set(task, (this.factors.get(task) ?? 1) * (1 - weight));
  }
}

/** Whether data at this place is at hand or wanted: by the nearest marker before it in its sentence. */
function sideAt(reading: Reading, place: number): 'have' | 'want' {
  const sentence = reading.words[place]?.sentence;
  const before = reading.markers.filter(
    ({ thing, places, sentence: its }) =>
      (thing === 'have' || thing === 'want') && its === sentence && (places.at(-1) ?? 0) < place,
  );
  const nearest = before.toSorted((left, right) => (right.places.at(-1) ?? 0) - (left.places.at(-1) ?? 0))[0];
  return nearest?.thing === 'want' ? 'want' : 'have';
}

/** Each concept counts once however often it is said; affirmed once, it is not denied. */
function tallyConcepts(reading: Reading, tally: Tally): void {
  const byConcept = new Map<string, Said<Lexicon['concepts'][number]>[]>();
  for (const said of reading.concepts) byConcept.set(said.thing.id, [...(byConcept.get(said.thing.id) ?? []), said]);
  for (const mentions of byConcept.values()) {
    const affirmed = mentions.filter(({ denied }) => !denied);
    const [first] = affirmed.length > 0 ? affirmed : mentions;
    if (!first) continue;
    const places = (affirmed.length > 0 ? affirmed : mentions).flatMap((mention) => mention.places);
    if (affirmed.length > 0) tally.add(first.thing, places, sideAt(reading, first.places[0] ?? 0));
    else {
      tally.deny(first.thing);
      if (first.thing.denied) tally.add(first.thing.denied, places, 'have');
    }
  }
}

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
  for (const [id, { weight, places }] of tally.tasks) {
    const task = engine.index.tasks.get(id);
    if (!task) continue;
    const factor = (tally.factors.get(id) ?? 1) * (tally.groupFactors.get(task.group) ?? 1);
    const takes = tally.have.some((kind) => task.accepts.includes(kind));
    const gives = tally.want.some((kind) => task.produces.includes(kind));
    const fitting =
      1 - (1 - Math.min(1, weight * factor)) * (takes ? 1 - dataFitWeight : 1) * (gives ? 1 - dataFitWeight : 1);
    weighed.set(id, { weight: factor === 0 ? 0 : Math.min(0.99, fitting), places });
  }
  return weighed;
}

/**
 * Brings what phrases gave and what all the words speak for together: a phrase that the other words do not bear out
 * counts for less, and a task that the words bear out counts even where no phrase was known.
 */
function weighWords(tally: Tally, overlaps: readonly Overlap[]): void {
  const top = overlaps[0]?.score ?? 0;
  const shares = new Map(overlaps.map(({ task, score }) => [task, score / top]));
  const sure = Math.min(1, top / sureOverlap);
  for (const [task, evidence] of tally.tasks) {
    evidence.weight *= 1 - sure * (1 - phraseShare) * (1 - (shares.get(task) ?? 0));
  }
  for (const { task, score, places } of overlaps) {
    const strength = (score / top - leastOverlap) / (1 - leastOverlap);
    if (strength <= 0) break;
    tally.addTask(task, wordsWeight * sure * strength, places);
  }
}

/**
 * The foremost task of each clause by its words alone: in "read it, translate it, say it aloud" no single task is that of
 * the whole sentence.
 */
function clauseTasks(reading: Reading, catalog: Catalog, lexicon: Lexicon): [string, number, readonly number[]][] {
  const clauses = new Map<number, number[]>();
  reading.words.forEach(({ clause }, place) => {
    clauses.set(clause, [...(clauses.get(clause) ?? []), place]);
  });
  if (clauses.size < 2) return [];
  return [...clauses.values()].flatMap((places): [string, number, readonly number[]][] => {
    const outside = new Set(
      [...reading.deniedPlaces, ...reading.words.keys()].filter(
        (place) => !places.includes(place) || reading.deniedPlaces.has(place),
      ),
    );
    const [best] = taskOverlap(reading.words, catalog, lexicon, outside);
    return best ? [[best.task, clauseWeight * Math.min(1, best.score / sureOverlap), best.places]] : [];
  });
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
    tally.add(combination, places, 'have');
  }
  const named = namedEntries(engine, reading);
  weighWords(tally, taskOverlap(reading.words, catalog, lexicon, reading.deniedPlaces));
  for (const [task, weight, places] of clauseTasks(reading, catalog, lexicon)) tally.addTask(task, weight, places);
  const weighed = weigh(engine, tally);
  const heaviest = (): number => Math.max(0, ...[...weighed.values()].map(({ weight }) => weight));
  withoutRivals(weighed, lexicon.rivals);
  const least = named.length > 0 ? leastBesideName : Math.max(leastGuess, Math.min(leastWeight, heaviest()));
  const floor = Math.max(least, leastShare * heaviest());
  const tasks = [...weighed]
    .filter(([, { weight }]) => weight >= floor)
    .map(
      ([task, { weight, places }]): NeededTask => ({
        task,
        weight: Math.round(weight * 1000) / 1000,
        triggers: triggersOf(reading, places),
      }),
    )
    .sort((left, right) => right.weight - left.weight || byCodeUnit(left.task, right.task));
  const known = (kinds: readonly string[]): string[] =>
    [...new Set(kinds)].filter((kind) => engine.index.dataKinds.has(kind));
  const want = known(tally.want);
  const need: Need = needSchema.parse({
    tasks,
    have: known(tally.have).filter((kind) => !want.includes(kind)),
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
