/** Reading the body of a file record by record: what is right is taken, what is wrong is named and left out. */
import { z } from 'zod';
import { isMapping, type Mapping } from '../base/mapping.ts';
import { eachInSteps, type Steps } from '../base/steps.ts';
import { type Need, needSchema } from '../decision/need.ts';
import { longestText } from '../diagram/bounds.ts';
import type { Drawn } from '../diagram/diagram.ts';
import { isId } from '../diagram/ids.ts';
import { emptyPage, type Page, type Table } from '../diagram/page.ts';
import { edgeSchema, fieldNames, firstIssue, groupSchema, nodeSchema } from '../diagram/shapes.ts';
import { type Fault, faultsOf } from '../diagram/soundness.ts';
import type { SketchDocument } from './document.ts';
import { limits } from './saving.ts';
import { anotherId, asByHand, quoted, secondIs } from './standsTwice.ts';

/** What came of a body. Everything that could not be taken as it was is in `lost`, in sentences. */
export interface ReadBody {
  /** Sound; absent where there was nothing to read. */
  readonly document?: SketchDocument;
  readonly lost: readonly string[];
  /** What there is too much of. */
  readonly excess?: string;
}

type Lose = (text: string) => void;

/** A field of its own; never what every object has. */
const fieldOf = (value: Mapping, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

const textSchema = z.string().max(longestText);
const decisionSchema = z.strictObject({ catalogAsOf: z.string().max(40), chosen: z.array(textSchema).max(10_000) });
const headFields = ['id', 'title', 'template', 'decision', 'need', 'pages'];
const tableNames = ['nodes', 'groups', 'edges'] as const;
const pageFields = ['id', 'title', 'dismissed', ...tableNames];

/** Reads a body of the present form. */
export function* readBody(body: unknown): Steps<ReadBody> {
  const lost: string[] = [];
  const lose: Lose = (text) => {
    lost.push(text);
  };
  if (!isMapping(body)) return { lost: ['The document is missing'] };
  const excess = excessIn(body);
  if (excess !== undefined) return { lost: [], excess };
  loseUnknown(body, headFields, 'The document', lose);
  const pages = yield* readPages(fieldOf(body, 'pages'), lose);
  const template = optional(fieldOf(body, 'template'), textSchema, 'The name of the template', lose);
  const decision = optional(fieldOf(body, 'decision'), decisionSchema, 'The decision', lose);
  const need = readNeed(fieldOf(body, 'need') ?? misnamedNeed(body, lose), lose);
  return {
    document: {
      id: idOr(fieldOf(body, 'id'), 'document', 'The id of the document', lose),
      title: titleOr(fieldOf(body, 'title'), 'Untitled', 'The title of the document', lose),
      pages: Object.fromEntries(pages.map((page) => [page.id, page])),
      pageOrder: pages.map(({ id }) => id),
      ...(need !== undefined && { need }),
      ...(decision !== undefined && { decision }),
      ...(template !== undefined && { template }),
    },
    lost,
  };
}

/** What there is too much of, counted before anything is read. */
function excessIn(body: Mapping): string | undefined {
  const pages = fieldOf(body, 'pages');
  if (!Array.isArray(pages)) return undefined;
  if (pages.length > limits.pages) return `has more than ${limits.pages} pages`;
  for (const table of tableNames) {
    const tables = pages
      .filter(isMapping)
      .map((page) => fieldOf(page, table))
      .filter(isMapping);
    const count = tables.reduce((sum, records) => sum + Object.keys(records).length, 0);
    if (count > limits[table]) return `has more than ${limits[table]} ${table}`;
  }
  return undefined;
}

function loseUnknown(value: Mapping, known: readonly string[], what: string, lose: Lose): void {
  for (const name of Object.keys(value))
    if (!known.includes(name)) lose(`${what} has a field ${quoted(name)} that is not known`);
}

function optional<Value>(value: unknown, schema: z.ZodType<Value>, what: string, lose: Lose): Value | undefined {
  if (value === undefined) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  lose(`${what} can't be read: ${firstIssue(read.error)}`);
  return undefined;
}

const needFields = Object.keys(needSchema.shape);

/** A need whose name is broken: it shows what it is, and takes no other field's place. */
function misnamedNeed(body: Mapping, lose: Lose): unknown {
  const found = Object.entries(body).find(([name, value]) => {
    const inner = !headFields.includes(name) && isMapping(value) ? Object.keys(value) : [];
    return inner.length > 0 && inner.every((each) => needFields.includes(each));
  });
  if (found) lose(`The need stands under another name, ${quoted(found[0])}; it was taken`);
  return found?.[1];
}

/**
 * A need without the fields that are not known. Where more is wrong with it, only its words are kept: one that asks for less than it did
 * would have an update of the draft take away what was drawn.
 */
function readNeed(value: unknown, lose: Lose): Need | undefined {
  if (!isMapping(value)) return optional(value, needSchema, 'The need', lose);
  loseUnknown(value, needFields, 'The need', lose);
  const known = Object.fromEntries(Object.entries(value).filter(([name]) => needFields.includes(name)));
  const read = needSchema.safeParse(known);
  if (read.success) return read.data;
  const words = needSchema.safeParse({ text: known.text });
  const kept = words.success && words.data.text ? words.data : undefined;
  lose(`The need can't be read${kept ? ', but for its words' : ''}: ${firstIssue(read.error)}`);
  return kept;
}

function titleOr(value: unknown, otherwise: string, what: string, lose: Lose): string {
  const title = textSchema.safeParse(value);
  if (title.success) return title.data;
  lose(`${what} is missing`);
  return otherwise;
}

function idOr(value: unknown, otherwise: string, what: string, lose: Lose): string {
  if (typeof value === 'string' && isId(value)) return value;
  lose(`${what} is missing or none`);
  return otherwise;
}

function* readPages(value: unknown, lose: Lose): Steps<readonly Page[]> {
  const pages: Page[] = [];
  const taken = new Set<string>();
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!Array.isArray(value)) lose('The pages are missing');
  else if (list.length === 0) lose('There is no page');
  for (const [place, item] of list.entries()) {
    if (!isMapping(item)) {
      lose(`Page ${place + 1} can't be read`);
      continue;
    }
    const page = yield* readPage(item, place, taken, lose);
    taken.add(page.id);
    pages.push(page);
  }
  return pages.length > 0 ? pages : [emptyPage('page-1', 'Page 1')];
}

