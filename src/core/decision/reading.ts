/** From a text to what was said in it: concepts, names and markers, each with its words, denied or not. */
import { oncePer } from '../base/oncePer.ts';
import type { Combination, Concept, Lexicon, MarkerName, SpokenName } from './lexicon.ts';
import type { Trigger } from './need.ts';
import { findMatches, indexPatterns, type Match, type Pattern, type PatternIndex, parsePattern } from './pattern.ts';
import { settingPlaces } from './setting.ts';
import { mendSlips } from './slips.ts';
import { readWords, type Word } from './words.ts';

type Meaning =
  | { readonly kind: 'concept'; readonly concept: Concept }
  | { readonly kind: 'name'; readonly name: SpokenName }
  | { readonly kind: 'marker'; readonly marker: MarkerName };

/** Something that was said: by the words at these places, in which sentence, and whether it was denied. */
export interface Said<Thing> {
  readonly thing: Thing;
  readonly places: readonly number[];
  readonly sentence: number;
  readonly denied: boolean;
}

/** A text with all that its words say, before it is made a need. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly concepts: readonly Said<Concept>[];
  readonly names: readonly Said<SpokenName>[];
  readonly markers: readonly Said<MarkerName>[];
  /** Places of words that a denial reaches and that no affirmed phrase holds. */
  readonly deniedPlaces: ReadonlySet<number>;
  /** Places of words that set the scene and ask for nothing. */
  readonly setting: ReadonlySet<number>;
}

/** The lexicon's phrases, parsed once. A phrase that cannot be read was refused when the lexicon was loaded. */
const patternsOf = oncePer((lexicon: Lexicon): PatternIndex<Meaning> => {
  const read = (phrases: readonly string[], meaning: Meaning): Pattern<Meaning>[] =>
    phrases
      .map((phrase) => parsePattern(phrase, meaning, lexicon.classes))
      .filter((pattern) => typeof pattern !== 'string');
  const patterns = [
    ...lexicon.concepts.flatMap((concept) => read(concept.phrases, { kind: 'concept', concept })),
    ...lexicon.names.flatMap((name) => read(name.phrases, { kind: 'name', name })),
    ...(Object.keys(lexicon.markers) as MarkerName[]).flatMap((marker) =>
      read(lexicon.markers[marker], { kind: 'marker', marker }),
    ),
  ];
  return indexPatterns(patterns);
});

/** Words between a denying word and what it denies, at most. */
const denialReach = 4;

/**
 * Drops a match whose every word is part of a longer fixed phrase: "image" within "container image". A
 * phrase with gaps or classes says what its words do together, whatever else they are part of.
 */
function withoutShadowed(matches: readonly Match<Meaning>[]): Match<Meaning>[] {
  const at = new Map<number, Match<Meaning>[]>();
  for (const match of matches) for (const place of match.places) at.set(place, [...(at.get(place) ?? []), match]);
  return matches.filter((match) => {
    if (!match.fixed) return true;
    const first = match.places[0];
    const rivals = first === undefined ? [] : (at.get(first) ?? []);
    return !rivals.some(
      (other) =>
        other.fixed &&
        other.places.length > match.places.length &&
        match.places.every((place) => other.places.includes(place)),
    );
  });
}

/** Whether something stands between two words that ends a denial: a stop, or a turning word such as "but". */
const parted = (words: readonly Word[], turns: ReadonlySet<number>, from: number, to: number): boolean => {
  if (words[from]?.sentence !== words[to]?.sentence) return true;
  for (let place = from + 1; place < to; place += 1) if (turns.has(place)) return true;
  return false;
};

/** Commas part a denial from what follows, unless it lists ("no servers, clusters or drivers"). */
const clausesBetween = (words: readonly Word[], from: number, to: number): number =>
  (words[to]?.clause ?? 0) - (words[from]?.clause ?? 0);

