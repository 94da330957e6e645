/**
 * The stack map before it has positions: what stands on it, how large each thing is, and the graph to lay out. It
 * depends on the catalogue alone, never on a decision, so that lighting the map moves nothing.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry, LifecycleStatus, RelationType } from '../catalog/entry.ts';
import type { LayoutEdge, LayoutGraph, LayoutGroup, LayoutNode } from '../layout/layout.ts';
import { breakLines } from '../text/breakLines.ts';
import { measureText } from '../text/measure.ts';
import { badgeHeight } from './badge.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';

/** Sizes of a card, px. */
export const card = {
  width: 164,
  padding: 10,
  icon: 28,
  iconGap: 8,
  rowHeight: 20,
  rowGap: 6,
  /** Rows beyond which a card takes two columns, and its rows stand in two. */
  longList: 7,
  /** Least height of a head: two lines of a name. */
  head: 48,
} as const;

/** Width of the rail at the left of a band, in which its title stands, px. */
const railWidth = 176;

/** A capability as a line in its service's card. */
export interface CardRow {
  readonly entry: string;
  readonly name: string;
  readonly status: LifecycleStatus;
}

/** An entry as a card: its lines are already broken. */
export interface Card {
  readonly entry: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly icon: string;
  readonly status: LifecycleStatus;
  readonly headHeight: number;
  readonly rows: readonly CardRow[];
  /** In how many columns the rows stand. */
  readonly rowColumns: 1 | 2;
}

/** A layer of the stack, its title and whom it is for broken into lines. */
export interface PlannedBand {
  readonly id: string;
  readonly title: readonly string[];
  readonly audience: readonly string[];
}

/** A box of cards in a band. */
export interface PlannedGroup {
  readonly id: string;
  readonly title: string;
}

/** All that two cards have to do with one another in one way, as one line. */
export interface PlannedRelation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: RelationType;
  /** Entries that it connects: capabilities of the cards, or the cards themselves. */
  readonly ends: readonly (readonly [string, string])[];
}

/** The map measured and ready to be laid out: the same for every need, which only lights it. */
export interface MapPlan {
  readonly graph: LayoutGraph;
  readonly title: string;
  readonly asOf: string;
  readonly bands: readonly PlannedBand[];
  readonly groups: readonly PlannedGroup[];
  readonly cards: readonly Card[];
  readonly relations: readonly PlannedRelation[];
  /** Names of tasks by id, for the line that says what is needed. */
  readonly taskNames: Readonly<Record<string, string>>;
  readonly statuses: readonly LifecycleStatus[];
}

/** The relations that say how parts work together; the others are read in the inspector. */
const drawnRelations: ReadonlySet<RelationType> = new Set(['feeds', 'runs-on', 'integrates-with', 'successor-of']);
/** Of them, those that show the stack's build at rest; the others appear once both of their ends are lit. */
export const restingRelations: ReadonlySet<RelationType> = new Set(['feeds', 'runs-on']);

/** Key of the icon of an entry: its own, or the neutral glyph of its kind. */
export const iconOf = (entry: Entry): string => entry.icon ?? `neutral/${entry.kind}`;

/** Plans the map of a catalogue; with `sheetOnly`, of what the cheat sheet names. */
export function planMap(catalog: Catalog, { sheetOnly = false }: { readonly sheetOnly?: boolean } = {}): MapPlan {
  const shown = catalog.entries.filter((entry) => entry.kind !== 'part' && (!sheetOnly || entry.onSheet));
  const shownIds = new Set(shown.map((entry) => entry.id));
  const cardOf = cardIds(shown, shownIds);
  const capabilities = new Map<string, Entry[]>();
  for (const entry of shown) {
    const owner = cardOf.get(entry.id);
    if (owner === undefined || owner === entry.id) continue;
    capabilities.set(owner, [...(capabilities.get(owner) ?? []), entry]);
  }
  const owners = shown.filter((entry) => cardOf.get(entry.id) === entry.id);
  const cards = owners.map((entry) => planCard(entry, capabilities.get(entry.id) ?? []));
  const relations = planRelations(catalog, cardOf);
  const layers = catalog.layers
    .map((layer) => ({
      ...layer,
      groups: layer.groups.filter((group) => owners.some((entry) => entry.group === group.id)),
    }))
    .filter((layer) => layer.groups.length > 0);
  const bands = layers.map((layer) => ({
    id: layer.id,
    title: breakLines(layer.name, typeScale.heading, railWidth - spacing.huge - spacing.large, 4).map(
      ({ text }) => text,
    ),
    audience: breakLines(layer.audience, typeScale.detail, railWidth - spacing.huge - spacing.large, 3).map(
      ({ text }) => text,
    ),
  }));
  return {
    graph: {
      nodes: cards.map((each, index) => layoutNode(each, owners[index])),
      groups: layers.flatMap((layer, index) => layoutGroups(layer, bands[index])),
      edges: relations.map(({ id, from, to }): LayoutEdge => ({ id, from, to })),
      direction: 'down',
      arrangement: 'bands',
      aspect: 1.7,
    },
    title: catalog.title,
    asOf: catalog.asOf,
    bands,
    groups: layers.flatMap((layer) => layer.groups.map((group) => ({ id: group.id, title: group.name }))),
    cards,
    relations,
    taskNames: Object.fromEntries(catalog.tasks.map((task) => [task.id, task.name])),
    statuses: (['closed-to-new', 'ending', 'retired', 'legacy'] as const).filter((status) =>
      shown.some((entry) => entry.lifecycle.status === status),
    ),
  };
}

