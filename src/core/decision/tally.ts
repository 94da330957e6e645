/** Adds up what the concepts of a sentence give: tasks with their words, data on either side, wishes and constraints. */
import type { Effect, Lexicon } from './lexicon.ts';
import type { Constraints } from './need.ts';
import type { Reading, Said } from './reading.ts';

/** How much speaks for a task, and the places of the words that do. */
export interface Evidence {
  weight: number;
  readonly places: number[];
  /** Whether a phrase gave it; if not, single words alone did. */
  spoken: boolean;
  /** Whether that phrase is of several words, and not one word that may mean something else. */
  firm: boolean;
  /** Whether it is what the words of one step speak for most. */
  leads: boolean;
  /** Whether it leads its step by far. */
  clear: boolean;
}

/** Everything that the sentence gave, as it is added up. */
export class Tally {
  readonly tasks = new Map<string, Evidence>();
  readonly factors = new Map<string, number>();
  readonly groupFactors = new Map<string, number>();
  readonly have: string[] = [];
  readonly want: string[] = [];
  readonly preferences = new Map<string, number>();
  constraints: Constraints = {};

  /** Adds an effect that rests on these words; `side` tells where data goes whose side is open, `share` how much is a wish. */
  add(effect: Effect, places: readonly number[], side: 'have' | 'want', share = 1): void {
    for (const [task, weight] of Object.entries(effect.tasks)) this.addTask(task, weight * share, places);
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

  /** A task that a phrase of the lexicon speaks for. */
  addTask(task: string, weight: number, places: readonly number[]): void {
    this.addWords(task, weight, places);
    const known = this.tasks.get(task);
    if (!known) return;
    known.spoken = true;
    known.firm ||= places.length > 1;
  }

  /** A task that single words speak for. */
  addWords(task: string, weight: number, places: readonly number[]): void {
    const known = this.tasks.get(task) ?? {
      weight: 0,
      places: [],
      spoken: false,
      firm: false,
      leads: false,
      clear: false,
    };
    known.weight = 1 - (1 - known.weight) * (1 - weight);
    known.places.push(...places);
    this.tasks.set(task, known);
  }

  /** Marks a task as what one step of the text speaks for most. */
  lead(task: string, clearly: boolean): void {
    const known = this.tasks.get(task);
    if (!known) return;
    known.leads = true;
    known.clear ||= clearly;
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

/** How much of a task stands that is only spoken of in the setting. */
export const settingShare = 0.35;

/** Each concept counts once however often it is said; affirmed once, it is not denied. */
export function tallyConcepts(reading: Reading, tally: Tally): void {
  const byConcept = new Map<string, Said<Lexicon['concepts'][number]>[]>();
  for (const said of reading.concepts) byConcept.set(said.thing.id, [...(byConcept.get(said.thing.id) ?? []), said]);
  for (const mentions of byConcept.values()) {
    const affirmed = mentions.filter(({ denied }) => !denied);
    const [first] = affirmed.length > 0 ? affirmed : mentions;
    if (!first) continue;
    const places = (affirmed.length > 0 ? affirmed : mentions).flatMap((mention) => mention.places);
    if (affirmed.length > 0) {
      const share = places.every((place) => reading.setting.has(place)) ? settingShare : 1;
      tally.add(first.thing, places, sideAt(reading, first.places[0] ?? 0), share);
    } else {
      tally.deny(first.thing);
      if (first.thing.denied) tally.add(first.thing.denied, places, 'have');
    }
  }
}