/** Reads a text with a lexicon. Linear in the text; the same text gives the same reading. */
export function read(text: string, lexicon: Lexicon): Reading {
  const words = mendSlips(readWords(text), lexicon);
  const matches = findMatches(patternsOf(lexicon), words);
  const markersOf = (marker: MarkerName): Match<Meaning>[] =>
    matches.filter(({ payload }) => payload.kind === 'marker' && payload.marker === marker);
  const turns = new Set(markersOf('turn').flatMap(({ places }) => places));
  const pretended = new Set(markersOf('notDeny').flatMap(({ places }) => places));
  const denyingBefore = markersOf('denyBefore');
  const meanings = withoutShadowed(matches.filter(({ payload }) => payload.kind !== 'marker'));
  // A denial within a phrase ("no internet") has done its work there and denies nothing else.
  const spent = new Set(meanings.filter(({ places }) => places.length > 1).flatMap(({ places }) => places));
  const denying = markersOf('deny').filter(
    ({ places }) => !places.some((place) => pretended.has(place)) && !places.every((place) => spent.has(place)),
  );

  const isDenied = (places: readonly number[]): boolean => {
    const first = places[0] ?? 0;
    const last = places.at(-1) ?? 0;
    const own = new Set(places);
    const before = denying.some((marker) => {
      const end = marker.places.at(-1) ?? 0;
      if (marker.places.some((place) => own.has(place)) || end >= first) return false;
      if (first - end > denialReach + 1 || parted(words, turns, end, first)) return false;
      return clausesBetween(words, end, first) === 0;
    });
    const after = denyingBefore.some((marker) => {
      const start = marker.places[0] ?? 0;
      if (marker.places.some((place) => own.has(place)) || start <= last) return false;
      return (
        start - last <= denialReach + 1 &&
        !parted(words, turns, last, start) &&
        clausesBetween(words, last, start) === 0
      );
    });
    return before || after;
  };

  const deniedPlaces = new Set<number>();
  words.forEach((_, place) => {
    if (isDenied([place])) deniedPlaces.add(place);
  });
  for (const { places } of meanings) {
    if (places.length > 1 && !isDenied(places)) for (const place of places) deniedPlaces.delete(place);
  }

  const said = <Thing>(pick: (meaning: Meaning) => Thing | undefined): Said<Thing>[] =>
    meanings.flatMap(({ payload, places }) => {
      const thing = pick(payload);
      return thing === undefined
        ? []
        : [
            {
              thing,
              places,
              sentence: words[places[0] ?? 0]?.sentence ?? 0,
              denied: !(payload.kind === 'concept' && payload.concept.evenDenied) && isDenied(places),
            },
          ];
    });
  return {
    text,
    words,
    deniedPlaces,
    setting: settingPlaces(
      text,
      words,
      matches.flatMap(({ payload, places }) => (payload.kind === 'marker' ? [{ marker: payload.marker, places }] : [])),
    ),
    concepts: said((meaning) => (meaning.kind === 'concept' ? meaning.concept : undefined)),
    names: said((meaning) => (meaning.kind === 'name' ? meaning.name : undefined)),
    markers: matches.flatMap(({ payload, places }) =>
      payload.kind === 'marker'
        ? [{ thing: payload.marker, places, sentence: words[places[0] ?? 0]?.sentence ?? 0, denied: false }]
        : [],
    ),
  };
}

/** The words of some places as slices of the text: neighbours make one. */
export function triggersOf(reading: Reading, places: readonly number[]): Trigger[] {
  const slices: { start: number; end: number; last: number }[] = [];
  for (const place of [...new Set(places)].sort((left, right) => left - right)) {
    const word = reading.words[place];
    if (!word) continue;
    const previous = slices.at(-1);
    if (previous && (place === previous.last + 1 || word.start < previous.end)) {
      previous.end = Math.max(previous.end, word.end);
      previous.last = place;
    } else {
      slices.push({ start: word.start, end: word.end, last: place });
    }
  }
  return slices.map(({ start, end }) => ({ start, end, words: reading.text.slice(start, end) }));
}

/** The combinations that hold, each with the places of the words that make it hold. */
export function heldCombinations(
  reading: Reading,
  combinations: readonly Combination[],
): { combination: Combination; places: number[] }[] {
  const affirmed = new Map<string, Said<Concept>[]>();
  for (const said of reading.concepts) {
    if (!said.denied) affirmed.set(said.thing.id, [...(affirmed.get(said.thing.id) ?? []), said]);
  }
  return combinations.flatMap((combination) => {
    if (combination.without.some((id) => affirmed.has(id))) return [];
    const slots = combination.of.map((each) => each.split('|').flatMap((id) => affirmed.get(id) ?? []));
    if (slots.some((slot) => slot.length === 0)) return [];
    if (combination.within === 'sentence') {
      const sentences = slots.map((slot) => new Set(slot.map(({ sentence }) => sentence)));
      const shared = [...(sentences[0] ?? [])].filter((sentence) => sentences.every((each) => each.has(sentence)));
      if (shared.length === 0) return [];
      const within = slots.flatMap((slot) => slot.filter(({ sentence }) => shared.includes(sentence)).slice(0, 1));
      return [{ combination, places: within.flatMap(({ places }) => places) }];
    }
    return [{ combination, places: slots.flatMap((slot) => slot[0]?.places ?? []) }];
  });
}