function* readPage(value: Mapping, place: number, taken: ReadonlySet<string>, lose: Lose): Steps<Page> {
  const what = `Page ${place + 1}`;
  loseUnknown(value, pageFields, what, lose);
  let id = idOr(fieldOf(value, 'id'), `page-${place + 1}`, `The id of page ${place + 1}`, lose);
  if (taken.has(id)) {
    lose(`${what} has the id of another page`);
    for (let count = place + 1; taken.has(id); count += 1) id = `page-${count}`;
  }
  const ids = new Set<string>();
  const written = new Set(
    tableNames.flatMap((name) => {
      const table = fieldOf(value, name);
      return isMapping(table) ? Object.keys(table) : [];
    }),
  );
  const table = <Value extends Drawn>(name: 'node' | 'group' | 'edge', schema: z.ZodType<Value>): Steps<Table<Value>> =>
    readTable(fieldOf(value, `${name}s`), { name, schema, ids, written, lose: (text) => lose(`${what}: ${text}`) });
  const dismissed = optional(
    fieldOf(value, 'dismissed'),
    z.array(z.string().refine(isId)).max(limits.edges),
    `${what}: what was dismissed`,
    lose,
  );
  const page: Page = {
    id,
    title: titleOr(fieldOf(value, 'title'), `Page ${place + 1}`, `The title of page ${place + 1}`, lose),
    nodes: yield* table('node', nodeSchema),
    groups: yield* table('group', groupSchema),
    edges: yield* table('edge', edgeSchema),
    ...(dismissed !== undefined && { dismissed }),
  };
  yield;
  return mended(page, what, lose);
}