/** The card on which each entry stands: a capability stands on that of the service that it is part of. */
function cardIds(entries: readonly Entry[], shown: ReadonlySet<string>): ReadonlyMap<string, string> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ownerOf = (entry: Entry, seen: ReadonlySet<string>): string => {
    const owner = entry.kind === 'capability' && entry.partOf !== undefined ? byId.get(entry.partOf) : undefined;
    if (owner === undefined || !shown.has(owner.id) || seen.has(owner.id)) return entry.id;
    return ownerOf(owner, new Set([...seen, entry.id]));
  };
  return new Map(entries.map((entry) => [entry.id, ownerOf(entry, new Set())]));
}

function planCard(entry: Entry, capabilities: readonly Entry[]): Card {
  const inner = card.width - 2 * card.padding;
  const lines = breakLines(entry.shortName ?? entry.name, typeScale.node, inner - card.icon - card.iconGap, 2);
  const status = entry.lifecycle.status;
  const badge = status === 'active' ? 0 : badgeHeight + spacing.tiny;
  const textHeight = lines.length * typeScale.node.lineHeight + badge;
  return {
    entry: entry.id,
    name: entry.name,
    lines: lines.map(({ text }) => text),
    icon: iconOf(entry),
    status,
    headHeight: Math.max(card.head, textHeight + 2 * spacing.small),
    rows: capabilities.map((capability) => ({
      entry: capability.id,
      name: capability.shortName ?? capability.name,
      status: capability.lifecycle.status,
    })),
    rowColumns: capabilities.length > card.longList ? 2 : 1,
  };
}

function layoutNode(planned: Card, entry: Entry | undefined): LayoutNode {
  const lines = Math.ceil(planned.rows.length / planned.rowColumns);
  const rows = lines === 0 ? 0 : lines * card.rowHeight + card.rowGap + spacing.tiny;
  const width = planned.rowColumns * (card.width + spacing.large) - spacing.large;
  return { id: planned.entry, width, height: planned.headHeight + rows, group: entry?.group ?? '' };
}

function layoutGroups(layer: Catalog['layers'][number], band: PlannedBand | undefined): readonly LayoutGroup[] {
  const railHeight =
    (band?.title.length ?? 0) * typeScale.heading.lineHeight +
    (band?.audience.length ?? 0) * typeScale.detail.lineHeight +
    2 * spacing.large +
    spacing.tiny;
  return [
    {
      id: layer.id,
      padding: { top: spacing.medium, right: spacing.medium, bottom: spacing.medium, left: railWidth },
      minimum: { width: railWidth, height: railHeight },
    },
    ...layer.groups.map((group) => ({
      id: group.id,
      parent: layer.id,
      padding: { top: 44, right: spacing.medium, bottom: spacing.medium, left: spacing.medium },
      minimum: { width: measureText(group.name, typeScale.group) + 2 * spacing.medium, height: 0 },
    })),
  ];
}

/** One edge for each pair of cards and type, whatever their capabilities; self relations and history are left out. */
function planRelations(catalog: Catalog, cardOf: ReadonlyMap<string, string>): readonly PlannedRelation[] {
  const found = new Map<string, PlannedRelation>();
  for (const relation of catalog.relations) {
    const from = cardOf.get(relation.from);
    const to = cardOf.get(relation.to);
    if (from === undefined || to === undefined || from === to) continue;
    if (relation.historical || !drawnRelations.has(relation.type)) continue;
    const id = `${from}|${relation.type}|${to}`;
    const ends = [...(found.get(id)?.ends ?? []), [relation.from, relation.to] as const];
    found.set(id, { id, from, to, type: relation.type, ends });
  }
  return [...found.values()];
}
