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
function joined(words: readonly string[]): string {
  let name = '';
  for (const word of words) {
    const longer = name === '' ? [...word].slice(0, longestName).join('') : `${name}-${word}`;
    if ([...longer].length > longestName) break;
    name = longer;
  }
  return name;
}

/**
 * Titles, the widest first, as a name without ending: words with hyphens between them, cut at the end of a word. A title that only says
 * again how the one before it begins, or goes on from it, is not said twice. `picture` where nothing is left.
 */
export function pictureName(...titles: readonly string[]): string {
  const words: string[] = [];
  for (const title of titles) {
    const next = wordsOf(title);
    const isSaidAgain = words.length > 0 && next.every((word, index) => word === words[index]);
    const goesOn = words.length > 0 && words.every((word, index) => word === next[index]);
    if (goesOn) words.splice(0, words.length, ...next);
    else if (!isSaidAgain) words.push(...next);
  }
  const name = joined(words) || 'picture';
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
