/** Bringing a new draft into a page that was edited by hand. */
import { byCodeUnit } from '../base/order.ts';
import { deepestNesting } from './bounds.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode, Drawn } from './diagram.ts';
import { findEdge, findGroup, findPart, inOrder, type Page, type Table, tableOf } from './page.ts';
import { nestings } from './soundness.ts';

/** What became of the page. Ids of nodes, groups and edges, each list sorted. */
export interface Merged {
  /** The very same page where nothing differs. */
  readonly page: Page;
  /** In the draft, and new on the page: to be placed by a layout that leaves the others where they are. */
  readonly added: readonly string[];
  /** No longer in the draft, and not touched by a hand. */
  readonly removed: readonly string[];
  /** In both, with something other than before. */
  readonly changed: readonly string[];
  /** No longer in the draft, but changed by a hand or tied to what a hand made: kept, and from now on the hand's. */
  readonly kept: readonly string[];
}

/** How far a new draft may go against what was done by hand. */
export interface MergeOptions {
  /** Brings back what a hand removed. */
  readonly restore?: boolean;
}

/**
 * The page with a new draft brought in. What a hand made, placed, sized, styled, locked, remarked on or renamed stays as it
 * is (`byHand` says which fields); what a hand removed does not come back (`dismissed`), unless `restore` is asked for.
 * Both pages must be sound; the merged one is. Merging the same draft twice changes nothing the second time.
 */
export function mergeDraft(page: Page, fresh: Page, { restore = false }: MergeOptions = {}): Merged {
  const dismissed = new Set(restore ? [] : (page.dismissed ?? []));
  const keptEdges = new Set(
    Object.values(page.edges)
      .filter((edge) => edge.origin !== 'draft' || (!findEdge(fresh, edge.id) && isTouched(edge)) || hasOwnEnds(edge))
      .map(({ id }) => id),
  );
  const tied = new Set([...keptEdges].flatMap((id) => endsOf(findEdge(page, id))));
  const groups = mergedGroups(page, fresh, dismissed, tied);
  const holder = nearestHolder(fresh, groups);
  const nodes = mergedTable(page, page.nodes, fresh.nodes, dismissed, (node) => isTouched(node) || tied.has(node.id));
  const settledNodes = nodes.map((node) => withHolder(node, 'group', holder(node.group)));
  const ends = new Set([...settledNodes, ...groups].map(({ id }) => id));
  const edges = mergedTable(page, page.edges, fresh.edges, dismissed, (edge) => keptEdges.has(edge.id)).filter(
    ({ from, to }) => ends.has(from) && ends.has(to) && from !== to,
  );
  return comparison(page, {
    ...page,
    nodes: steady(page.nodes, settledNodes),
    groups: steady(page.groups, emptied(page, fresh, groups, settledNodes, tied)),
    edges: steady(page.edges, edges),
    ...withDismissed(page, fresh, restore),
  });
}

const endsOf = (edge: DiagramEdge | undefined): readonly string[] => (edge ? [edge.from, edge.to] : []);

/** Whether a hand has done more to a record than to put it somewhere. */
const isTouched = ({ byHand, comments, tone, locked }: Drawn): boolean =>
  (byHand?.length ?? 0) > 0 || (comments?.length ?? 0) > 0 || tone !== undefined || locked === true;

/** Whether a hand has led an end of a drafted edge elsewhere. */
const hasOwnEnds = ({ byHand }: DiagramEdge): boolean =>
  byHand?.some((field) => field === 'from' || field === 'to') === true;

/** Fields that a draft has no say in. */
const handsOnly = [
  'position',
  'size',
  'pinned',
  'locked',
  'collapsed',
  'way',
  'comments',
  'tone',
  'order',
  'byHand',
] as const;

/** Everything of the draft's but what a hand has set. */
function taken<Value extends Drawn>(own: Value, fresh: Value): Value {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries({ ...fresh, origin: 'draft' }));
  const before: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(own));
  const fields = new Set<string>([...handsOnly, ...(own.byHand ?? [])]);
  // An edge keeps both of its ends where a hand has led one: the other may have been the reason.
  if (fields.has('from') || fields.has('to')) for (const end of ['from', 'to']) fields.add(end);
  for (const field of fields) {
    if (before[field] === undefined) delete merged[field];
    else merged[field] = before[field];
  }
  // Every field that a record of this type may have is one of the fresh or of the own record.
  return merged as unknown as Value;
}

/** A record that the draft has no more, as the hand's own. */
const handed = <Value extends Drawn>({ origin, byHand, ...record }: Value): Value => record as Value;

/** The records of one table after the merge: what stays, as it is now, then what is new. */
function mergedTable<Value extends Drawn>(
  page: Page,
  own: Table<Value>,
  fresh: Table<Value>,
  dismissed: ReadonlySet<string>,
  isKept: (record: Value) => boolean,
): readonly Value[] {
  const staying = inOrder(own).flatMap((record): readonly Value[] => {
    if (record.origin !== 'draft') return [record];
    const now = Object.hasOwn(fresh, record.id) ? fresh[record.id] : undefined;
    if (now) return [taken(record, now)];
    return isKept(record) ? [handed(record)] : [];
  });
  const top = staying.reduce((most, { order }) => Math.max(most, order ?? 0), -1);
  const coming = inOrder(fresh).filter(({ id }) => !findPart(page, id) && !dismissed.has(id));
  return [
    ...staying,
    ...coming.map((record, place) => ({ ...record, origin: 'draft' as const, order: top + 1 + place })),
  ];
}

