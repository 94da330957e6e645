/**
 * Reading a file of ours that is no JSON any more: cut off, merged by half, or with broken lines. The form has a record a line,
 * so that every line can be read by itself; brackets are taken for hints only, and what the lines are called says where they
 * belong.
 */
import { isMapping } from '../base/mapping.ts';
import { groupKinds, nodeKinds } from '../diagram/diagram.ts';
import { formatVersion } from './saving.ts';

/** What the lines of a file still say. */
export interface MendedFile {
  readonly envelope: Readonly<Fields>;
  /** What was left out, in sentences. */
  readonly lost: readonly string[];
}

type Fields = Record<string, unknown>;
type Place = 'envelope' | 'document' | 'need' | 'page';

const tableNames: ReadonlySet<string> = new Set(['nodes', 'groups', 'edges']);
const documentNames: ReadonlySet<string> = new Set(['id', 'title', 'template', 'decision']);
const pageNames: ReadonlySet<string> = new Set(['id', 'title', 'dismissed']);

/** A name and its value, where the line is one: `"name": value` with or without a comma. */
function entryOf(line: string): readonly [string, unknown] | undefined {
  try {
    const [entry, ...more] = Object.entries(JSON.parse(`{${line}}`) as object);
    return more.length === 0 ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Where reading stands, and what was read. Fields are put by `put`, so that no name does harm. */
class LineReader {
  readonly envelope: Fields = {};
  readonly body: Fields = {};
  readonly pages: Fields[] = [];
  #place: Place = 'envelope';
  #need: Fields | undefined;
  #table: Fields | undefined;

  /** Takes a line in; false where it can't be made out. */
  take(line: string): boolean {
    const opened = /^"([a-z]+)": [{[]$/.exec(line)?.[1];
    if (opened !== undefined) return this.#open(opened);
    if (line === '{') return this.#openPage();
    if (/^[}\]]$/.test(line)) return this.#close();
    const entry = entryOf(line);
    return entry !== undefined && this.#enter(...entry);
  }

  #open(name: string): boolean {
    if (tableNames.has(name)) {
      this.#table = this.#newTable(name);
      return true;
    }
    if (name === 'document') this.#place = 'document';
    else if (name === 'pages') this.#place = 'page';
    else if (name === 'need') {
      this.#place = 'need';
      this.#need = {};
      put(this.body, 'need', this.#need);
    } else return false;
    return true;
  }

  /** A brace that stands alone opens a page; the very first of a file opens the whole. */
  #openPage(): boolean {
    if (this.#place === 'envelope') return true;
    this.#place = 'page';
    this.#table = undefined;
    this.pages.push({});
    return true;
  }

  #close(): boolean {
    if (this.#table) this.#table = undefined;
    else if (this.#place === 'need') this.#place = 'document';
    return true;
  }

  #enter(name: string, value: unknown): boolean {
    if (tableNames.has(name) && isEmptyObject(value)) {
      this.#newTable(name);
      this.#table = undefined;
    } else if (this.#table) put(this.#table, name, value);
    else if (this.#place === 'need' && this.#need) put(this.#need, name, value);
    else if (this.#place === 'page' && pageNames.has(name)) this.#putInPage(name, value);
    else if (documentNames.has(name)) {
      this.#place = 'document';
      put(this.body, name, value);
    } else if (this.#place === 'envelope') put(this.envelope, name, value);
    else return this.#enterStray(name, value);
    return true;
  }

  /** A record outside of every table: the line that began its table is lost, but a record shows what it is. */
  #enterStray(name: string, value: unknown): boolean {
    const table = isMapping(value) ? tableOfRecord(value) : undefined;
    if (table === undefined) return false;
    const begun = this.pages.at(-1)?.[table];
    this.#table = isMapping(begun) ? begun : this.#newTable(table);
    put(this.#table, name, value);
    return true;
  }

  /** A field of a page also says that its tables have not begun, or are over. */
  #putInPage(name: string, value: unknown): void {
    this.#table = undefined;
    put(this.#pageWithout(name), name, value);
  }

  /** The table of the page that is being read; where that has one already, the line that began a new page is lost. */
  #newTable(name: string): Fields {
    this.#place = 'page';
    const table: Fields = {};
    put(this.#pageWithout(name), name, table);
    return table;
  }

  #pageWithout(name: string): Fields {
    const page = this.pages.at(-1);
    if (page && !Object.hasOwn(page, name)) return page;
    const next: Fields = {};
    this.pages.push(next);
    return next;
  }
}

/** The table that a record belongs to, by what only its kind of record has. */
function tableOfRecord(record: object): 'nodes' | 'groups' | 'edges' | undefined {
  if ('from' in record && 'to' in record) return 'edges';
  const kind = 'kind' in record ? record.kind : undefined;
  if (groupKinds.some((known) => known === kind)) return 'groups';
  return nodeKinds.some((known) => known === kind) ? 'nodes' : undefined;
}

const isEmptyObject = (value: unknown): boolean => isMapping(value) && Object.keys(value).length === 0;

/** Sets a field of its own, even one that is called `__proto__`. */
const put = (fields: Fields, name: string, value: unknown): void => {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
};

/** What the lines say; the file's depth has been looked at before. Undefined where they say nothing of a page. */
export function mendLines(text: string): MendedFile | undefined {
  const reader = new LineReader();
  const lost: string[] = [];
  let last = '';
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim().replace(/,$/, '');
    if (line === '') continue;
    last = line;
    if (!reader.take(line)) lost.push(`Line ${place + 1} can't be read: ${line.slice(0, 40)}`);
  }
  if (reader.pages.length === 0) return undefined;
  if (last !== '}') lost.push('The file is cut off at its end');
  if (!Object.hasOwn(reader.envelope, 'version')) put(reader.envelope, 'version', formatVersion);
  put(reader.body, 'pages', reader.pages);
  put(reader.envelope, 'document', reader.body);
  return { envelope: reader.envelope, lost: lost.length > 0 ? lost : ['A bracket or a comma was wrong'] };
}
