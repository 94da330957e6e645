/**
 * Slips of the pen: a word that the lexicon does not know is read as the one that it knows and that is a slip away, so
 * that "trian" trains and "recieve" receives. Damerau's four slips (Damerau 1964) with the first letter kept; short words and
 * words that are known as they stand are left alone.
 */
import { oncePer } from '../base/oncePer.ts';
import type { Lexicon } from './lexicon.ts';
import { baseOf, stemOf, type Word } from './words.ts';

/** A shorter word is a slip away from too many others. */
const shortestSlip = 5;
/** A wrong letter in a shorter word makes another word more often than not. */
const shortestWrongLetter = 8;
const letters = 'abcdefghijklmnopqrstuvwxyz';

interface KnownWords {
  readonly forms: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Words of their own that are a slip from a known one. */
  readonly real: ReadonlySet<string>;
  /** Closed compounds by their parts: "voiceover" is "voice over". */
  readonly compounds: ReadonlyMap<string, readonly string[]>;
}

const knownWords = oncePer((lexicon: Lexicon): KnownWords => {
  const texts = [
    ...lexicon.concepts.flatMap(({ phrases }) => phrases),
    ...lexicon.names.flatMap(({ phrases }) => phrases),
    ...Object.values(lexicon.markers).flat(),
    ...Object.values(lexicon.classes).flat(),
    ...Object.values(lexicon.vocabulary),
    ...Object.values(lexicon.sayings).flat(),
  ];
  // Plain runs of letters will do, and are read in a fraction of the time of a text's words.
  const forms = new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  return {
    forms,
    real: new Set(lexicon.realWords),
    stems: new Set([...forms].map(stemOf)),
    compounds: new Map(lexicon.compounds.map((compound) => [compound.replace(/\s+/g, ''), compound.split(/\s+/)])),
  };
});

/** Every word that is one slip from this one, likeliest slips first: swapped, missing, doubled or extra, wrong letters. */
function* slipsFrom(form: string): Generator<string> {
  for (let at = 1; at < form.length - 1; at += 1)
    yield form.slice(0, at) + form.charAt(at + 1) + form.charAt(at) + form.slice(at + 2);
  for (let at = 1; at <= form.length; at += 1)
    for (const letter of letters) yield form.slice(0, at) + letter + form.slice(at);
  for (let at = 1; at < form.length; at += 1) yield form.slice(0, at) + form.slice(at + 1);
  if (form.length < shortestWrongLetter) return;
  for (let at = 1; at < form.length; at += 1)
    for (const letter of letters) yield form.slice(0, at) + letter + form.slice(at + 1);
}

function mended(form: string, stem: string, { forms, stems, real }: KnownWords): string | undefined {
  if (form.length < shortestSlip || !/^[a-z]+$/.test(form) || forms.has(form) || stems.has(stem) || real.has(form))
    return undefined;
  for (const slip of slipsFrom(form)) if (slip.length >= shortestSlip && forms.has(slip)) return slip;
  return undefined;
}

/** The words with slips mended and closed compounds opened; each keeps its place in the text. */
export function mendSlips(words: readonly Word[], lexicon: Lexicon): Word[] {
  const known = knownWords(lexicon);
  const as = (word: Word, form: string): Word => ({ ...word, form, stem: stemOf(form), base: baseOf(form) });
  return words.flatMap((word) => {
    const parts = known.compounds.get(word.form) ?? known.compounds.get(word.form.replace(/s$/, ''));
    if (parts && !known.forms.has(word.form)) return parts.map((part) => as(word, part));
    const form = mended(word.form, word.stem, known);
    return [form === undefined ? word : as(word, form)];
  });
}
