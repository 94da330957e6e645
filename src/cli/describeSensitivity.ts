/** How firmly an answer stands, as a person reads it in a terminal. */
import type { Catalog } from '../core/catalog/catalog.ts';
import { indexCatalog } from '../core/catalog/lookup.ts';
import type { CriterionSensitivity, Firmness, Sensitivity } from '../core/sensitivity/sensitivity.ts';
import { handoverWords, nameOf, weightWords } from '../core/sensitivity/words.ts';
import type { Io } from './io.ts';
import { columns, harmless, paintFor, paragraph } from './paint.ts';

/** Columns of a track in characters: one for each twentieth. */
const trackLength = 21;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `=` where it stands, `.` where it does not, `o` the present weight. */
const track = ({ weight, stretches }: CriterionSensitivity): string =>
  Array.from({ length: trackLength }, (_, place) => {
    const at = place / (trackLength - 1);
    if (Math.round(weight * (trackLength - 1)) === place) return 'o';
    return stretches.some(({ from, to, holds }) => holds && at >= from && at <= to) ? '=' : '.';
  }).join('');

/** The text of a sensitivity, ending in a line break. */
export const describeSensitivity = (
  catalog: Catalog,
  { whole, services, samples }: Sensitivity,
  io: Pick<Io, 'colours' | 'width'>,
): string => {
  const paint = paintFor(io);
  const index = indexCatalog(catalog);
  const ends = ({ below, above }: CriterionSensitivity): string =>
    [
      ...(below ? [`below ${weightWords(below.at, 'below')} ${handoverWords(index, below.handovers)}`] : []),
      ...(above ? [`above ${weightWords(above.at, 'above')} ${handoverWords(index, above.handovers)}`] : []),
    ].join('; ');
  const share = ({ share: { holds, low, high } }: Firmness): string =>
    `It stands in ${percent(holds)} of all mixes of preferences (${percent(low)} to ${percent(high)} with 95 % confidence, ${samples} drawn).`;
  const rows = whole.criteria.map((criterion) => [
    `  ${index.criteria.get(criterion.criterion)?.name ?? criterion.criterion}`,
    `0 ${track(criterion)} 1`,
    ends(criterion),
  ]);
  const alone = services.flatMap(({ service, sentence }) =>
    paragraph('  - ', harmless(`${nameOf(index, service)}: ${sentence}`), io.width),
  );
  const sections = [
    paragraph('', harmless(whole.sentence), io.width, paint.strong),
    whole.runner
      ? [
          paint.strong('Weights'),
          ...columns(rows).map((row) => row.trimEnd()),
          paint.faint('  = it stands   . another takes over   o the weight now'),
        ]
      : [],
    whole.runner ? paragraph('', share(whole), io.width) : [],
    services.length > 1 ? [paint.strong('Each service'), ...alone] : [],
    [paint.faint(`Catalogue as of ${catalog.asOf}`)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};
