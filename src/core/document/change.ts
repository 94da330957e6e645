/** What differs between two documents, record by record: the unit of undo, and of "what changed" for whoever shows it. */
import type { DiagramEdge, DiagramGroup, DiagramNode } from '../diagram/diagram.ts';
import type { Page, Table } from '../diagram/page.ts';
import type { SketchDocument } from './document.ts';

/** One value before and after; `undefined` where it was, or is, not there. */
export interface Turn<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Records that are not the same object any more, by id. */
export type TableChange<Value> = ReadonlyMap<string, Turn<Value>>;

/** A page that is in both documents. */
export interface PageChange {
  /** Title and what else is no table. Absent: as before. */
  readonly head?: Turn<Omit<Page, 'nodes' | 'groups' | 'edges'>>;
  readonly nodes: TableChange<DiagramNode>;
  readonly groups: TableChange<DiagramGroup>;
  readonly edges: TableChange<DiagramEdge>;
}

/**
 * What one step of undo changed, kept as differences: a thousand steps of a large document are no thousand documents.
 */
export interface DocumentChange {
  /** Everything but the pages. Absent: as before. */
  readonly head?: Turn<Omit<SketchDocument, 'pages'>>;
  /** Pages that came or went, whole. */
  readonly whole: TableChange<Page>;
  /** Pages that are in both and differ. */
  readonly inside: ReadonlyMap<string, PageChange>;
}

const tables = ['nodes', 'groups', 'edges'] as const;

/** The records that are not the same object in both tables; nothing to look at where the tables are the same. */
function tableChange<Value>(before: Table<Value>, after: Table<Value>): TableChange<Value> {
  const changes = new Map<string, Turn<Value>>();
  if (before === after) return changes;
  // Ids are never names that every object has, and no record is undefined: reading a key that is not there says so.
  let inBoth = 0;
  for (const id of Object.keys(before)) {
    const [was, now] = [before[id], after[id]];
    if (now !== undefined) inBoth += 1;
    if (was !== now) changes.set(id, { before: was, after: now });
  }
  const keys = Object.keys(after);
  if (keys.length === inBoth) return changes;
  for (const id of keys) if (before[id] === undefined) changes.set(id, { before: undefined, after: after[id] });
  return changes;
}

/** The two values where any of their fields is not the same; undefined where all are. */
function headChange<Value extends object>(before: Value, after: Value): Turn<Value> | undefined {
  const fields = Object.keys({ ...before, ...after }) as (keyof Value)[];
  return fields.some((field) => before[field] !== after[field]) ? { before, after } : undefined;
}

function pageChange(before: Page, after: Page): PageChange {
  const { nodes, groups, edges, ...headBefore } = before;
  const { nodes: nodesAfter, groups: groupsAfter, edges: edgesAfter, ...headAfter } = after;
  const head = headChange(headBefore, headAfter);
  return {
    ...(head && { head }),
    nodes: tableChange(nodes, nodesAfter),
    groups: tableChange(groups, groupsAfter),
    edges: tableChange(edges, edgesAfter),
  };
}

/** What differs, told by identity: in time with the records of the tables that are not the same. */
export function changeBetween(before: SketchDocument, after: SketchDocument): DocumentChange {
  const { pages, ...headBefore } = before;
  const { pages: pagesAfter, ...headAfter } = after;
  const head = headChange(headBefore, headAfter);
  const whole = new Map<string, Turn<Page>>();
  const inside = new Map<string, PageChange>();
  for (const [id, turn] of tableChange(pages, pagesAfter)) {
    if (turn.before === undefined || turn.after === undefined) whole.set(id, turn);
    else {
      const change = pageChange(turn.before, turn.after);
      if (!isEmptyPageChange(change)) inside.set(id, change);
    }
  }
  return { ...(head && { head }), whole, inside };
}

const isEmptyPageChange = (change: PageChange): boolean =>
  change.head === undefined && tables.every((table) => change[table].size === 0);

/** Whether nothing differs. */
export const isEmptyChange = ({ head, whole, inside }: DocumentChange): boolean =>
  head === undefined && whole.size === 0 && inside.size === 0;

