/** Setting fields: names, looks, locks, comments, what a node stands for. */
import type { z } from 'zod';
import { type Result, success } from '../base/result.ts';
import { capitalized } from '../base/words.ts';
import type { CommandFailure, Fields } from './command.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode, Drawn } from './diagram.ts';
import { byHand, done, nameOf, type Outcome, partsOf, refuse, refuseLocked } from './edit.ts';
import type { Page, Part } from './page.ts';
import { edgeSchema, firstIssue, groupSchema, nodeSchema } from './shapes.ts';

type FieldName = keyof Fields;

/** Fields of everything drawn that only a hand ever sets: a draft never wants them otherwise. */
const common = ['tone', 'locked', 'comments'] as const satisfies readonly FieldName[];

/** Which fields each kind of part has. */
const fieldsOf: Readonly<Record<Part['type'], readonly FieldName[]>> = {
  node: ['label', 'detail', 'kind', 'entry', 'data', 'role', 'covers', 'why', 'image', 'pinned', ...common],
  group: ['label', 'kind', 'collapsed', 'pinned', ...common],
  edge: ['label', 'style', 'direction', 'data', ...common],
};

const handsOnly: ReadonlySet<FieldName> = new Set<FieldName>([...common, 'pinned', 'collapsed']);

/** Values that say the same as the field's absence; they are left out, so that a file and its diffs stay small. */
const plainValues: Readonly<Partial<Record<FieldName, unknown>>> = {
  tone: 'plain',
  pinned: false,
  locked: false,
  collapsed: false,
  direction: 'forward',
};

/** What may be done to a thing that is locked. */
const whileLocked: ReadonlySet<FieldName> = new Set<FieldName>(['locked', 'comments']);

/** Sets fields of all of the named parts, each of which must have them. */
export function setFields(page: Page, ids: readonly string[], fields: Fields): Outcome {
  const parts = partsOf(page, ids);
  if (!parts.ok) return parts;
  const names = Object.keys(fields) as readonly FieldName[];
  const changed: { nodes: DiagramNode[]; groups: DiagramGroup[]; edges: DiagramEdge[] } = {
    nodes: [],
    groups: [],
    edges: [],
  };
  for (const part of parts.value) {
    const wrong = names.find((name) => !fieldsOf[part.type].includes(name));
    if (wrong !== undefined)
      return refuse('not-applicable', `${capitalized(nameOf(page, part))} has no field "${wrong}"`, part.record.id);
    const next = nextOf(page, part, fields, names);
    if (!next.ok) return next;
    if (next.value === undefined) continue;
    if (
      part.record.locked === true &&
      !names.every((name) => whileLocked.has(name) || fields.locked === false || fields.locked === null)
    )
      return refuseLocked(page, part);
    if (next.value.type === 'node') changed.nodes.push(next.value.record);
    else if (next.value.type === 'group') changed.groups.push(next.value.record);
    else changed.edges.push(next.value.record);
  }
  return done(page, changed);
}

/** The part with the fields set; undefined where it is so already. */
function nextOf(
  page: Page,
  part: Part,
  fields: Fields,
  names: readonly FieldName[],
): Result<Part | undefined, CommandFailure> {
  const before: Readonly<Record<string, unknown>> = { ...part.record };
  const after: Record<string, unknown> = { ...before };
  for (const name of names) {
    const value = fields[name];
    if (value === undefined) continue;
    if (value === null || value === plainValues[name] || isEmptyList(value)) delete after[name];
    else after[name] = value;
  }
  const differing = names.filter((name) => !same(before[name], after[name]));
  if (differing.length === 0) return success(undefined);
  const marks = differing.filter((name) => !handsOnly.has(name));
  const checked = <Value extends Drawn>(schema: z.ZodType<Value>): Result<Value, CommandFailure> => {
    const read = schema.safeParse(after);
    if (read.success) return success(byHand(read.data, marks));
    return refuse(
      'bad-value',
      `${capitalized(nameOf(page, part))} can't be changed: ${firstIssue(read.error)}`,
      part.record.id,
    );
  };
  if (part.type === 'node') {
    const record = checked(nodeSchema);
    return record.ok ? success({ type: 'node', record: record.value }) : record;
  }
  if (part.type === 'group') {
    const record = checked(groupSchema);
    return record.ok ? success({ type: 'group', record: record.value }) : record;
  }
  const record = checked(edgeSchema);
  return record.ok ? success({ type: 'edge', record: record.value }) : record;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Whether two values of a field say the same. Fields hold plain values and short lists of them. */
const same = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