/** Groups after the merge; every drafted one stays for now, since what stands in it may stay (see `emptied`). */
function mergedGroups(
  page: Page,
  fresh: Page,
  dismissed: ReadonlySet<string>,
  tied: ReadonlySet<string>,
): readonly DiagramGroup[] {
  const stays = (group: DiagramGroup): boolean => isTouched(group) || tied.has(group.id);
  const merged = mergedTable(page, page.groups, fresh.groups, dismissed, () => true).map((group) => {
    const own = findGroup(page, group.id);
    // What only waits to be emptied is not the hand's yet.
    return own && own.origin === 'draft' && !findGroup(fresh, group.id) && !stays(own) ? own : group;
  });
  const holder = nearestHolder(fresh, merged);
  const settled = merged.map((group) => withHolder(group, 'parent', holder(group.parent)));
  const depths = nestings({ ...page, groups: tableOf(settled) });
  if ([...depths.values()].every((depth) => depth <= deepestNesting)) return settled;
  // The hand's nesting and the draft's don't go together: the hand's wins everywhere.
  return settled.map((group) => {
    const own = findGroup(page, group.id);
    return own ? withHolder(group, 'parent', own.parent) : withHolder(group, 'parent', undefined);
  });
}

/** The group itself where it is on the page, else the nearest one around it in the draft that is. */
function nearestHolder(fresh: Page, groups: readonly DiagramGroup[]): (id: string | undefined) => string | undefined {
  const present = new Set(groups.map(({ id }) => id));
  return (id) => {
    let at = id;
    while (at !== undefined && !present.has(at)) at = findGroup(fresh, at)?.parent;
    return at;
  };
}

function withHolder<Field extends 'group' | 'parent', Value extends { readonly [Key in Field]?: string }>(
  record: Value,
  field: Field,
  holder: string | undefined,
): Value {
  if (record[field] === holder) return record;
  const { [field]: _, ...free } = record;
  return (holder === undefined ? free : { ...free, [field]: holder }) as Value;
}

/** Groups without those that the draft has no more, no hand has touched and nothing stands in; the rest of these is the hand's. */
function emptied(
  page: Page,
  fresh: Page,
  groups: readonly DiagramGroup[],
  nodes: readonly DiagramNode[],
  tied: ReadonlySet<string>,
): readonly DiagramGroup[] {
  const goes = ({ id, origin }: DiagramGroup): boolean => origin === 'draft' && !findGroup(fresh, id) && !tied.has(id);
  const byId = new Map(groups.map((group) => [group.id, group]));
  const needed = new Set<string>();
  const need = (id: string | undefined): void => {
    for (let at = id; at !== undefined && !needed.has(at); at = byId.get(at)?.parent) needed.add(at);
  };
  for (const { group } of nodes) need(group);
  for (const group of groups) if (!goes(group)) need(group.id);
  return groups
    .filter(({ id }) => needed.has(id))
    .map((group) => (goes(group) && findGroup(page, group.id) ? handed(group) : group));
}

/** The table of the records, with the very same record where it says the same, and the same table where all do. */
function steady<Value extends Drawn>(before: Table<Value>, records: readonly Value[]): Table<Value> {
  const settled = records.map((record) => {
    const own = Object.hasOwn(before, record.id) ? before[record.id] : undefined;
    return own && saysTheSame(own, record) ? own : record;
  });
  const same = settled.length === Object.keys(before).length && settled.every((record) => before[record.id] === record);
  return same ? before : tableOf(settled);
}

/** Records are flat but for points, sizes and lists, whose own keys always come in the same order. */
const saysTheSame = (left: Drawn, right: Drawn): boolean => {
  const [one, other]: readonly Readonly<Record<string, unknown>>[] = [{ ...left }, { ...right }];
  return Object.keys({ ...one, ...other }).every(
    (field) => one?.[field] === other?.[field] || JSON.stringify(one?.[field]) === JSON.stringify(other?.[field]),
  );
};

/** With `restore`, what the draft brings back is dismissed no more. */
function withDismissed(page: Page, fresh: Page, restore: boolean): Pick<Page, 'dismissed'> {
  if (page.dismissed === undefined) return {};
  const dismissed = page.dismissed.filter((id) => !(restore && findPart(fresh, id)));
  return dismissed.length === page.dismissed.length ? {} : { dismissed };
}

/** What the merge came to, told by comparing the pages. */
function comparison(before: Page, merged: Page): Merged {
  const lists = { added: [] as string[], removed: [] as string[], changed: [] as string[], kept: [] as string[] };
  for (const table of ['nodes', 'groups', 'edges'] as const) {
    const [old, now]: readonly Table<Drawn>[] = [before[table], merged[table]];
    if (!old || !now || old === now) continue;
    for (const id of Object.keys({ ...old, ...now })) {
      const [was, is] = [old[id], now[id]];
      if (was === is) continue;
      if (!was) lists.added.push(id);
      else if (!is) lists.removed.push(id);
      else if (was.origin === 'draft' && is.origin !== 'draft') lists.kept.push(id);
      else lists.changed.push(id);
    }
  }
  for (const list of Object.values(lists)) list.sort(byCodeUnit);
  const isSame =
    merged.nodes === before.nodes &&
    merged.groups === before.groups &&
    merged.edges === before.edges &&
    merged.dismissed === before.dismissed;
  return { page: isSame ? before : merged, ...lists };
}
