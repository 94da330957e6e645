/** What can be added to a page, as a person searches for it: services, what stands beside them, and boundaries. */
import { oncePer } from '../../core/base/oncePer.ts';
import { type Find, type Findable, finder } from '../../core/base/ranking.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { GroupKind } from '../../core/diagram/diagram.ts';
import { boundaries } from '../../core/scene/boundaries.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { findableEntry, vendorWords } from '../search/searchCatalog.ts';
import type { NewPart } from './newPart.ts';

/** A part that can be placed, as a list shows it. */
export interface OfferedPart {
  /** Unique among what is offered. */
  readonly key: string;
  readonly part: NewPart;
  readonly name: string;
  readonly detail: string;
  readonly icon: string;
  /** What else it is called. */
  readonly words?: readonly string[];
}

type PlainKind = 'actor' | 'data' | 'queue' | 'note' | 'text' | 'image';

/** Parts that stand for no service. */
export const plainParts: readonly OfferedPart[] = [
  plain('actor', 'Person or application', 'Who uses it, or what calls it', [
    'person',
    'actor',
    'application',
    'people',
  ]),
  plain('data', 'Data', 'Data that comes in, rests, or goes out', ['data store', 'file', 'files']),
  plain('queue', 'Queue or stream', 'Passes on in order what comes in', ['queue', 'stream']),
  plain('note', 'Note', 'A remark on the picture', ['sticky note', 'remark', 'comment']),
  plain('text', 'Text', 'Words straight on the page', ['label', 'title', 'heading', 'caption']),
  plain('image', 'Picture', 'A PNG, JPEG, WebP or SVG file of your own', ['image', 'photo', 'logo', 'icon']),
  boundary('cloud', 'AWS Cloud', ['aws']),
  boundary('account', 'AWS account'),
  boundary('region', 'Region', ['aws region']),
  boundary('zone', 'Availability Zone', ['az']),
  boundary('vpc', 'VPC', ['virtual private cloud', 'network']),
  boundary('subnet', 'Private subnet', ['subnet']),
  boundary('public-subnet', 'Public subnet'),
  boundary('scaling-group', 'Auto Scaling group', ['asg']),
  boundary('on-premises', 'On-premises', ['corporate data centre', 'data center', 'own servers']),
  boundary('custom', 'Boundary', ['group', 'box', 'frame', 'container box', 'rectangle', 'area']),
];

function plain(kind: PlainKind, name: string, detail: string, words: readonly string[]): OfferedPart {
  const part = { type: 'node', kind, label: name } as const;
  return { key: `node:${kind}`, part, name, detail, icon: `neutral/${kind === 'image' ? 'picture' : kind}`, words };
}

function boundary(kind: GroupKind, name: string, words: readonly string[] = []): OfferedPart {
  const part = { type: 'group', kind, label: name } as const;
  const icon = boundaries[kind].icon ?? 'neutral/boundary';
  return { key: `group:${kind}`, part, name, detail: 'A boundary that holds other parts', icon, words };
}

/** A service of the catalogue as a part; nothing where it is unknown. */
export function partOfEntry(catalog: Catalog, id: string, detail?: string): readonly OfferedPart[] {
  const entry = indexCatalog(catalog).entries.get(id);
  if (!entry) return [];
  const part = { type: 'entry', entry: entry.id } as const;
  return [{ key: `entry:${entry.id}`, part, name: entry.name, detail: detail ?? entry.summary, icon: iconOf(entry) }];
}

/** What the present need asks for: the services of the plan, then what else is suitable. */
export const partsThatFit = (catalog: Catalog, decision: Decision): readonly OfferedPart[] =>
  [...new Set([...decision.architecture.stages.map(({ id }) => id), ...decision.recommendations.map(({ id }) => id)])]
    .flatMap((id) => partOfEntry(catalog, id))
    .slice(0, 12);

/** Parts under a heading; none where the list needs none. */
export interface PartSection {
  readonly key: string;
  readonly title?: string;
  readonly parts: readonly OfferedPart[];
}

/** What is offered before anything is typed: what fits the need, what the user keeps or used lately, and what is no service. */
export const sectionsAtHand = (
  catalog: Catalog,
  fits: readonly OfferedPart[],
  {
    favouriteParts,
    recentParts,
  }: { readonly favouriteParts: readonly string[]; readonly recentParts: readonly string[] },
): readonly PartSection[] => [
  { key: 'fits', title: 'Fits your need', parts: fits },
  { key: 'favourites', title: 'Favourites', parts: partsOfKeys(catalog, favouriteParts) },
  { key: 'recent', title: 'Used lately', parts: partsOfKeys(catalog, recentParts) },
  { key: 'beside', title: 'Beside services', parts: plainParts },
];

/** Parts by their keys, as favourites and recent ones are kept; what is gone since is left out. */
export const partsOfKeys = (catalog: Catalog, keys: readonly string[]): readonly OfferedPart[] =>
  keys.flatMap((key) => {
    const beside = plainParts.filter((offered) => offered.key === key);
    return beside.length > 0 ? beside : partOfEntry(catalog, key.replace(/^entry:/, ''));
  });

/** Beside services and in front of them: who types "queue" on a page means the plain sign. */
const rankBeside = -1;

const findableBeside = ({ key, name, detail, words = [] }: OfferedPart): Findable => ({
  key,
  names: [name],
  otherNames: words,
  text: detail,
  rank: rankBeside,
});

const finderOf = oncePer(
  (catalog: Catalog): Find<Findable> =>
    finder([...plainParts.map(findableBeside), ...catalog.entries.map(findableEntry)], vendorWords),
);

/** Parts that answer what was typed, best first, at most `most`. */
export function findParts(catalog: Catalog, query: string, most: number): readonly OfferedPart[] {
  const keys = finderOf(catalog)(query).map(({ key }) => key);
  return partsOfKeys(catalog, keys.slice(0, most));
}

/** What was typed as a part of its own, so that nobody is stuck: a service that the catalogue does not hold, or plain words. */
export function partsAsTyped(query: string): readonly OfferedPart[] {
  const words = query.trim().replace(/\s+/g, ' ');
  if (words === '') return [];
  return [
    {
      key: 'typed:service',
      part: { type: 'node', kind: 'service', label: words },
      name: `Any AWS service: “${words}”`,
      detail: 'A box of that name, not checked',
      icon: 'neutral/service',
    },
    {
      key: 'typed:text',
      part: { type: 'node', kind: 'text', label: words },
      name: `Text: “${words}”`,
      detail: 'These words, straight on the page',
      icon: 'neutral/text',
    },
  ];
}

/** Whether a part of that key can be offered again: what was typed once cannot. */
export const isKnownPart = (key: string): boolean => !key.startsWith('typed:');

/** What answers the typed words, and below it the words themselves as parts. */
export function sectionsFound(catalog: Catalog, query: string, most: number): readonly PartSection[] {
  const found = findParts(catalog, query, most);
  const nothing = `Nothing is called “${query.trim()}”. Add it as:`;
  return filledOnce([
    { key: 'found', parts: found },
    { key: 'typed', title: found.length === 0 ? nothing : 'None of these', parts: partsAsTyped(query) },
  ]);
}

/** Sections without those that are empty; each part in the first section that holds it. */
export function filledOnce(sections: readonly PartSection[]): readonly PartSection[] {
  const known = new Set<string>();
  return sections.flatMap((section) => {
    const parts = section.parts.filter(({ key }) => !known.has(key));
    for (const { key } of parts) known.add(key);
    return parts.length === 0 ? [] : [{ ...section, parts }];
  });
}
