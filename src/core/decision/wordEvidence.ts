/** What the words alone speak for, where no phrase was known: over the whole text, and in each clause by itself. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Lexicon } from './lexicon.ts';
import { type Overlap, taskOverlap } from './overlap.ts';
import type { Reading } from './reading.ts';
import type { Tally } from './tally.ts';

/** The share of a phrase's weight that stands although the other words of the sentence speak for other tasks. */
const phraseShare = 0.75;
/** The same for a single word, which means something else as often as not. */
const wordShare = 0.2;
/** The weight that the words alone can give, from this share of the best overlap on, and the score that is sure of itself. */
const wordsWeight = 0.7;
const leastOverlap = 0.6;
const sureOverlap = 3;
/** The weight that the words of one segment can give to its foremost task. */
const segmentWeight = 0.5;
/** A segment speaks clearly for its foremost task from this score on, and this many times the score of the next. */
const clearScore = 1.2;
const clearLead = 1.2;

/** Words that part one step of a wish from the next, as commas do. */
const steps = new Set(['and', 'then', '->', 'afterwards', 'finally', 'next', 'after', 'before', 'plus', 'also']);

/** Runs of words that are likely to speak of one step: between stops, commas, arrows and words such as "then". */
function segmentsOf(reading: Reading): number[][] {
  const segments: number[][] = [];
  let clause = -1;
  reading.words.forEach((word, place) => {
    if (word.clause !== clause || steps.has(word.form)) segments.push([]);
    clause = word.clause;
    segments.at(-1)?.push(place);
  });
  return segments;
}

/** The overlap of one segment's words with each task; denied words count nowhere. */
export interface SegmentOverlap {
  readonly places: ReadonlySet<number>;
  readonly overlaps: readonly Overlap[];
}

/** What each segment speaks for by itself; none where the text is of one segment. */
export function segmentOverlaps(reading: Reading, catalog: Catalog, lexicon: Lexicon): SegmentOverlap[] {
  const segments = segmentsOf(reading);
  if (segments.length < 2) return [];
  return segments.map((segment) => {
    const places = new Set(segment);
    const outside = new Set(
      [...reading.words.keys()].filter(
        (place) => !places.has(place) || reading.deniedPlaces.has(place) || reading.setting.has(place),
      ),
    );
    return { places, overlaps: taskOverlap(reading.words, catalog, lexicon, outside) };
  });
}

/**
 * Brings what phrases gave and what the words speak for together: a phrase that the other words of the text, and of its
 * own segment, do not bear out counts for less; a task that the words bear out counts even where no phrase was known; and
 * the foremost task of each segment counts, for in "read it, translate it, say it aloud" none is that of the whole text.
 */
export function weighWords(tally: Tally, overlaps: readonly Overlap[], segments: readonly SegmentOverlap[]): void {
  const shareIn = (found: readonly Overlap[], task: string): number => {
    const own = found.find((overlap) => overlap.task === task);
    return own ? own.score / (found[0]?.score ?? 1) : 0;
  };
  const top = overlaps[0]?.score ?? 0;
  const sure = Math.min(1, top / sureOverlap);
  for (const [task, evidence] of tally.tasks) {
    const spokenIn = segments.filter(({ places }) => evidence.places.some((place) => places.has(place)));
    const share = Math.max(shareIn(overlaps, task), ...spokenIn.map((segment) => shareIn(segment.overlaps, task)));
    evidence.weight *= 1 - sure * (1 - (evidence.firm ? phraseShare : wordShare)) * (1 - share);
  }
  for (const { task, score, places } of overlaps) {
    const strength = (score / top - leastOverlap) / (1 - leastOverlap);
    if (strength <= 0) break;
    tally.addWords(task, wordsWeight * sure * strength, places);
  }
  for (const { overlaps: own } of segments) {
    const [best, second] = own;
    if (!best) continue;
    tally.addWords(best.task, segmentWeight * Math.min(1, best.score / sureOverlap), best.places);
    tally.lead(best.task, best.score >= Math.max(clearScore, clearLead * (second?.score ?? 0)));
  }
}
