/** A page: one picture as records by id, the form in which it is edited and kept. */
import { byCodeUnit } from '../base/order.ts';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode, Drawn } from './diagram.ts';

/** Records by id. The order of the keys means nothing; `inOrder` gives the order of drawing. */
export type Table<Value> = Readonly<Record<string, Value>>;

/**
 * Always sound: every edge has two ends on the page, every group that is named exists, groups don't hold themselves, ids are
 * unique among nodes, groups and edges together and are never names that every object has (so `page.nodes[id]` is safe for
 * any id of the page; `findNode` and its like are safe for any text).
 */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly nodes: Table<DiagramNode>;
  readonly groups: Table<DiagramGroup>;
  readonly edges: Table<DiagramEdge>;
  /** Ids of what a draft made and a hand removed: "update the draft" does not bring it back. Sorted. */
  readonly dismissed?: readonly string[];
}

/** Any record of a page, and which table it is in. */
export type Part =
  | { readonly type: 'node'; readonly record: DiagramNode }
  | { readonly type: 'group'; readonly record: DiagramGroup }
  | { readonly type: 'edge'; readonly record: DiagramEdge };

/** A page with nothing on it. */
export const emptyPage = (id: string, title: string): Page => ({ id, title, nodes: {}, groups: {}, edges: {} });

const find = <Value>(table: Table<Value>, id: string): Value | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;

/** The record of this id, if it is of this kind; never what every object has, such as `constructor`. */
export const findNode = (page: Page, id: string): DiagramNode | undefined => find(page.nodes, id);
/** The group of that id; undefined where there is none. */
export const findGroup = (page: Page, id: string): DiagramGroup | undefined => find(page.groups, id);
/** The edge of that id; undefined where there is none. */
export const findEdge = (page: Page, id: string): DiagramEdge | undefined => find(page.edges, id);

/** The record of any table that has this id. */
export function findPart(page: Page, id: string): Part | undefined {
  const node = findNode(page, id);
  if (node) return { type: 'node', record: node };
  const group = findGroup(page, id);
  if (group) return { type: 'group', record: group };
  const edge = findEdge(page, id);
  return edge && { type: 'edge', record: edge };
}

/** Records of a table as they are drawn, what lies lowest first. */
export const inOrder = <Value extends Drawn>(table: Table<Value>): readonly Value[] =>
  Object.values(table).sort((left, right) => (left.order ?? 0) - (right.order ?? 0) || byCodeUnit(left.id, right.id));

/** The table of a list of records with different ids. */
export const tableOf = <Value extends Drawn>(records: readonly Value[]): Table<Value> =>
  Object.fromEntries(records.map((record) => [record.id, record]));

/** The page as lists, for layout and scene. */
export const diagramOf = (page: Page): Diagram => ({
  title: page.title,
  nodes: inOrder(page.nodes),
  groups: inOrder(page.groups),
  edges: inOrder(page.edges),
});

/** A page of a draft: what it holds came from the tool (`origin: 'draft'`), and is drawn in the order of the lists. */
export function pageOfDraft(id: string, draft: Diagram): Page {
  const drafted = <Value extends Drawn>(records: readonly Value[]): Table<Value> =>
    tableOf(records.map((record, order) => ({ ...record, order, origin: 'draft' as const })));
  return {
    id,
    title: draft.title,
    nodes: drafted(draft.nodes),
    groups: drafted(draft.groups),
    edges: drafted(draft.edges),
  };
}

/** Ids of the nodes and groups that stand directly in each group. */
export function heldByGroup(page: Page): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>();
  const hold = (holder: string | undefined, id: string): void => {
    if (holder === undefined) return;
    const list = held.get(holder);
    if (list) list.push(id);
    else held.set(holder, [id]);
  };
  for (const node of Object.values(page.nodes)) hold(node.group, node.id);
  for (const group of Object.values(page.groups)) hold(group.parent, group.id);
  return held;
}

/** Ids of everything within these groups, however deep; nodes and groups, without the given ones. */
export function contentOf(page: Page, groups: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...groups];
  if (waiting.length === 0) return found;
  const held = heldByGroup(page);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const inner of held.get(id) ?? []) {
      if (found.has(inner)) continue;
      found.add(inner);
      waiting.push(inner);
    }
  }
  return found;
}

/** Of some parts those that stand in none of the others. */
export function outermost(page: Page, ids: readonly string[]): readonly string[] {
  const inside = contentOf(page, ids);
  return ids.filter((id) => !inside.has(id));
}
