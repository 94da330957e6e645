/** Records that follow one another in a folder: their numbers, their names, and what an old one says once it is superseded. */
import { failure, type Result, success } from '../base/result.ts';
import { linkDestination, plainMarkdown } from './markdown.ts';

/** Digits of the number of the first record of a folder. */
const usualDigits = 4;
/** Characters of a title in a name, cut between words. */
const longestSlug = 60;

const numbered = /^(\d{1,8})[-_ .].*\.(?:md|markdown)$/i;

/** A title as part of a name: words of a to z and digits with hyphens between them. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longestSlug) : `${slug}-${word}`;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug === '' ? 'decision' : slug;
}

/** The name of the next record in a folder that holds `names`: one more than the highest number there, with as many digits. */
export function nextRecordName(names: readonly string[], title: string): string {
  const numbers = names.flatMap((name) => numbered.exec(name)?.[1] ?? []);
  const highest = numbers.reduce((most, number) => Math.max(most, Number(number)), 0);
  const digits = numbers.reduce(
    (most, number) => Math.max(most, number.length),
    numbers.length === 0 ? usualDigits : 1,
  );
  return `${String(highest + 1).padStart(digits, '0')}-${slugOf(title)}.md`;
}

/** What a record is called in another one: "ADR-0003" by its number, else its name without the ending. */
export function recordLabel(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const number = numbered.exec(name)?.[1];
  return number === undefined ? name.replace(/\.(?:md|markdown)$/i, '') : `ADR-${number}`;
}

/** The title of a record: its first heading, or its label where it has none. */
export function titleOfRecord(markdown: string, file: string): string {
  const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(markdown)?.[1];
  const label = recordLabel(file);
  return heading === undefined ? label : `${label}: ${heading.replace(/\\([!-/:-@[-`{-~])/g, '$1')}`;
}

/**
 * An old record with a status that says which one supersedes it: in its front matter (MADR 3 and 4), or in a line such as
 * "- Status: accepted" (MADR 2 and before). All else stays as it is, byte by byte. `by` is the new record's address, relative to
 * the old one. Fails where it has no status.
 */
export function superseded(markdown: string, by: string): Result<string, string> {
  const link = `superseded by [${plainMarkdown(recordLabel(by))}](${linkDestination(by).slice(1, -1)})`;
  const front = /^\uFEFF?---\r?\n([\s\S]*?\r?\n)?---\r?(?:\n|$)/.exec(markdown);
  const head = front?.[0] ?? '';
  const inFront = /^(status[ \t]*:)[^\r\n]*/im;
  if (inFront.test(head))
    return success(
      head.replace(inFront, (_, key: string) => `${key} ${JSON.stringify(link)}`) + markdown.slice(head.length),
    );
  const inBody = /^([-*+][ \t]+(?:\*\*)?status(?:\*\*)?[ \t]*:(?:\*\*)?)[^\r\n]*/im;
  // Only what stands before the first section is the record's own status.
  const section = /^##[ \t]/m.exec(markdown)?.index ?? markdown.length;
  const top = markdown.slice(0, section);
  if (inBody.test(top))
    return success(top.replace(inBody, (_, key: string) => `${key} ${link}`) + markdown.slice(section));
  return failure(
    'It has no status: neither "status:" between --- lines at its start, nor a line "- Status: …" before its first section',
  );
}
