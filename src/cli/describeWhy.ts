/** Why an entry is the answer, or why not, as a person reads it in a terminal. */
import type { CatalogIndex } from '../core/catalog/lookup.ts';
import type { Verdict } from '../core/decision/decision.ts';
import type { Explanation, Ground } from '../core/sensitivity/why.ts';
import type { WhyNot } from '../core/sensitivity/whyNot.ts';
import type { Io } from './io.ts';
import { harmless, paintFor, paragraph } from './paint.ts';

/** What `why` answers. */
export interface WhyAnswer {
  readonly name: string;
  readonly verdict: Verdict;
  readonly score: number;
  readonly why: Explanation | null;
  readonly whyNot: WhyNot | null;
}

const groundOf = ({ judgement, asOf, sources }: Ground): string =>
  [
    judgement ? 'our judgement' : 'fact',
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    ...sources.map(({ title, dated, url }) => `${title} (${dated})${url === undefined ? '' : ` ${url}`}`),
  ].join('; ');

/** The text of an answer, ending in a line break. */
export const describeWhy = (
  index: CatalogIndex,
  { name, verdict, score, why, whyNot }: WhyAnswer,
  io: Pick<Io, 'colours' | 'width'>,
): string => {
  const paint = paintFor(io);
  const nameOf = (id: string): string => index.entries.get(id)?.name ?? id;
  const head = `${paint.strong(harmless(name))}: ${verdict}${score > 0 ? `, ${Math.round(score)} points` : ''}`;
  const not = whyNot
    ? [
        paint.strong('Why not'),
        ...paragraph('  ', harmless(whyNot.text), io.width),
        ...(whyNot.alternative === undefined ? [] : [`  Use instead: ${harmless(nameOf(whyNot.alternative))}`]),
        ...(whyNot.change
          ? paragraph(
              '  ',
              `Smallest change that makes it the answer: ${harmless(whyNot.change.text)}`,
              io.width,
              paint.good,
            )
          : []),
        ...(whyNot.nothing === undefined ? [] : paragraph('  ', harmless(whyNot.nothing), io.width, paint.warning)),
      ]
    : [];
  const parts = (why?.parts ?? []).map(({ name: of, reckoning, grounds }) =>
    [
      `${paint.strong(harmless(of))}  ${paint.faint(reckoning)}`,
      ...grounds.flatMap((ground) => [
        ...paragraph('  - ', harmless(ground.text), io.width),
        ...paragraph('    ', harmless(groundOf(ground)), io.width, paint.faint),
      ]),
    ].join('\n'),
  );
  const through = why && why.scored !== why.entry ? [`Scored as its ${nameOf(why.scored)} is.`] : [];
  return `${[head, not.join('\n'), ...through, ...parts, paint.faint(`Catalogue as of ${index.catalog.asOf}`)].filter((text) => text !== '').join('\n\n')}\n`;
};
