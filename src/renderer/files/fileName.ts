import { fileEnding } from '../../core/document/saving.ts';

/** Far below what any file system takes. */
const longestName = 80;

/** The file name that is suggested for a title: signs that some system forbids become spaces. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
    .replace(/[. ]+$/, '')
    .replace(/^[. ]+/, '');
  return `${plain === '' ? 'sketch' : plain}.${fileEnding}`;
}

/** A file name without its ending, as a person calls the document. */
export const shortName = (name: string): string => name.replace(/\.lodestack\.json$|\.json$/i, '');
