/** How a sentence was understood, as a person reads it in a terminal. */
import type { CatalogIndex } from '../core/catalog/lookup.ts';
import type { ExplainedWords, Explanation } from '../core/decision/explain.ts';
import type { Trigger } from '../core/decision/need.ts';
import type { Io } from './io.ts';
import { columns, harmless, paintFor, paragraph } from './paint.ts';

const quoted = (words: readonly Trigger[]): string => words.map((word) => `"${harmless(word.words)}"`).join(' ');

const list = (what: string, ids: readonly string[], nameOf: (id: string) => string): string[] =>
  ids.length === 0 ? [] : [`${what} ${ids.map(nameOf).join(', ')}`];

/** The text of an explanation, ending in a line break. */
export const describeExplanation = (
  index: CatalogIndex,
  { text, need, given, notUnderstood }: Explanation,
  io: Pick<Io, 'colours' | 'width'>,
): string => {
  const paint = paintFor(io);
  const taskName = (id: string): string => index.tasks.get(id)?.name ?? index.taskGroups.get(id)?.name ?? id;
  const kindName = (id: string): string => index.dataKinds.get(id)?.name ?? id;
  const criterionName = (id: string): string => index.criteria.get(id)?.name ?? id;

  const meaning = (part: ExplainedWords): string => {
    const constraints = Object.entries(part.constraints).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${[value].flat().join(' or ')}`],
    );
    const said = [
      ...list(part.denied ? 'not wanted:' : 'asks for', part.tasks, taskName),
      ...list('has', part.have, kindName),
      ...list('wants', part.want, kindName),
      ...list('data:', part.data, kindName),
      ...(constraints.length > 0 ? [`rules out all but ${constraints.join(', ')}`] : []),
      ...list('weighs', Object.keys(part.preferences), criterionName),
      ...list('speaks against', part.damps, taskName),
      ...list('speaks for', part.favours, taskName),
    ];
    return said.length > 0 ? said.join('; ') : 'nothing by itself';
  };

  const single = given.filter(({ concepts }) => concepts.length === 1);
  const together = given.filter(({ concepts }) => concepts.length > 1);
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${paint.strong(title)}\n${lines.join('\n')}`];
  const rows = (parts: readonly ExplainedWords[]): string[] =>
    parts.flatMap((part) =>
      paragraph('  ', `${quoted(part.words)}: ${part.denied ? 'denied; ' : ''}${meaning(part)}`, io.width),
    );
  const constraints = Object.entries(need.constraints).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);

  const sections = [
    paragraph('', `"${harmless(text)}"`, io.width, paint.faint).join('\n'),
    ...block(
      'Understood as',
      columns(
        need.tasks.map(({ task, weight, triggers }) => [
          taskName(task),
          `${Math.round(weight * 100)} %`,
          quoted(triggers),
        ]),
      ).map((row) => `  ${row}`),
    ),
    ...(need.tasks.length === 0 ? [paint.warning('No task was recognised.')] : []),
    ...block('At hand', need.have.length > 0 ? [`  ${need.have.map(kindName).join(', ')}`] : []),
    ...block('Wanted', need.want.length > 0 ? [`  ${need.want.map(kindName).join(', ')}`] : []),
    ...block('Constraints', constraints.length > 0 ? [`  ${constraints.join('; ')}`] : []),
    ...block(
      'Named',
      need.named.map(
        ({ entry, stance, triggers }) =>
          `  ${index.entries.get(entry)?.name ?? entry}, ${stance === 'use' ? 'to be used' : 'to be replaced'}: ${quoted(triggers)}`,
      ),
    ),
    ...block('What each phrase gave', rows(single)),
    ...block('What phrases gave together', rows(together)),
    ...block('Not understood', notUnderstood.length > 0 ? paragraph('  ', quoted(notUnderstood), io.width) : []),
  ];
  return `${sections.join('\n\n')}\n\n${paint.faint(`Catalogue as of ${index.catalog.asOf}`)}\n`;
};
