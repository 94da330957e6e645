/**
 * Phrases of the lexicon as patterns over words. A pattern is words by spaces:
 *
 *     speech to text        each word by its stem, so "speeches to texts" too
 *     review                a word alone but for its inflection: "reviews", not "reviewers"
 *     tell ... apart        up to four words between
 *     photo|picture album   either word
 *     [managed] notebook    a word that may be missing
 *     transcri*             every word that starts so
 *     =lex                  this very form, not its stem
 *     # hours               a number, or a word that starts with a digit
 *     into <language>       a word of a class that the lexicon lists
 */
import { baseOf, readWords, stemOf, type Word } from './words.ts';

type Test =
  | { readonly kind: 'stem' | 'base' | 'form' | 'prefix'; readonly value: string }
  | { readonly kind: 'number' };

interface Element {
  readonly tests: readonly Test[];
  readonly optional: boolean;
  /** Words that may stand before this element. */
  readonly gap: number;
}

/** A phrase made ready to be found: one element a word, and what it gives when it is. */
export interface Pattern<Payload> {
  readonly source: string;
  readonly elements: readonly Element[];
  readonly payload: Payload;
  /** Fixed words side by side, without gaps and classes: such a phrase has a meaning of its own. */
  readonly fixed: boolean;
}

/** Places of the words that a pattern matched, in order; words in its gaps are not among them. */
export interface Match<Payload> {
  readonly payload: Payload;
  readonly places: readonly number[];
  readonly fixed: boolean;
}

/** Words that stand for one another in phrases, by the name of their class. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

const widestGap = 4;

function testOf(piece: string): Test {
  if (piece === '#') return { kind: 'number' };
  if (piece.endsWith('*')) return { kind: 'prefix', value: piece.slice(0, -1) };
  if (piece.startsWith('=')) return { kind: 'form', value: piece.slice(1) };
  return { kind: 'stem', value: piece };
}

/** A word on its own has no company to say what it means: only its inflection is looked through. */
const byBase = (element: Element): Element => ({
  ...element,
  tests: element.tests.map((test) => (test.kind === 'stem' ? { kind: 'base', value: baseOf(test.value) } : test)),
});

const byStem = (element: Element): Element => ({
  ...element,
  tests: element.tests.map((test) => (test.kind === 'stem' ? { kind: 'stem', value: stemOf(test.value) } : test)),
});

/** Reads a pattern. Fails with a sentence on an empty one, on one without a word to hold on to, and on an unknown class. */
export function parsePattern<Payload>(
  source: string,
  payload: Payload,
  classes: WordClasses = {},
): Pattern<Payload> | string {
  const elements: Element[] = [];
  let gap = 0;
  // A hyphen parts words in a text, so it does in a phrase.
  for (const piece of source
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+|(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])(?![^<]*>)/u)) {
    if (piece === '') continue;
    if (piece === '...' || piece === '…') {
      gap = widestGap;
      continue;
    }
    const optional = piece.startsWith('[') && piece.endsWith(']');
    const bare = optional ? piece.slice(1, -1) : piece;
    const unknown = bare.split('|').find((each) => each.startsWith('<') && !Object.hasOwn(classes, each.slice(1, -1)));
    if (unknown !== undefined) return `"${source}" speaks of a class ${unknown} that no file lists under "classes"`;
    const alternatives = bare
      .split('|')
      .flatMap((each) => (each.startsWith('<') ? (classes[each.slice(1, -1)] ?? []) : [each]));
    if (alternatives.some((each) => each === '' || each === '*' || each === '='))
      return `"${source}" has an empty alternative`;
    // A contraction in a phrase is opened just as in a text.
    const opened =
      alternatives.length === 1 && bare.includes("'") ? readWords(bare).map(({ form }) => form) : undefined;
    for (const words of opened ? opened.map((word) => [word]) : [alternatives]) {
      elements.push({ tests: words.map(testOf), optional, gap });
      gap = 0;
    }
  }
  if (!elements.some(({ optional }) => !optional)) return `"${source}" has no word that must be there`;
  if (elements[0]?.optional === true) return `"${source}" starts with a word that may be missing: write it without`;
  if (gap > 0) return `"${source}" ends with a gap`;
  return {
    source,
    elements: elements.length === 1 ? elements.map(byBase) : elements.map(byStem),
    payload,
    fixed: !/<|\.\.\.|…/.test(source),
  };
}

