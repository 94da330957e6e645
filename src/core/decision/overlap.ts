/**
 * The last resort of understanding: how far the words of a sentence are those of a task and of the entries that do it.
 * Okapi BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over stems; weaker than any phrase of the lexicon.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Lexicon } from './lexicon.ts';
import { readWords, type Word } from './words.ts';

interface Index {
  /** By stem: the tasks in which it stands, and how telling it is there. */
  readonly postings: ReadonlyMap<string, readonly { readonly task: string; readonly weight: number }[]>;
}

export interface Overlap {
  readonly task: string;
  readonly score: number;
  /** Places of the words that count. */
  readonly places: readonly number[];
}

const saturation = 1.2;
const lengthShare = 0.75;
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

function build(catalog: Catalog, lexicon: Lexicon): Index {
  const documents = new Map<string, string[]>();
  const add = (task: string, text: string, times = 1): void => {
    const document = documents.get(task);
    if (!document) return;
    const terms = termsOf(text);
    for (let time = 0; time < times; time += 1) document.push(...terms);
  };
  for (const task of catalog.tasks) documents.set(task.id, termsOf(`${task.name} ${task.name} ${task.description}`));
  for (const concept of lexicon.concepts) {
    for (const [task, weight] of Object.entries(concept.tasks)) {
      if (weight >= 0.5) for (const phrase of concept.phrases) add(task, phrase.replace(/[[\]|*=#.]/g, ' '));
    }
  }
  for (const entry of [...catalog.entries].sort((left, right) => byCodeUnit(left.id, right.id))) {
    for (const offer of entry.offers) {
      if (offer.fit < squareFit) continue;
      add(
        offer.task,
        `${offer.useWhen ?? ''} ${entry.facts
          .filter(({ id }) => offer.facts.includes(id))
          .map(({ text }) => text)
          .join(' ')}`,
      );
    }
  }
  const average = [...documents.values()].reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, documents.size);
  const counts = new Map<string, Map<string, number>>();
  for (const [task, terms] of documents) {
    for (const term of terms) {
      const tasks = counts.get(term) ?? new Map<string, number>();
      counts.set(term, tasks.set(task, (tasks.get(task) ?? 0) + 1));
    }
  }
  const postings = new Map<string, { task: string; weight: number }[]>();
  for (const [term, tasks] of counts) {
    const rarity = Math.log(1 + (documents.size - tasks.size + 0.5) / (tasks.size + 0.5));
    postings.set(
      term,
      [...tasks].map(([task, count]) => {
        const length = documents.get(task)?.length ?? 0;
        const norm = saturation * (1 - lengthShare + (lengthShare * length) / average);
        return { task, weight: (rarity * count * (saturation + 1)) / (count + norm) };
      }),
    );
  }
  return { postings };
}

const kept = new WeakMap<Catalog, WeakMap<Lexicon, Index>>();

function indexOf(catalog: Catalog, lexicon: Lexicon): Index {
  const ofCatalog = kept.get(catalog) ?? new WeakMap<Lexicon, Index>();
  kept.set(catalog, ofCatalog);
  const known = ofCatalog.get(lexicon) ?? build(catalog, lexicon);
  ofCatalog.set(lexicon, known);
  return known;
}

/** Tasks by how far their words are the sentence's, best first. Each word of the sentence counts once. */
export function taskOverlap(words: readonly Word[], catalog: Catalog, lexicon: Lexicon): Overlap[] {
  const { postings } = indexOf(catalog, lexicon);
  const found = new Map<string, { score: number; places: number[] }>();
  const seen = new Set<string>();
  words.forEach(({ form, stem }, place) => {
    if (stopWords.has(form) || seen.has(stem)) return;
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