/** The table with one side of the turns put in; the same table where there is none. */
function turned<Value>(table: Table<Value>, change: TableChange<Value>, side: keyof Turn<Value>): Table<Value> {
  if (change.size === 0) return table;
  const gone = [...change].filter(([, turn]) => turn[side] === undefined).map(([id]) => id);
  const put = Object.fromEntries(
    [...change].flatMap(([id, turn]) => (turn[side] === undefined ? [] : [[id, turn[side]]])),
  );
  const kept = { ...table, ...put };
  for (const id of gone) delete kept[id];
  return kept;
}

function turnedPage(page: Page, change: PageChange, side: 'before' | 'after'): Page {
  const { nodes, groups, edges, ...head } = page;
  return {
    ...(change.head?.[side] ?? head),
    nodes: turned(nodes, change.nodes, side),
    groups: turned(groups, change.groups, side),
    edges: turned(edges, change.edges, side),
  };
}

/**
 * A document that is at one end of the change, put at the other: `after` does it (again), `before` takes it back. Every record
 * that differed is the very same object that it was.
 */
export function turnDocument(
  document: SketchDocument,
  change: DocumentChange,
  side: 'before' | 'after',
): SketchDocument {
  const { pages, ...head } = document;
  const turnedPages = new Map<string, Turn<Page>>();
  for (const [id, inside] of change.inside) {
    const page = pages[id];
    if (!page) continue;
    const put = turnedPage(page, inside, side);
    turnedPages.set(id, { before: put, after: put });
  }
  return {
    ...(change.head?.[side] ?? head),
    pages: turned(turned(pages, turnedPages, side), change.whole, side),
  };
}

/** Two changes, the second following the first, as one. What is back where it began is no change. */
export function joinChanges(first: DocumentChange, second: DocumentChange): DocumentChange {
  const whole = new Map(first.whole);
  const inside = new Map(first.inside);
  for (const [id, turn] of second.whole) {
    const earlier = first.whole.get(id);
    const unmade = first.inside.get(id);
    // A page that was edited and then removed was, before, as it was before the edit.
    const before = earlier
      ? earlier.before
      : unmade && turn.before
        ? turnedPage(turn.before, unmade, 'before')
        : turn.before;
    inside.delete(id);
    if (before === turn.after) whole.delete(id);
    else if (before !== undefined && turn.after !== undefined) {
      whole.delete(id);
      const change = pageChange(before, turn.after);
      if (!isEmptyPageChange(change)) inside.set(id, change);
    } else whole.set(id, { before, after: turn.after });
  }
  for (const [id, change] of second.inside) {
    const earlier = whole.get(id);
    if (earlier?.after) whole.set(id, { ...earlier, after: turnedPage(earlier.after, change, 'after') });
    else {
      const joined = joinPageChanges(inside.get(id), change);
      if (isEmptyPageChange(joined)) inside.delete(id);
      else inside.set(id, joined);
    }
  }
  const head = joinHeads(first.head, second.head);
  return { ...(head && { head }), whole, inside };
}

function joinHeads<Value extends object>(
  first: Turn<Value> | undefined,
  second: Turn<Value> | undefined,
): Turn<Value> | undefined {
  const before = first ? first.before : second?.before;
  const after = second ? second.after : first?.after;
  return before && after && headChange(before, after);
}

function joinTables<Value>(first: TableChange<Value>, second: TableChange<Value>): TableChange<Value> {
  const joined = new Map(first);
  for (const [id, { before, after }] of second) {
    const earlier = first.get(id);
    const start = earlier ? earlier.before : before;
    if (start === after) joined.delete(id);
    else joined.set(id, { before: start, after });
  }
  return joined;
}

function joinPageChanges(first: PageChange | undefined, second: PageChange): PageChange {
  if (first === undefined) return second;
  const head = joinHeads(first.head, second.head);
  return {
    ...(head && { head }),
    nodes: joinTables(first.nodes, second.nodes),
    groups: joinTables(first.groups, second.groups),
    edges: joinTables(first.edges, second.edges),
  };
}
