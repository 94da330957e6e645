/** What can be added to a page, as a person searches for it: services, what stands beside them, and boundaries. */
import type { Catalog } from '../../core/catalog/catalog.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { GroupKind } from '../../core/diagram/diagram.ts';
import { boundaries } from '../../core/scene/boundaries.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { searchOf } from '../search/searchCatalog.ts';
import type { NewPart } from './newPart.ts';

/** A part that can be placed, as a list shows it. */
export interface OfferedPart {
  /** Unique among what is offered. */
  readonly key: string;
  readonly part: NewPart;
  readonly name: string;
  readonly detail: string;
  readonly icon: string;
  /** Other words that it is found by. */
  readonly words?: string;
}

const plainParts: readonly OfferedPart[] = [
  plain('actor', 'Person or application', 'Who uses it, or what calls it', 'user customer people'),
  plain('data', 'Data', 'Data that comes in, rests, or goes out'),
  plain('queue', 'Queue or stream', 'Hands on in order'),
  plain('note', 'Note', 'A remark on the picture'),
  plain('text', 'Text', 'Words on the ground'),
  boundary('account', 'AWS account'),
  boundary('region', 'Region'),
  boundary('zone', 'Availability Zone', 'az'),
  boundary('vpc', 'VPC', 'virtual private cloud network'),
  boundary('subnet', 'Private subnet'),
  boundary('public-subnet', 'Public subnet'),
  boundary('scaling-group', 'Auto Scaling group'),
  boundary('on-premises', 'On-premises', 'corporate data center data centre on premises own servers'),
  boundary('custom', 'Boundary'),
];

function plain(
  kind: 'actor' | 'data' | 'queue' | 'note' | 'text',
  name: string,
  detail: string,
  words = '',
): OfferedPart {
  return {
    key: `node:${kind}`,
    part: { type: 'node', kind, label: name },
    name,
    detail,
    icon: `neutral/${kind}`,
    words,
  };
}

function boundary(kind: GroupKind, name: string, words = ''): OfferedPart {
  const part = { type: 'group', kind, label: name } as const;
  const icon = boundaries[kind].icon ?? 'neutral/boundary';
  return { key: `group:${kind}`, part, name, detail: 'A boundary that holds other parts', icon, words };
}

/** Parts that stand for no service. */
export const partsBeside = (): readonly OfferedPart[] => plainParts;

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

/** Parts whose name or description answers a query, best first. */
export function findParts(catalog: Catalog, query: string, most: number): readonly OfferedPart[] {
  const words = query.trim().toLowerCase();
  if (words === '') return [];
  const beside = plainParts.filter(({ name, part, words: others = '' }) =>
    `${name} ${'kind' in part ? part.kind : ''} ${others}`.toLowerCase().includes(words),
  );
  const entries = searchOf(catalog)(query, 'entry', most).flatMap(({ id }) => partOfEntry(catalog, id));
  return [...beside, ...entries].slice(0, most);
}
