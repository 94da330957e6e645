/** Text to words: normalised, stemmed, each with its place in the text as it was written. */
import { stemmer } from 'stemmer';

/** A word of a text. `sentence` and `clause` count up at stops and at commas, so that phrases and negations end there. */
export interface Word {
  /** Half-open slice of the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** NFKC, lower case, straight apostrophes, contractions opened ("n't" is a word "not" of its own). */
  readonly form: string;
  readonly stem: string;
  /** The form without its inflection alone: "reviews" and "review" are one, "reviewer" is another. */
  readonly base: string;
  readonly sentence: number;
  readonly clause: number;
}

/** Reading stops here: nobody states a need in more words, and a pasted book must not stop the window. */
const mostWords = 4000;

const wordOrMark =
  /(?:->|=>|→|➜|⇒)|[\p{L}\p{N}\p{M}]+(?:\.\p{N}+[\p{L}\p{N}]*)*(?:['’ʼ`][\p{L}\p{M}]+)*(?:\+\+|#)?|[.!?;:,()\n—–…"“”]|\s-\s/gu;
const endsSentence = /^[.!?;\n…]$/u;
const endsClause = /^(?:[,:()—–]|\s-\s)$/u;

const stems = new Map<string, string>();
/** Words are kept with their stems; beyond this many the store starts anew. */
const mostStems = 20_000;

/** The Porter stem of an English word; a word of another script or with digits is its own stem. */
export function stemOf(form: string): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  const stem = /^[a-z]{3,40}$/.test(form) ? stemmer(form) : form;
  if (stems.size > mostStems) stems.clear();
  stems.set(form, stem);
  return stem;
}

/** Short words that would fall together with another's base: "them" with "themes", "note" with "not". */
const uninflected = new Set(['them', 'please', 'one', 'being', 'thing', 'during', 'note', 'notes', 'noted']);

/** An English word without the endings of number and tense (the first step of Porter's stemmer, and no derivation). */
export function baseOf(form: string): string {
  if (uninflected.has(form)) return `${form.replace(/(?<=note)[sd]$/, '')}!`;
  if (!/^[a-z]{4,40}$/.test(form)) return form;
  const singular = form.endsWith('ies')
    ? `${form.slice(0, -3)}y`
    : /(?:ss|x|ch|sh)es$/.test(form)
      ? form.slice(0, -2)
      : /[^su]s$/.test(form)
        ? form.slice(0, -1)
        : form;
  const bare = singular.replace(/(?:ing|ed)$/, '');
  const cut =
    bare !== singular && bare.length >= 3 && /[aeiouy]/.test(bare) ? bare.replace(/([bdgklmnprt])\1$/, '$1') : singular;
  return cut.length > 3 ? cut.replace(/e$/, '').replace(/y$/, 'i') : cut;
}

const irregular: Readonly<Record<string, readonly string[]>> = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
  wont: ['will', 'not'],
  didnt: ['did', 'not'],
  "let's": ['let', 'us'],
  'c++': ['cplusplus'],
};
const endings: Readonly<Record<string, string>> = {
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'am',
  "'d": 'would',
};

/** The forms that a written word stands for: contractions opened, possessives cut. */
function formsOf(written: string): readonly string[] {
  const form = written.normalize('NFKC').toLowerCase().replace(/[’ʼ`]/g, "'");
  if (Object.hasOwn(irregular, form)) return irregular[form] ?? [form];
  if (form.endsWith("n't")) return [form.slice(0, -3), 'not'];
  for (const [ending, word] of Object.entries(endings)) {
    if (form.endsWith(ending)) return [form.slice(0, -ending.length), word];
  }
  return [form.replace(/'s?$/, '').replace(/'/g, '') || form];
}

/** The words of a text in order; punctuation only moves the counts of sentence and clause. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  wordOrMark.lastIndex = 0;
  for (const match of text.matchAll(wordOrMark)) {
    const written = match[0];
    const start = match.index;
    const end = start + written.length;
    if (endsSentence.test(written)) {
      sentence += 1;
      clause += 1;
    } else if (endsClause.test(written)) {
      clause += 1;
    } else if (/^(?:->|=>|→|➜|⇒)$/u.test(written)) {
      words.push({ start, end, form: '->', stem: '->', base: '->', sentence, clause });
      clause += 1;
    } else if (/[\p{L}\p{N}]/u.test(written)) {
      for (const form of formsOf(written))
        words.push({ start, end, form, stem: stemOf(form), base: baseOf(form), sentence, clause });
    }
    if (words.length >= mostWords) break;
  }
  return words;
}
