/** A review of an old decision as a person reads it in a terminal. */
import type { DecisionReview, LifecycleChange, RankingMove } from '../core/review/decisionReview.ts';
import { lifecycleChangeWords, withoutName } from '../core/review/words.ts';
import type { Io } from './io.ts';
import { columns, harmless, type Paint, paintFor, paragraph } from './paint.ts';

/** More parts of a score than these are for `--json`. */
const mostParts = 3;

const changeWords: Readonly<Record<RankingMove['change'], string>> = {
  up: 'up',
  down: 'down',
  stays: '',
  joins: 'new',
  leaves: 'gone',
};

/** The text of a review, ending in a line break. */
export const describeReview = (review: DecisionReview, io: Pick<Io, 'colours' | 'width'>): string => {
  const paint = paintFor(io);
  const { width } = io;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [[paint.strong(title), ...lines].join('\n')];
  const listed = (text: string, style?: (line: string) => string): readonly string[] =>
    paragraph('  - ', harmless(text), width, style);
  const colour = { same: paint.good, 'same-choice': paint.accent, 'new-choice': paint.warning }[review.outcome];
  const sections = [
    paragraph('', harmless(review.sentence), width, colour).join('\n'),
    ...section(
      'Lifecycle',
      review.lifecycle.flatMap((each) => listed(lifecycleLine(each), each.worse ? paint.warning : paint.good)),
    ),
    ...section('Ranking, then and now', rankingLines(review.moves, paint, width)),
    ...section(
      'Newly ruled out',
      review.newlyExcluded.flatMap(({ name, reason, successor }) =>
        listed(`${name}: ${withoutName(name, reason)}${successor === undefined ? '' : ` Instead: ${successor.name}.`}`),
      ),
    ),
    ...section(
      'Not ruled out any more',
      review.readmitted.flatMap(({ name }) => listed(name)),
    ),
    ...section(
      'Renamed',
      review.renamed.flatMap(({ from, to, name }) => listed(`${from} is ${to} now (${name})`)),
    ),
    ...section(
      'Not known any more, and left out of the need',
      review.unknown.flatMap(({ kind, id, name }) => listed(`${kind} ${name === id ? id : `${name} (${id})`}`)),
    ),
    paint.faint(`Catalogue then as of ${review.before.asOf}, now as of ${review.after.asOf}`),
  ];
  return `${sections.join('\n\n')}\n`;
};

const lifecycleLine = (each: LifecycleChange): string => {
  const instead =
    each.successors.length > 0 ? ` Use instead: ${each.successors.map(({ name }) => name).join(', ')}.` : '';
  const sources = each.after?.sources.length ? ` [${each.after.sources.join(', ')}]` : '';
  const known = each.after ? ` (known as of ${each.after.asOf})` : '';
  return `${each.name}${each.chosen ? ', chosen then' : ''}: ${lifecycleChangeWords(each)}${known}.${instead}${sources}`;
};

function rankingLines(moves: readonly RankingMove[], paint: Paint, width: number): readonly string[] {
  const place = (standing: RankingMove['before']): string =>
    standing ? `${standing.rank}. (${Math.round(standing.score)})` : '-';
  const rows = columns(
    moves.map((move) => [
      `  ${place(move.before)}`,
      '->',
      place(move.after),
      changeWords[move.change],
      `${harmless(move.name)}${move.after?.verdict === 'recommended' ? '  recommended' : ''}`,
    ]),
  );
  return moves.flatMap((move, at) => [
    (rows[at] ?? '').trimEnd(),
    ...(move.why === undefined
      ? []
      : paragraph('      ', harmless(withoutName(move.name, move.why)), width, paint.faint)),
    ...(move.parts.length === 0
      ? []
      : paragraph(
          '      ',
          move.parts
            .slice(0, mostParts)
            .map(({ name, before, after }) => `${harmless(name)} ${points(before)} -> ${points(after)}`)
            .join(', '),
          width,
          paint.faint,
        )),
  ]);
}

const points = (value: number): string => value.toFixed(1);
