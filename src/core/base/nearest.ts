import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from './order.ts';

/** More edits than this make another word, however long it is. */
const mostEdits = 3;

/** Edits from a word to a candidate. A candidate of which only the beginning was written counts as just near enough. */
const edits = (word: string, candidate: string): number => {
  const counted = distance(word, candidate);
  return word.length > mostEdits && candidate.startsWith(word) ? Math.min(counted, mostEdits) : counted;
};

/** The candidate that someone who wrote `word` most likely meant: the one with the fewest edits, if these are few for
 * the word's length; undefined where none is near. Equal distances fall back to the order of code units. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  if (word.length > 80) return undefined;
  const most = Math.min(mostEdits, Math.ceil(word.length / 3));
  const near = [...candidates]
    .map((candidate) => ({ candidate, away: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ away }) => away <= most)
    .sort((left, right) => left.away - right.away || byCodeUnit(left.candidate, right.candidate));
  return near[0]?.candidate;
};

/** The end of a message that names the nearest candidate, or nothing: `; did you mean "transcribe"?`. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
  const meant = nearest(word, candidates);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
};
