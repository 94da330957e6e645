/** Which question is put next: the one whose answer tells most of what comes first. */
import { informations, leastInformation, outcomesOf, presentOutcomes } from './information.ts';
import type { OpenQuestion } from './options.ts';
import { asProspect, type Standing } from './standing.ts';

/** A question that would tell something, and how much, in bits. */
export interface Telling {
  readonly question: OpenQuestion;
  readonly bits: () => number;
  readonly mostBits: () => number;
  /** Whether one of its answers alone would change what comes first. */
  readonly matters: () => boolean;
}

/** Picks the next question among those that may tell something; `undefined`: none does. */
export type Picker = (questions: readonly Telling[]) => Telling | undefined;

/**
 * The question that tells most; what lists tasks page by page only where nothing else tells anything. Where the drawn users tell
 * nothing apart, the first question that could change anything.
 */
export const pickMostTelling: Picker = (questions) => {
  let best: Telling | undefined;
  let bits = leastInformation;
  // What can tell most is weighed first, so that what cannot beat it need not be weighed at all.
  const byBound = questions
    .filter(({ question }) => !question.paged)
    .map((each) => ({ each, bound: each.mostBits() }))
    .sort((one, other) => other.bound - one.bound);
  for (const { each, bound } of byBound) {
    if (bound <= bits) continue;
    const own = each.bits();
    if (own > bits) {
      best = each;
      bits = own;
    }
  }
  return best ?? questions.find(({ matters }) => matters());
};

/** The question that is put next: one that was gone back to, else what the picker takes; `undefined`: none tells anything. */
export function pickNext(here: Standing, pick: Picker): OpenQuestion | undefined {
  const { state, prospect, questions } = here;
  const again = questions.find(({ written }) => written.id === state.asking);
  if (again) return again;
  const weighed = questions.map((question) => asProspect(here, question));
  const { bits, mostBits } = informations(prospect, weighed);
  const present = presentOutcomes(prospect);
  const telling = questions.map((question, place): Telling => {
    const own = weighed[place] ?? question;
    const matters = (): boolean =>
      (own.tells === 'tasks' && present.size > 1) ||
      [...outcomesOf(prospect, own).keys()].some((key) => !present.has(key));
    return { question, bits: () => bits(own), mostBits: () => mostBits(own), matters };
  });
  return pick(telling)?.question;
}
