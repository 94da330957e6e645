/** A decision as a person reads it in a terminal. */
import type { Catalog } from '../core/catalog/catalog.ts';
import { type CatalogIndex, indexCatalog } from '../core/catalog/lookup.ts';
import type { Decision, Exclusion, Reason } from '../core/decision/decision.ts';
import { restsOnGuess } from '../core/decision/need.ts';
import { type OpenQuestion, openQuestions } from '../core/decision/openQuestions.ts';
import { statusWords } from './describeEntry.ts';
import type { Io } from './io.ts';
import { columns, harmless, type Paint, paintFor, paragraph } from './paint.ts';

/** More than these are alternatives for the curious; `--json` has them all. */
const mostRecommendations = 6;
const mostExclusions = 6;
const mostReasons = 4;
const mostCaveats = 3;

/** The text of a decision, ending in a line break. */
export const describeDecision = (catalog: Catalog, decision: Decision, io: Pick<Io, 'colours' | 'width'>): string => {
  const page = { index: indexCatalog(catalog), paint: paintFor(io), width: io.width };
  const sections = [
    understood(page, decision),
    pipeline(page, decision),
    recommendations(page, decision),
    exclusions(page, decision.excluded),
    assumptions(page, decision.assumptions),
    open(page, openQuestions(catalog, decision)),
    footer(page, decision),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

interface Page {
  readonly index: CatalogIndex;
  readonly paint: Paint;
  readonly width: number;
}

const nameOf = (index: CatalogIndex, id: string): string => index.entries.get(id)?.name ?? id;

const understood = ({ index, paint, width }: Page, { need }: Decision): string[] => {
  const lines = need.text === undefined ? [] : [...paragraph('', `"${harmless(need.text)}"`, width, paint.faint), ''];
  if (need.tasks.length === 0) {
    return [
      ...lines,
      paint.warning('No task was recognised.'),
      'Say what goes in and what should come out, or choose task ids from "catalog list --tasks".',
    ];
  }
  const rows = need.tasks.map(({ task, triggers, guess }) => {
    const words = triggers.map((trigger) => `"${harmless(trigger.words)}"`).join(', ');
    return [`${index.tasks.get(task)?.name ?? task}${guess ? ' (a guess)' : ''}`, words];
  });
  const constraints = Object.entries(need.constraints).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
  return [
    ...lines,
    ...(restsOnGuess(need)
      ? [
          paint.warning('This is a guess from few words.'),
          'Say what goes in and what should come out, or choose task ids from "catalog list --tasks".',
          '',
        ]
      : []),
    paint.strong(restsOnGuess(need) ? 'You may need' : 'You need'),
    ...columns(rows).map((row) => `  ${row}`.trimEnd()),
    ...(constraints.length > 0 ? [paint.faint(`  (${constraints.join('; ')})`)] : []),
  ];
};

const pipeline = ({ index, paint, width }: Page, decision: Decision): string[] => {
  if (decision.pipeline.length === 0) return [];
  const way = decision.pipeline.map((id) => nameOf(index, id)).join(' -> ');
  return [paint.strong('Pipeline'), ...paragraph('  ', way, width, paint.accent)];
};

/** Marks that a person can look up: where a reason was read, or that it is our own view. */
const sourceMark = (reason: Reason): string =>
  reason.sources.length > 0 ? ` [${reason.sources.join(', ')}]` : reason.judgement ? ' *' : '';

const recommendations = (page: Page, { need, recommendations: all }: Decision): string[] => {
  const { index, paint, width } = page;
  if (all.length === 0) return [];
  const blocks = all.slice(0, mostRecommendations).map((each) => {
    const verdict = each.verdict === 'recommended' ? paint.good('recommended') : paint.accent('suitable');
    const via = each.via.filter((id) => id !== each.id).map((id) => nameOf(index, id));
    // Points on what was hardly said would sound surer than anybody is.
    const standing = restsOnGuess(need) ? paint.warning('a guess') : `${verdict}  ${Math.round(each.score)}/100`;
    const head = `${String(each.rank).padStart(2)}  ${paint.strong(nameOf(index, each.id))}  ${standing}  ${paint.faint(each.id)}`;
    return [
      head,
      ...(via.length > 0 ? paragraph('    by ', via.join(', '), width) : []),
      ...each.reasons
        .slice(0, mostReasons)
        .flatMap((reason) => paragraph('    + ', `${reason.text}${sourceMark(reason)}`, width)),
      ...each.caveats
        .slice(0, mostCaveats)
        .flatMap((reason) => paragraph('    ! ', `${reason.text}${sourceMark(reason)}`, width, paint.warning)),
    ].join('\n');
  });
  const rest = all.length - mostRecommendations;
  return [
    paint.strong('Services'),
    blocks.join('\n\n'),
    ...(rest > 0 ? [paint.faint(`\n    and ${rest} more (--json shows all)`)] : []),
  ];
};

const exclusions = ({ index, paint, width }: Page, all: readonly Exclusion[]): string[] => {
  if (all.length === 0) return [];
  const rest = all.length - mostExclusions;
  return [
    paint.strong('Ruled out'),
    ...all.slice(0, mostExclusions).flatMap(({ id, reason, status, successor, change }) => {
      const state = status === 'active' ? '' : ` (${statusWords[status]})`;
      const instead = successor === undefined ? '' : ` Instead: ${nameOf(index, successor)}.`;
      const back = change === undefined ? '' : ` ${change}`;
      // The engine's sentence may begin with the name, which stands here anyway.
      const name = nameOf(index, id);
      const why = reason.startsWith(`${name}: `) ? reason.slice(name.length + 2) : reason;
      return paragraph('  - ', `${name}${state}: ${why}${instead}${back}`, width);
    }),
    ...(rest > 0 ? [paint.faint(`    and ${rest} more (--json shows all)`)] : []),
  ];
};

const footer = ({ paint }: Page, { recommendations: all, catalogAsOf }: Decision): string[] => [
  ...(all.length > 0
    ? [paint.faint('[…] source of a fact (--json has its address)   * our judgement, not a fact')]
    : []),
  paint.faint(`Catalogue as of ${catalogAsOf}`),
];

const assumptions = ({ paint, width }: Page, all: readonly string[]): string[] =>
  all.length === 0 ? [] : [paint.strong('Taken for granted'), ...all.flatMap((each) => paragraph('  - ', each, width))];

const open = ({ index, paint, width }: Page, questions: readonly OpenQuestion[]): string[] =>
  questions.length === 0
    ? []
    : [
        paint.strong('Left open'),
        ...questions.flatMap(({ assumed, question, answers }) => [
          ...paragraph('  ? ', `${assumed} ${question}`, width),
          ...answers.flatMap(({ label, first }) =>
            paragraph(
              '      ',
              `${label}${first === undefined ? '' : ` -> ${nameOf(index, first)} first`}`,
              width,
              paint.faint,
            ),
          ),
        ]),
      ];
