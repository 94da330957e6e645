/** What every edit of a page is made of. */
import type { Point, Size } from '../base/geometry.ts';
import { failure, type Result, success } from '../base/result.ts';
import { capitalized } from '../base/words.ts';
import { farthest } from './bounds.ts';
import type { CommandFailure } from './command.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode, Drawn } from './diagram.ts';
import { findEdge, findGroup, findNode, findPart, type Page, type Part, type Table } from './page.ts';

/** A page after a command, and the ids of what it made. */
export interface AppliedToPage {
  readonly page: Page;
  readonly made: readonly string[];
}

/** What an edit of a page comes to: the page after it and how to take it back, or why it was refused. */
export type Outcome = Result<AppliedToPage, CommandFailure>;

/** An edit that is not done: why, in words for the user, and the id of what stands in the way. */
export const refuse = (
  kind: CommandFailure['kind'],
  message: string,
  id?: string,
): { readonly ok: false; readonly error: CommandFailure } =>
  failure({ kind, message, ...(id !== undefined && { id }) });

/** Records to put into a page, over those with the same id, and ids to take away. */
export interface Changes {
  readonly nodes?: readonly DiagramNode[];
  readonly groups?: readonly DiagramGroup[];
  readonly edges?: readonly DiagramEdge[];
  readonly gone?: ReadonlySet<string>;
}

function changedTable<Value extends Drawn>(
  table: Table<Value>,
  records: readonly Value[] = [],
  gone: ReadonlySet<string> = new Set(),
): Table<Value> {
  const going = [...gone].filter((id) => Object.hasOwn(table, id));
  if (records.length === 0 && going.length === 0) return table;
  const changed: Record<string, Value> = { ...table };
  for (const id of going) delete changed[id];
  // Ids of records are checked before they come here: none is a name that every object has.
  for (const record of records) changed[record.id] = record;
  return changed;
}

/** The page with the changes; tables that nothing changes in stay the same objects. */
export const changedPage = (page: Page, { nodes, groups, edges, gone }: Changes): Page => ({
  ...page,
  nodes: changedTable(page.nodes, nodes, gone),
  groups: changedTable(page.groups, groups, gone),
  edges: changedTable(page.edges, edges, gone),
});

/** A success that changed something; a refusal where the changes are none. */
export function done(page: Page, changes: Changes, made: readonly string[] = []): Outcome {
  const { nodes = [], groups = [], edges = [], gone = new Set() } = changes;
  if (nodes.length + groups.length + edges.length + gone.size === 0) return nothing();
  return success({ page: changedPage(page, changes), made });
}

/** Refused because all is as it should be already: no step of undo is made of it. */
export const nothing = (): Outcome => refuse('nothing', 'There is nothing to change');

/** The parts with these ids, each once; a refusal that names the first that is not there. */
export function partsOf(page: Page, ids: readonly string[]): Result<readonly Part[], CommandFailure> {
  const parts: Part[] = [];
  for (const id of new Set(ids)) {
    const part = findPart(page, id);
    if (!part) return refuse('unknown', `Nothing on this page has the id "${shortened(id)}"`, id);
    parts.push(part);
  }
  return success(parts);
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** A part as messages name it: its label in quotes, or what it is. */
export function nameOf(page: Page, { type, record }: Part): string {
  if (type !== 'edge') return nameOfEnd(page, record.id);
  const label = record.label === undefined || record.label.trim() === '' ? '' : `“${shortened(record.label)}” `;
  return `the line ${label}from ${nameOfEnd(page, record.from)} to ${nameOfEnd(page, record.to)}`;
}

function nameOfEnd(page: Page, id: string): string {
  const record = findNode(page, id) ?? findGroup(page, id);
  const label = record?.label.trim().replace(/\s+/g, ' ') ?? '';
  return label === '' ? `a ${record?.kind ?? 'thing'} without a name` : `“${shortened(label)}”`;
}

/** The refusal for a thing that is locked. */
export const refuseLocked = (page: Page, part: Part): { readonly ok: false; readonly error: CommandFailure } =>
  refuse('locked', `${capitalized(nameOf(page, part))} is locked; unlock it first`, part.record.id);

/** The first of the parts that is locked. */
export const lockedOne = (parts: readonly Part[]): Part | undefined =>
  parts.find(({ record }) => record.locked === true);

/** Hundredths of a px are enough, and read well in a diff; never minus nought. */
const rounded = (length: number): number => Math.round(length * 100) / 100 + 0;

/** A place as documents hold it, so that a drag leaves no long fractions in the file. */
export const roundedPoint = ({ x, y }: Point): Point => ({ x: rounded(x), y: rounded(y) });
/** A size as documents hold it. */
export const roundedSize = ({ width, height }: Size): Size => ({ width: rounded(width), height: rounded(height) });

/** Whether a place is a number, and not out of all bounds. */
export const isNear = ({ x, y }: Point): boolean => Math.abs(x) <= farthest && Math.abs(y) <= farthest;

/** Refused because it lies too far out to be seen or drawn. */
export const refuseFar = (): { readonly ok: false; readonly error: CommandFailure } =>
  refuse('bad-value', `A place must be within ${farthest} px of the origin`);

/** Remembers, on what a draft made, that a hand has set these fields. */
export function byHand<Value extends Drawn>(record: Value, fields: readonly string[]): Value {
  if (record.origin !== 'draft' || fields.length === 0) return record;
  const all = [...new Set([...(record.byHand ?? []), ...fields])].sort();
  return { ...record, byHand: all };
}

/** Whether a text is the id of an end: a node or a group of the page. */
export const isEnd = (page: Page, id: string): boolean =>
  findNode(page, id) !== undefined || findGroup(page, id) !== undefined;

/** Edges that have an end among these. */
export const edgesAt = (page: Page, ends: ReadonlySet<string>): readonly DiagramEdge[] =>
  Object.values(page.edges).filter(({ from, to }) => ends.has(from) || ends.has(to));

/** Whether an id is taken on the page. */
export const isTaken = (page: Page, id: string): boolean => isEnd(page, id) || findEdge(page, id) !== undefined;
