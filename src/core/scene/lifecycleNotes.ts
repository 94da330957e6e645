/**
 * What a lifecycle's badge has no room for: below a picture that leaves the window, each entry that bears one is listed with its
 * state, day, successors and source, and the day as of which that is known.
 */
import { byCodeUnit } from '../base/order.ts';
import { listed } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import { breakLines } from '../text/breakLines.ts';
import { placeLine, placeLines } from './placeText.ts';
import type { Scene, SceneText } from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';
import { lifecycleSentences } from './words.ts';

/** A column of notes is at least this wide, px: some eighty characters. */
const leastColumn = 440;
/** More lines than these has no note. */
const mostLines = 6;

/** The first source by its title, without what its brackets add, and how many more there are. */
function sourceWords(index: CatalogIndex, [first = '', ...others]: readonly string[]): string {
  const [title = first] = (index.sources.get(first)?.title ?? first).split(' (');
  return `${title}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

/** "Comprehend topics: Closed to new customers since 2026-04-30. Instead: Bedrock. Known as of 2026-11-22. Source: AWS …" */
export function lifecycleNote(index: CatalogIndex, { name, lifecycle }: Entry): string {
  const { status, date, asOf, successors, sources } = lifecycle;
  const [words = ''] = lifecycleSentences[status].split(':');
  const when = date === undefined ? '' : ` ${status === 'ending' ? 'on' : 'since'} ${date}`;
  const instead = successors.map((id) => index.entries.get(id)?.name ?? id);
  return [
    `${name}: ${words}${when}.`,
    ...(instead.length === 0 ? [] : [`Instead: ${listed(instead, 'or')}.`]),
    `Known as of ${asOf}.`,
    `Source: ${sourceWords(index, sources)}.`,
  ].join(' ');
}

/** Ids of the entries that bear a lifecycle's badge in the picture, in the order of its nodes. */
const badged = ({ nodes }: Scene): readonly string[] =>
  nodes.flatMap(({ id, entry, badges, rows }) => [
    ...(badges.some(({ kind }) => kind !== 'rank') ? [entry ?? id] : []),
    ...rows.flatMap((row) => (row.badge === undefined ? [] : [row.id])),
  ]);

/**
 * The picture with its notes, by name; the same picture where nothing in it is on its way out. `used`: capabilities that are at work
 * without a box of their own; those count whose service stands in the picture.
 */
export function withLifecycleNotes(scene: Scene, catalog: Catalog, used: readonly string[] = []): Scene {
  const index = indexCatalog(catalog);
  const drawn = new Set(scene.nodes.map(({ id, entry }) => entry ?? id));
  const atWork = used.filter((id) => drawn.has(index.entries.get(id)?.partOf ?? ''));
  const entries = [...new Set([...badged(scene), ...atWork])]
    .flatMap((id) => index.entries.get(id) ?? [])
    .filter(({ lifecycle }) => lifecycle.status !== 'active')
    .sort((left, right) => byCodeUnit(left.name, right.name));
  if (entries.length === 0) return scene;
  const left = (scene.origin?.x ?? 0) + spacing.margin;
  const room = scene.width - 2 * spacing.margin;
  const columns = Math.max(
    1,
    Math.min(entries.length, Math.floor((room + spacing.huge) / (leastColumn + spacing.huge))),
  );
  const width = (room - (columns - 1) * spacing.huge) / columns;
  const top = (scene.origin?.y ?? 0) + scene.height;
  const texts: SceneText[] = [placeLine('Lifecycle', 'group', { x: left, top })];
  let rowTop = top + typeScale.group.lineHeight + spacing.small;
  for (let first = 0; first < entries.length; first += columns) {
    const row = entries
      .slice(first, first + columns)
      .map((entry) =>
        breakLines(lifecycleNote(index, entry), typeScale.detail, width, mostLines).map(({ text }) => text),
      );
    row.forEach((lines, column) => {
      const x = left + column * (width + spacing.huge);
      texts.push(...placeLines(lines, 'detail', { x, top: rowTop, tone: 'muted' }));
    });
    rowTop += Math.max(...row.map(({ length }) => length)) * typeScale.detail.lineHeight + spacing.small;
  }
  return {
    ...scene,
    height: Math.ceil(scene.height + rowTop - top + spacing.medium),
    texts: [...scene.texts, ...texts.map((text): SceneText => ({ ...text, part: 'note' }))],
  };
}
