/** A comparison as a person reads it in a terminal. */
import type { Cell, Comparison, Row } from '../core/comparison/compare.ts';
import type { Io } from './io.ts';
import { harmless, type Paint, paintFor, paragraph } from './paint.ts';

const pointsOf = ({ points }: Cell): string => (points === undefined ? '' : ` (${points.toFixed(1)} points)`);

const describeRow = (row: Row, { candidates }: Comparison, paint: Paint, width: number): string[] => {
  const apart = row.spread > 0.05 ? `${row.spread.toFixed(1)} points apart` : row.differs ? 'not scored' : 'the same';
  const head = `${paint.strong(harmless(row.name))}  ${paint.faint(apart)}`;
  const [first] = row.cells;
  if (!row.differs && first) return [head, ...paragraph('  ', harmless(first.text), width, paint.faint)];
  return [
    head,
    ...row.cells.flatMap((cell, place) => {
      const candidate = candidates[place];
      const leads = candidate !== undefined && row.leaders.includes(candidate.id);
      const text = `${candidate?.name ?? ''}${pointsOf(cell)}: ${cell.text}`;
      return paragraph(leads ? '  + ' : '    ', harmless(text), width, leads ? paint.good : undefined);
    }),
  ];
};

/** The text of a comparison, ending in a line break. `+` marks who leads. */
export const describeComparison = (
  comparison: Comparison,
  catalogAsOf: string,
  io: Pick<Io, 'colours' | 'width'>,
): string => {
  const paint = paintFor(io);
  const { candidates, rows, unasked } = comparison;
  const heads = candidates.flatMap(({ name, verdict, score, ruledOut }) => {
    const points = score > 0 ? `, ${ruledOut ? 'would score ' : ''}${Math.round(score)} points` : '';
    return paragraph('  ', harmless(`${name}: ${verdict}${points}`), io.width);
  });
  const sections = [
    [paint.strong('Compared'), ...heads],
    ...(unasked ? [[paint.warning('Nothing is asked, so no points are given.')]] : []),
    ...rows.map((row) => describeRow(row, comparison, paint, io.width)),
    [paint.strong('In short'), ...candidates.flatMap(({ closing }) => paragraph('  - ', harmless(closing), io.width))],
    [paint.faint(`Catalogue as of ${catalogAsOf}`)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};
