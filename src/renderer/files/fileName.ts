import { fileEnding } from '../../core/document/saving.ts';

/** Far below what any file system takes. */
const longestName = 80;

/** A title as the name of a file, without an ending: signs that some system forbids become spaces. Empty where nothing is left. */
function plainName(title: string): string {
  const plain = title
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = plain.slice(0, longestName);
  // No word is cut in two, unless it is a name by itself.
  const whole = plain.length > longestName && plain[longestName] !== ' ' ? cut.replace(/(?<=\S) \S*$/, '') : cut;
  return whole.replace(/[. ]+$/, '').replace(/^[. ]+/, '');
}

/** The file name that is suggested for a sketch of this title. */
export const fileNameOf = (title: string): string => `${plainName(title) || 'sketch'}.${fileEnding}`;

/** A file name without its ending, as a person calls the document. */
export const shortName = (name: string): string => name.replace(/\.lodestack\.json$|\.json$/i, '');
