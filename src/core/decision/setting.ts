/**
 * Which words of a text set the scene and ask for nothing: who speaks ("Theme park: …"), what is there already, what is
 * dismissed. They still say which data there is, and count for little as a wish.
 */
import type { MarkerName } from './lexicon.ts';
import type { Word } from './words.ts';

/** A marker's name, with the places of its words. */
export interface MarkedPlaces {
  readonly marker: MarkerName;
  readonly places: readonly number[];
}

/** At most so many words before a colon say who speaks. */
const longestSpeaker = 4;

/** The run of words around a marker that no stop, comma or wish ends. */
function runAround(words: readonly Word[], ends: ReadonlySet<number>, from: number, to: number): number[] {
  const clause = words[from]?.clause;
  let first = from;
  let last = to;
  while (words[first - 1]?.clause === clause && !ends.has(first - 1)) first -= 1;
  while (words[last + 1]?.clause === words[last]?.clause && !ends.has(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** Words before the first colon of a text, where these are few and say who speaks: "Farm co-op: growers ring up …". */
function speaker(text: string, words: readonly Word[], speakers: ReadonlySet<number>): number[] {
  const colon = words.findIndex((word, place) => {
    const next = words[place + 1];
    return next !== undefined && text.slice(word.end, next.start).includes(':');
  });
  if (colon < 0 || colon >= longestSpeaker) return [];
  const before = Array.from({ length: colon + 1 }, (_, place) => place);
  return before.some((place) => speakers.has(place)) ? before : [];
}

/** Places of words that are the setting; none where nothing would be left to ask for. */
export function settingPlaces(text: string, words: readonly Word[], markers: readonly MarkedPlaces[]): Set<number> {
  const ends = new Set(
    markers.filter(({ marker }) => marker === 'wish' || marker === 'turn').flatMap(({ places }) => places),
  );
  words.forEach(({ form }, place) => {
    if (form === 'and') ends.add(place);
  });
  const speakers = markers.filter(({ marker }) => marker === 'speaker').flatMap(({ places }) => places);
  const setting = new Set(speaker(text, words, new Set(speakers)));
  for (const { marker, places } of markers) {
    const first = places[0] ?? 0;
    const last = places.at(-1) ?? 0;
    if (marker === 'setting') for (const place of runAround(words, ends, first, last)) setting.add(place);
    if (marker === 'dismiss') {
      for (let place = last; words[place]?.sentence === words[first]?.sentence; place -= 1) setting.add(place);
    }
  }
  return setting.size < words.length ? setting : new Set();
}
