/** The difference of two catalogues as a person reads it in a terminal. */
import { type CatalogDiff, type EntryDiff, isUnchanged } from '../core/catalog/diff.ts';
import type { Lifecycle } from '../core/catalog/entry.ts';
import { statusWords } from './describeEntry.ts';
import type { Io } from './io.ts';
import { columns, harmless, type Paint, paintFor, paragraph } from './paint.ts';

/** The text of a difference, ending in a line break. */
export const describeCatalogDiff = (diff: CatalogDiff, io: Pick<Io, 'colours' | 'width'>): string => {
  const paint = paintFor(io);
  const section = (title: string, lines: readonly string[], count = lines.length): readonly string[] =>
    count === 0 ? [] : [`${paint.strong(title)} (${count})\n${lines.join('\n')}`];
  const listed = (rows: readonly (readonly string[])[]): readonly string[] =>
    columns(rows.map((row) => row.map(harmless))).map((row) => `  ${row}`);
  const side = ({ title, asOf }: CatalogDiff['before']): string => `${harmless(title)}, as of ${asOf}`;
  const sections = [
    paint.faint(`${side(diff.before)} -> ${side(diff.after)}`),
    ...(isUnchanged(diff) ? ['No differences'] : []),
    ...section('Added', listed(diff.added.map(({ id, name }) => [id, name]))),
    ...section(
      'Removed',
      listed(
        diff.removed.map(({ id, name, aliasOf }) => [
          id,
          aliasOf === undefined ? name : `${name}, now an alias of ${aliasOf}`,
        ]),
      ),
    ),
    ...section('Renamed', listed(diff.renamed.map(({ from, to, name }) => [`${from} -> ${to}`, name]))),
    ...section(
      'Changed',
      diff.changed.flatMap((entry) => changedLines(entry, paint, io.width)),
      diff.changed.length,
    ),
    ...section('Tasks added', listed(diff.tasks.added.map((id) => [id]))),
    ...section('Tasks removed', listed(diff.tasks.removed.map((id) => [id]))),
    ...section('Relations added', listed(diff.relations.added.map((each) => [each]))),
    ...section('Relations removed', listed(diff.relations.removed.map((each) => [each]))),
  ];
  return `${sections.join('\n\n')}\n`;
};

const lifecycleWords = ({ status, date, successors }: Lifecycle): string => {
  const when = date === undefined ? '' : ` ${status === 'ending' ? 'on' : 'since'} ${date}`;
  return `${statusWords[status]}${when}${successors.length === 0 ? '' : `, use ${successors.join(', ')}`}`;
};

function lifecycleChange({ before, after }: NonNullable<EntryDiff['lifecycle']>): string {
  const [then, now] = [lifecycleWords(before), lifecycleWords(after)];
  return then === now ? `${now}: ${after.note ?? 'its note is gone'}` : `${then} -> ${now}`;
}

function changedLines(entry: EntryDiff, paint: Paint, width: number): readonly string[] {
  const line = (mark: string, text: string, style?: (line: string) => string): readonly string[] =>
    paragraph(`    ${mark} `, harmless(text), width, style);
  const { lifecycle, offers, facts, fields } = entry;
  return [
    `  ${paint.strong(harmless(entry.name))}  ${paint.faint(entry.id)}`,
    ...(lifecycle ? line('!', `lifecycle: ${lifecycleChange(lifecycle)}`, paint.warning) : []),
    ...offers.added.flatMap(({ task, fit }) => line('+', `offers ${task}, fit ${fit}`, paint.good)),
    ...offers.removed.flatMap(({ task, fit }) => line('-', `offers ${task} no longer (fit was ${fit})`, paint.bad)),
    ...offers.changed.flatMap(({ before, after, fields: terms }) => {
      const fit = before.fit === after.fit ? [] : [`fit ${before.fit} -> ${after.fit}`];
      return line('~', `offers ${after.task}: ${[...fit, ...terms.filter((term) => term !== 'fit')].join(', ')}`);
    }),
    ...facts.added.flatMap(({ id, text }) => line('+', `fact ${id}: ${text}`, paint.good)),
    ...facts.removed.flatMap(({ id, text }) => line('-', `fact ${id}: ${text}`, paint.bad)),
    ...facts.changed.flatMap(({ before, after, fields: parts }) =>
      line(
        '~',
        `fact ${after.id}: ${before.text === after.text ? parts.join(', ') : `"${before.text}" -> "${after.text}"`}`,
      ),
    ),
    ...(fields.length > 0 ? line('~', fields.join(', ')) : []),
  ];
}