interface TableReader<Value extends Drawn> {
  readonly name: 'node' | 'group' | 'edge';
  readonly schema: z.ZodType<Value>;
  /** Ids of the page that are taken; grows. */
  readonly ids: Set<string>;
  /** Ids that stand anywhere on the page, whether they were read or not. */
  readonly written: ReadonlySet<string>;
  readonly lose: Lose;
}

/** Records that are read in one step. */
const recordsAtOnce = 100;

function* readTable<Value extends Drawn>(value: unknown, reader: TableReader<Value>): Steps<Table<Value>> {
  const { name, ids, written, lose } = reader;
  if (!isMapping(value)) {
    lose(`the ${name}s are missing`);
    return {};
  }
  const records: [string, Value][] = [];
  yield* eachInSteps(Object.keys(value), recordsAtOnce, (key) => {
    const record = value[key];
    if (!isId(key)) lose(`the ${name} ${quoted(key)} is lost: that is no id`);
    else if (!isMapping(record)) lose(`the ${name} ${quoted(key)} is lost: it can't be read`);
    else {
      const id = ids.has(key) ? anotherId(key, (other) => ids.has(other) || written.has(other)) : key;
      const read = readRecord(id, id === key ? record : asByHand(record), reader);
      if (read === undefined) return;
      if (id !== key) lose(secondIs(`the ${name} ${quoted(key)}`, id));
      ids.add(id);
      records.push([id, read]);
    }
  });
  return Object.fromEntries(records);
}

/** Reads a record; a field that is wrong or not known is left out where the record can do without. */
function readRecord<Value extends Drawn>(
  id: string,
  record: Mapping,
  { name, schema, lose }: TableReader<Value>,
): Value | undefined {
  const known: readonly string[] = fieldNames[name];
  const unknown = Object.keys(record).filter((field) => field === 'id' || !known.includes(field));
  for (const field of unknown) lose(`the ${name} ${quoted(id)} has a field ${quoted(field)} that is not known`);
  const fields: Mapping =
    unknown.length === 0
      ? { ...record, id }
      : Object.fromEntries([...Object.entries(record).filter(([field]) => !unknown.includes(field)), ['id', id]]);
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const rest = schema.safeParse(Object.fromEntries(Object.entries(fields).filter(([field]) => !wrong.has(field))));
  if (!rest.success) {
    lose(`the ${name} ${quoted(id)} is lost: ${firstIssue(read.error)}`);
    return undefined;
  }
  for (const field of wrong) lose(`the ${name} ${quoted(id)} lost its "${field}": ${firstIssue(read.error)}`);
  return rest.data;
}

/** The page made sound: what leads or stands nowhere is led or stands nowhere no more. */
function mended(page: Page, what: string, lose: Lose): Page {
  let now = page;
  for (let faults = faultsOf(now); faults.length > 0; faults = faultsOf(now)) {
    for (const { text } of faults) lose(`${what}: ${text}`);
    now = withoutFaults(now, faults);
  }
  return now;
}

/** Every mend takes something away, so that this comes to an end. */
function withoutFaults(page: Page, faults: readonly Fault[]): Page {
  const wrong = new Set(faults.map(({ id }) => id));
  return {
    ...page,
    nodes: Object.fromEntries(
      Object.entries(page.nodes).map(([id, node]) => {
        const { group, ...free } = node;
        return [id, wrong.has(id) ? free : node];
      }),
    ),
    groups: Object.fromEntries(
      Object.entries(page.groups).map(([id, group]) => {
        const { parent, ...free } = group;
        return [id, wrong.has(id) ? free : group];
      }),
    ),
    edges: Object.fromEntries(Object.entries(page.edges).filter(([id]) => !wrong.has(id))),
  };
}
