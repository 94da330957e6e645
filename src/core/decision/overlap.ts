/**
 * The widest net of understanding: how far the words of a sentence are those of a task, of its vocabulary in the lexicon
 * and of the entries that do it. Words count by their rarity among tasks (inverse document frequency, Spärck Jones 1972)
 * and by where they stand; weaker than any phrase.
 */
import { oncePer } from '../base/oncePer.ts';
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Lexicon } from './lexicon.ts';
import { readWords, type Word } from './words.ts';

interface Index {
  /** By stem: the tasks in which it stands, and how telling it is there. */
  readonly postings: ReadonlyMap<string, readonly { readonly task: string; readonly weight: number }[]>;
}

/** A task whose words turn up in a sentence, and how strongly: no phrase says it, so that it is a guess at most. */
export interface Overlap {
  readonly task: string;
  readonly score: number;
  /** Places of the words that count. */
  readonly places: readonly number[];
}

const lengthShare = 0.1;
const squareFit = 0.75;
const stopWords = new Set(
  'a an and are as at be by can could do does for from has have how i if in into is it its me my no not of on one only or our own so some such than that the their them then there these they this to too up us use used using want wants was we what when where which who will with without would you your need needs should must get give'.split(
    ' ',
  ),
);

const termsOf = (text: string): string[] =>
  readWords(text)
    .filter(({ form }) => !stopWords.has(form))
    .map(({ stem }) => stem);

/**
 * How much one mention of a word counts by where it stands: said of the task on purpose, in its name, in a phrase, in a
 * sentence that asks for it, in what an entry is for. Mentions add up, each further one to less.
 */
const mentionWeight = { vocabulary: 1, name: 1, phrase: 0.25, saying: 0.5, offer: 0.35 } as const;
const mostMentions = 3;
const rarityPower = 1.2;

function build(catalog: Catalog, lexicon: Lexicon): Index {
  const documents = new Map<string, Map<string, number>>(
    catalog.tasks.map(({ id }) => [id, new Map<string, number>()]),
  );
  const addTerms = (task: string, terms: readonly string[], weight: number): void => {
    const document = documents.get(task);
    if (!document) return;
    for (const term of terms) document.set(term, (document.get(term) ?? 0) + weight);
  };
  const add = (task: string, text: string, weight: number): void => addTerms(task, [...new Set(termsOf(text))], weight);
  for (const task of catalog.tasks) add(task.id, `${task.name} ${task.description}`, mentionWeight.name);
  for (const [task, words] of Object.entries(lexicon.vocabulary)) add(task, words, mentionWeight.vocabulary);
  for (const [task, sayings] of Object.entries(lexicon.sayings)) {
    for (const saying of sayings) add(task, saying, mentionWeight.saying);
  }
  for (const concept of lexicon.concepts) {
    for (const [task, weight] of Object.entries(concept.tasks)) {
      if (weight < 0.5) continue;
      for (const phrase of concept.phrases) add(task, phrase.replace(/<[^>]*>|[[\]|*=#.]/g, ' '), mentionWeight.phrase);
    }
  }
  for (const entry of [...catalog.entries].sort((left, right) => byCodeUnit(left.id, right.id))) {
    for (const offer of entry.offers) {
      if (offer.fit >= squareFit) add(offer.task, offer.useWhen ?? '', mentionWeight.offer);
    }
  }
  const frequency = new Map<string, number>();
  for (const terms of documents.values()) {
    for (const [term, mentions] of terms) frequency.set(term, (frequency.get(term) ?? 0) + Math.min(1, mentions));
  }
  const postings = new Map<string, { task: string; weight: number }[]>();
  for (const [task, terms] of documents) {
    // Longer documents catch more by chance: a mild discount.
    const discount = 1 / (1 + terms.size) ** lengthShare;
    for (const [term, mentions] of terms) {
      const often = frequency.get(term) ?? 0;
      // 1 for a word that stands in a single document, so that scores mean the same in a catalogue of any size.
      const rarity = Math.log(1 + documents.size / (0.5 + often)) / Math.log(1 + documents.size / 1.5);
      const weight = Math.sqrt(Math.min(mostMentions, mentions)) * rarity ** rarityPower * discount;
      const known = postings.get(term);
      if (known) known.push({ task, weight });
      else postings.set(term, [{ task, weight }]);
    }
  }
  return { postings };
}

const indexesOf = oncePer((catalog: Catalog) => oncePer((lexicon: Lexicon) => build(catalog, lexicon)));

/** Whether a word tells tasks apart, is too common to say anything, or stands nowhere in the vocabulary. */
export function isTelling({ form, stem }: Word, catalog: Catalog, lexicon: Lexicon): 'telling' | 'common' | 'unknown' {
  if (stopWords.has(form) || form.length < 3) return 'common';
  return indexesOf(catalog)(lexicon).postings.has(stem) ? 'telling' : 'unknown';
}

/** Tasks by how far their words are the sentence's, best first. Each word of the sentence counts once. */
export function taskOverlap(
  words: readonly Word[],
  catalog: Catalog,
  lexicon: Lexicon,
  without: ReadonlySet<number> = new Set(),
): Overlap[] {
  const { postings } = indexesOf(catalog)(lexicon);
  const found = new Map<string, { score: number; places: number[] }>();
  const seen = new Set<string>();
  words.forEach(({ form, stem }, place) => {
    if (stopWords.has(form) || seen.has(stem) || without.has(place)) return;
    seen.add(stem);
    for (const { task, weight } of postings.get(stem) ?? []) {
      const known = found.get(task) ?? { score: 0, places: [] };
      known.score += weight;
      known.places.push(place);
      found.set(task, known);
    }
  });
  return [...found]
    .map(([task, { score, places }]) => ({ task, score, places }))
    .sort((left, right) => Math.round((right.score - left.score) * 1e9) || byCodeUnit(left.task, right.task));
}