const passes = (test: Test, word: Word): boolean => {
  switch (test.kind) {
    case 'stem':
      return word.stem === test.value || word.form === test.value;
    case 'base':
      return word.base === test.value;
    case 'form':
      return word.form === test.value;
    case 'prefix':
      return word.form.startsWith(test.value);
    case 'number':
      return /^\d/.test(word.form);
  }
};

/** Patterns by what they may start with, so that few are tried at each word. Numbers are places in `patterns`. */
export interface PatternIndex<Payload> {
  readonly patterns: readonly Pattern<Payload>[];
  readonly starts: Readonly<Record<'stem' | 'base' | 'form' | 'prefix', ReadonlyMap<string, readonly number[]>>>;
  readonly byNumber: readonly number[];
}

/** Prefixes are kept by their first letters alone, and tried where a word starts with these. */
const prefixKeyLength = 2;

/**
 * Sorts phrases by how their first word can be met, so that a sentence is held against the few that may begin at each
 * of its words.
 */
export function indexPatterns<Payload>(patterns: readonly Pattern<Payload>[]): PatternIndex<Payload> {
  const starts = {
    stem: new Map<string, number[]>(),
    base: new Map<string, number[]>(),
    form: new Map<string, number[]>(),
    prefix: new Map<string, number[]>(),
  };
  const byNumber: number[] = [];
  patterns.forEach((pattern, ordinal) => {
    for (const test of pattern.elements[0]?.tests ?? []) {
      if (test.kind === 'number') byNumber.push(ordinal);
      else {
        const key = test.kind === 'prefix' ? test.value.slice(0, prefixKeyLength) : test.value;
        const known = starts[test.kind].get(key);
        if (known) known.push(ordinal);
        else starts[test.kind].set(key, [ordinal]);
      }
    }
  });
  return { patterns, starts, byNumber };
}

/** The patterns that may start with a word, in their order. */
function candidatesFor<Payload>({ patterns, starts, byNumber }: PatternIndex<Payload>, word: Word): Pattern<Payload>[] {
  const ordinals = new Set([
    ...(starts.stem.get(word.stem) ?? []),
    ...(starts.stem.get(word.form) ?? []),
    ...(starts.base.get(word.base) ?? []),
    ...(starts.form.get(word.form) ?? []),
    ...(starts.prefix.get(word.form.slice(0, prefixKeyLength)) ?? []),
    ...(/^\d/.test(word.form) ? byNumber : []),
  ]);
  return [...ordinals].sort((left, right) => left - right).flatMap((ordinal) => patterns[ordinal] ?? []);
}

/** Matches the elements from `place` on; tries the nearest words first. Stays within one sentence. */
function matchFrom(
  words: readonly Word[],
  elements: readonly Element[],
  element: number,
  place: number,
  sentence: number,
): number[] | undefined {
  const current = elements[element];
  if (!current) return [];
  for (let skip = 0; skip <= current.gap; skip += 1) {
    const word = words[place + skip];
    if (!word || word.sentence !== sentence) break;
    if (!current.tests.some((test) => passes(test, word))) continue;
    const rest = matchFrom(words, elements, element + 1, place + skip + 1, sentence);
    if (rest) return [place + skip, ...rest];
  }
  return current.optional ? matchFrom(words, elements, element + 1, place, sentence) : undefined;
}

/** Every match in a text, by place and then in the order of the patterns. */
export function findMatches<Payload>(index: PatternIndex<Payload>, words: readonly Word[]): Match<Payload>[] {
  const matches: Match<Payload>[] = [];
  words.forEach((word, place) => {
    for (const pattern of candidatesFor(index, word)) {
      const places = matchFrom(words, pattern.elements, 0, place, word.sentence);
      if (places) matches.push({ payload: pattern.payload, places, fixed: pattern.fixed });
    }
  });
  return matches;
}
