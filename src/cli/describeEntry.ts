/** An entry of the catalogue as a person reads it in a terminal. */
import type { Entry, LifecycleStatus, Relation } from '../core/catalog/entry.ts';
import { type CatalogIndex, ratingOf } from '../core/catalog/lookup.ts';
import type { Io } from './io.ts';
import { columns, type Paint, paintFor, paragraph } from './paint.ts';

/** Each state of a lifecycle in words. */
export const statusWords: Readonly<Record<LifecycleStatus, string>> = {
  active: 'active',
  'closed-to-new': 'closed to new customers',
  ending: 'ending',
  retired: 'retired',
  legacy: 'legacy',
};

/** What the state of a lifecycle means, in its colour. */
const paintStatus = (paint: Paint, status: LifecycleStatus): string => {
  const words = statusWords[status];
  if (status === 'active') return paint.good(words);
  return status === 'retired' ? paint.bad(words) : paint.warning(words);
};

const relationWords: Readonly<Record<Relation['type'], readonly [string, string]>> = {
  'part-of': ['part of', 'has the part'],
  'runs-on': ['runs on', 'runs'],
  feeds: ['feeds', 'is fed by'],
  'integrates-with': ['integrates with', 'integrates with'],
  'alternative-to': ['alternative to', 'alternative to'],
  'successor-of': ['successor of', 'succeeded by'],
};

/** The text of an entry, ending in a line break. */
export const describeEntry = (index: CatalogIndex, entry: Entry, io: Pick<Io, 'colours' | 'width'>): string => {
  const paint = paintFor(io);
  const { width } = io;
  const named = (id: string): string => `${index.entries.get(id)?.name ?? id} (${id})`;
  const marks = (sources: readonly string[]): string => (sources.length > 0 ? ` [${sources.join(', ')}]` : '');
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.strong(title), ...lines];

  const { lifecycle } = entry;
  const group = index.groups.get(entry.group);
  const place = [
    entry.kind,
    group && `${group.layer.name} / ${group.name}`,
    entry.onSheet ? 'on the cheat sheet' : undefined,
  ];
  const state = [
    paintStatus(paint, lifecycle.status),
    lifecycle.date === undefined
      ? undefined
      : `${lifecycle.status === 'ending' ? 'ends on' : 'since'} ${lifecycle.date}`,
    `known as of ${lifecycle.asOf}`,
  ];
  const capabilities = index.capabilities.get(entry.id) ?? [];
  const relations = [
    ...(index.relationsFrom.get(entry.id) ?? []).map(
      (each) => [relationWords[each.type][0], named(each.to), each] as const,
    ),
    ...(index.relationsTo.get(entry.id) ?? []).map(
      (each) => [relationWords[each.type][1], named(each.from), each] as const,
    ),
  ];
  const usedSources = [
    ...new Set([
      ...lifecycle.sources,
      ...entry.facts.flatMap(({ sources }) => sources),
      ...relations.flatMap(([, , { sources }]) => sources),
    ]),
  ];

  const lines = [
    `${paint.strong(entry.name)}  ${paint.faint(entry.id)}`,
    paint.faint(place.filter((part) => part !== undefined).join(' · ')),
    `${state.filter((part) => part !== undefined).join(' · ')}${marks(lifecycle.sources)}`,
    ...(lifecycle.note === undefined ? [] : paragraph('', lifecycle.note, width)),
    ...(lifecycle.successors.length === 0
      ? []
      : paragraph('Use instead: ', lifecycle.successors.map(named).join(', '), width)),
    '',
    ...paragraph('', entry.summary, width),
    ...section('The cheat sheet says', entry.sheet === undefined ? [] : paragraph('  ', entry.sheet, width)),
    ...section(
      'What it can be asked for',
      entry.offers.flatMap((offer) => [
        `  ${index.tasks.get(offer.task)?.name ?? offer.task}  ${paint.faint(`${offer.task} · fit ${offer.fit}`)}`,
        ...(offer.useWhen === undefined ? [] : paragraph('    + use it when ', offer.useWhen, width)),
        ...(offer.avoidWhen === undefined
          ? []
          : paragraph(
              '    - look elsewhere when ',
              `${offer.avoidWhen.text}${offer.avoidWhen.instead === undefined ? '' : `; then ${named(offer.avoidWhen.instead)}`}`,
              width,
            )),
      ]),
    ),
    ...section(
      'Facts',
      entry.facts.flatMap(({ kind, text, sources, asOf }) =>
        paragraph(
          kind === 'is' ? '  - ' : '  ! ',
          `${text}${marks(sources)}${asOf === undefined ? '' : ` (as of ${asOf})`}`,
          width,
          kind === 'is' ? undefined : paint.warning,
        ),
      ),
    ),
    ...section(
      'Capabilities',
      columns(capabilities.map((each) => [`  ${each.id}`, each.name, statusWords[each.lifecycle.status]])),
    ),
    ...section(
      'Ratings (our judgement)',
      columns(
        index.catalog.criteria.map(({ id, name }) => {
          const rating = ratingOf(index, entry, id);
          return [`  ${name}`, rating.value.toFixed(2), rating.judgement];
        }),
      ),
    ),
    ...section(
      'Relations',
      relations.flatMap(([words, other, { note, historical, sources }]) =>
        paragraph(
          '  - ',
          `${words} ${other}${note === undefined ? '' : `: ${note}`}${historical ? ' (no longer)' : ''}${marks(sources)}`,
          width,
        ),
      ),
    ),
    ...section(
      'Sources',
      usedSources.flatMap((id) => {
        const source = index.sources.get(id);
        return source
          ? [`  ${id}  ${source.title} (${source.dated})`, ...(source.url === undefined ? [] : [`      ${source.url}`])]
          : [];
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
