/** Where a conversation of the guide stands, as a person reads it in a terminal. */
import type { CatalogIndex } from '../core/catalog/lookup.ts';
import { decide } from '../core/decision/decide.ts';
import { dontKnow, type Finished, type GuideStep, type Question } from '../core/guide/guide.ts';
import type { GuideState } from '../core/guide/state.ts';
import type { Io } from './io.ts';
import { type Paint, paintFor, paragraph } from './paint.ts';

type Look = Pick<Io, 'colours' | 'width'>;

const questionLines = ({ text, why, options }: Question, paint: Paint, width: number): string[] => [
  paint.strong(text),
  ...paragraph('', why, width, paint.faint),
  ...options.flatMap(({ id, label, help, left }, place) =>
    paragraph(
      `  ${place + 1}  `,
      `${label}${help === undefined ? '' : ` (${help})`}: ${left === 0 ? 'leaves nothing' : `leaves ${left}`} [${id}]`,
      width,
    ),
  ),
  `  ${dontKnow}  Don't know, or it does not matter`,
];

function endLines(index: CatalogIndex, step: GuideStep, end: Finished, { answered }: GuideState, look: Look): string[] {
  const paint = paintFor(look);
  const { winners, stable, which } = end;
  if (winners.length === 0) return ['Nothing in the catalogue does this under these answers. Take one back.'];
  const ranked = decide(index.catalog, step.need).recommendations;
  const open = answered.filter(({ answer }) => answer === undefined).map(({ text }) => text);
  return [
    ...winners.flatMap((id) => {
      const reason = ranked.find((each) => each.id === id)?.reasons[0]?.text;
      const name = `${paint.good(index.entries.get(id)?.name ?? id)} [${id}]`;
      return [name, ...(reason === undefined ? [] : paragraph('  ', reason, look.width))];
    }),
    ...(stable && open.length === 0
      ? ['No other answer would change what comes first.']
      : [
          stable
            ? 'Nothing left to ask would change it.'
            : 'Several could still come first; this one is the likeliest.',
          ...(open.length > 0 ? paragraph('', `Left open, and could change it: ${open.join(' ')}`, look.width) : []),
        ]),
    ...(which.length > 0
      ? paragraph(
          '',
          `It does each of these: ${which.map(({ label, id }) => `${label} [${id}]`).join(', ')}.`,
          look.width,
        )
      : []),
    '',
    paint.faint(`Catalogue as of ${index.catalog.asOf}`),
  ];
}

/** What was answered, how much is left, and the next question with its answers, or the end. Ends in a line break. */
export function describeGuide(index: CatalogIndex, state: GuideState, step: GuideStep, look: Look): string {
  const paint = paintFor(look);
  const { left, total, next } = step;
  const lines = [
    ...state.answered.map(({ text, label }) => paint.faint(`${text} ${label}`)),
    ...(next.kind === 'finished' && next.winners.length > 1 ? [] : [`${left.length} of ${total} services left`]),
    '',
    ...(next.kind === 'finished' ? endLines(index, step, next, state, look) : questionLines(next, paint, look.width)),
  ];
  return `${lines.join('\n')}\n`;
}
