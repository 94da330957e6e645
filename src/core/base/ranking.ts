/**
 * Which of a list of named things somebody means by what they typed, best first. How a name is met decides, not how often
 * words occur: who types a name wants that one thing first, whatever else the list says of it.
 */
import { byCodeUnit } from './order.ts';

/** One thing that can be found. */
export interface Findable {
  /** Unique; decides where nothing else does. */
  readonly key: string;
  /** What it is called, the full name first. */
  readonly names: readonly string[];
  /** Abbreviations, former names, and what people say instead. */
  readonly otherNames: readonly string[];
  /** What is said of it. */
  readonly text: string;
  /** Among those met equally well, the lower comes first. */
  readonly rank: number;
}

/** Words that most names begin with and nobody has to type. */
export type NoiseWords = ReadonlySet<string>;

/** A name as it is compared: its words, and all of them in one. */
interface Name {
  readonly words: readonly string[];
  readonly spaced: string;
  readonly closed: string;
}

interface Prepared<Item extends Findable> {
  readonly item: Item;
  readonly names: readonly Name[];
  readonly others: readonly Name[];
  readonly named: readonly string[];
  readonly all: readonly string[];
}

/** Finds in a list that was prepared for it: all that is met, best first. */
export type Find<Item extends Findable> = (query: string) => readonly Item[];

/** A word of fewer letters is not taken for a mistyped one: too many others are a letter away. */
const leastMistyped = 4;

/** Words in small letters, without accents and signs. */
export function plainWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return plain.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

function nameOf(text: string, noise: NoiseWords): Name {
  const every = plainWords(text);
  const telling = every.filter((word) => !noise.has(word));
  const words = telling.length > 0 ? telling : every;
  return { words, spaced: words.join(' '), closed: words.join('') };
}

/** Whether two words differ by one letter: put in, left out, another one, or two that changed places. */
export function isOneLetterOff(one: string, other: string): boolean {
  if (one === other) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const shortRest = short.slice(same);
  const longRest = long.slice(same);
  if (short.length < long.length) return shortRest === longRest.slice(1);
  const swapped = `${shortRest[1] ?? ''}${shortRest[0] ?? ''}${shortRest.slice(2)}`;
  return shortRest.slice(1) === longRest.slice(1) || (shortRest.length > 1 && swapped === longRest);
}

/** Whether what was typed stands for a word that begins otherwise by one letter. */
function isMistyped(typed: string, word: string): boolean {
  if (typed.length < leastMistyped) return false;
  return [-1, 0, 1].some((more) => isOneLetterOff(typed, word.slice(0, typed.length + more)));
}

type Meets = (typed: string, word: string) => boolean;
const begins: Meets = (typed, word) => word.startsWith(typed);
const beginsOrMistyped: Meets = (typed, word) => begins(typed, word) || isMistyped(typed, word);

/** Whether each of the typed words meets one of these, in whatever order. */
const meetAll = (typed: Name, words: readonly string[], meets: Meets): boolean =>
  typed.words.every((each) => words.some((word) => meets(each, word)));

/** The ways in which a thing may be met, best first. */
const ways: readonly ((typed: Name, item: Prepared<Findable>) => boolean)[] = [
  (typed, { names }) => names.some(({ closed }) => closed === typed.closed),
  (typed, { others }) => others.some(({ closed }) => closed === typed.closed),
  (typed, { names }) =>
    names.some(({ spaced, closed }) => begins(typed.spaced, spaced) || begins(typed.closed, closed)),
  (typed, { names }) => names.some(({ words }) => meetAll(typed, words, begins)),
  (typed, { others }) => others.some(({ words }) => meetAll(typed, words, begins)),
  (typed, { named }) => meetAll(typed, named, begins),
  (typed, { names, others }) => [...names, ...others].some(({ closed }) => isWhollyMistyped(typed.closed, closed)),
  (typed, { names }) => names.some(({ words }) => meetAll(typed, words, beginsOrMistyped)),
  (typed, { named }) => meetAll(typed, named, beginsOrMistyped),
  (typed, { all }) => meetAll(typed, all, begins),
];

const isWhollyMistyped = (typed: string, name: string): boolean =>
  typed.length >= leastMistyped && isOneLetterOff(typed, name);

function prepare<Item extends Findable>(item: Item, noise: NoiseWords): Prepared<Item> {
  const names = item.names.map((name) => nameOf(name, noise));
  const others = item.otherNames.map((name) => nameOf(name, noise));
  const named = [...names, ...others].flatMap(({ words }) => words);
  return { item, names, others, named, all: [...named, ...plainWords(item.text)] };
}

/**
 * A search over a list. First what is called so, by name and then by another name; then names that begin with what was typed;
 * then names in which each typed word begins a word, in whatever order; other names; names mistyped by one letter; and last what
 * is only said of a thing. Among those met alike the lower rank comes first, then the shorter name.
 */
export function finder<Item extends Findable>(items: readonly Item[], noise: NoiseWords = new Set()): Find<Item> {
  const prepared = items.map((item) => prepare(item, noise));
  return (query) => {
    const typed = nameOf(query, noise);
    if (typed.words.length === 0) return [];
    return prepared
      .map((each) => ({ ...each, way: ways.findIndex((meets) => meets(typed, each)) }))
      .filter(({ way }) => way >= 0)
      .toSorted(
        (one, other) =>
          one.way - other.way ||
          one.item.rank - other.item.rank ||
          (one.names[0]?.spaced.length ?? 0) - (other.names[0]?.spaced.length ?? 0) ||
          byCodeUnit(one.item.key, other.item.key),
      )
      .map(({ item }) => item);
  };
}
