/** The names of files with pictures, as they are proposed: made of what the document and its page are called. */

/** Characters of a name, cut between words: a path to it stays far below what Windows takes. */
const longestName = 72;

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Letters and digits of any script, in lower case. */
const wordsOf = (title: string): readonly string[] =>
  title
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** As many words as there is room for; the first is cut where it alone is too long. */
function joined(words: readonly string[], room: number): string {
  let name = '';
  for (const word of words) {
    const longer = name === '' ? [...word].slice(0, room).join('') : `${name}-${word}`;
    if ([...longer].length > room) break;
    name = longer;
  }
  return name;
}

/** What a title says that the words before it have not said: all of it, unless it begins like them. */
function newWords(before: readonly string[], title: string): readonly string[] {
  const words = wordsOf(title);
  const shorter = Math.min(before.length, words.length);
  const isAlike = words.slice(0, shorter).every((word, index) => word === before[index]);
  return isAlike ? words.slice(before.length) : words;
}

/**
 * Titles, the widest first, as a name without ending: words with hyphens between them. A title that begins like those before it says
 * only what it adds. Where all of it is too long, the widest is cut first, at the end of a word. `picture` where nothing is left.
 */
export function pictureName(...titles: readonly string[]): string {
  const said: string[] = [];
  const parts = titles.map((title) => {
    const words = newWords(said, title);
    said.push(...words);
    return words;
  });
  let name = '';
  for (const words of parts.toReversed()) {
    const room = longestName - (name === '' ? 0 : [...name].length + 1);
    // What is narrower leaves a half to what is wider.
    const part = joined(words, words === parts[0] ? room : Math.min(room, longestName / 2));
    if (part !== '') name = name === '' ? part : `${part}-${name}`;
  }
  if (name === '') return 'picture';
  return reserved.test(name) ? `${name}-picture` : name;
}

/** Names that differ, whatever the case of their letters: what would be the same gets a number. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let given = name;
    for (let count = 2; taken.has(given.toLowerCase()); count += 1) given = `${name}-${count}`;
    taken.add(given.toLowerCase());
    return given;
  });
}
