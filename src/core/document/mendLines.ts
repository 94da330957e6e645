/**
 * Reading a file of ours that is no JSON any more: cut off, merged by half, or with broken lines. The form has a record a line,
 * so that every line can be read by itself; brackets are taken for hints only, and what the lines are called says where they
 * belong.
 */
import { isMapping } from '../base/mapping.ts';
import { namesTwice } from '../base/safeJson.ts';
import { finish } from '../base/steps.ts';
import { groupKinds, nodeKinds } from '../diagram/diagram.ts';
import { formatVersion } from './saving.ts';
import { type Fields, put, putField, putRecord, quoted } from './standsTwice.ts';

/** What the lines of a file still say. */
export interface MendedFile {
  readonly envelope: Readonly<Fields>;
  /** What was left out, in sentences. */
  readonly lost: readonly string[];
}

type Place = 'envelope' | 'document' | 'need' | 'page';

const tableNames: ReadonlySet<string> = new Set(['nodes', 'groups', 'edges']);
const documentNames: ReadonlySet<string> = new Set(['id', 'title', 'template', 'decision']);
const pageNames: ReadonlySet<string> = new Set(['id', 'title', 'dismissed']);

/** Whether a text has a line of ours that says more than a frame: a record, or a part of a need. */
export const isInLines = (text: string): boolean => /^ *"[^"]+": \{"/m.test(text);

/** Where reading stands, and what was read. Fields are put by `put`, so that no name does harm. */
class LineReader {
  /** What was left out or changed, in sentences. */
  readonly lost: string[] = [];
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
    const entry = this.#entryOf(line);
    return entry !== undefined && this.#enter(...entry);
  }

  /** A name and its value, where the line is one: `"name": value` with or without a comma. */
  #entryOf(line: string): readonly [string, unknown] | undefined {
    try {
      const text = `{${line}}`;
      const value: unknown = JSON.parse(text);
      const [entry, ...more] = Object.entries(value as object);
      if (entry && finish(namesTwice(text, value)))
        this.lost.push(`A name stands twice in the line of ${quoted(entry[0])}; the last was taken`);
      return more.length === 0 ? entry : undefined;
    } catch {
      return undefined;
    }
  }

  #tell(loss: string | undefined): void {
    if (loss !== undefined) this.lost.push(loss);
  }

  /** Of a table: a record whose id is taken gets another. */
  #record(table: Fields, id: string, value: unknown): void {
    const what = `Page ${this.pages.length}: ${quoted(id)}`;
    this.#tell(putRecord(table, id, value, { what, isTaken: () => false }));
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
      this.#need ??= {};
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
    } else if (this.#table) this.#record(this.#table, name, value);
    else if (this.#place === 'need' && this.#need) this.#tell(putField(this.#need, name, value, 'the need'));
    else if (this.#place === 'page' && pageNames.has(name)) this.#putInPage(name, value);
    else if (documentNames.has(name)) {
      this.#place = 'document';
      this.#tell(putField(this.body, name, value, 'the document'));
    } else if (this.#place === 'envelope') this.#tell(putField(this.envelope, name, value, 'the file'));
    else return this.#enterStray(name, value);
    return true;
  }

  /** A record outside of every table: the line that began its table is lost, but a record shows what it is. */
  #enterStray(name: string, value: unknown): boolean {
    const table = isMapping(value) ? tableOfRecord(value) : undefined;
    if (table === undefined) return false;
    const begun = this.pages.at(-1)?.[table];
    this.#table = isMapping(begun) ? begun : this.#newTable(table);
    this.#record(this.#table, name, value);
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

/** What the lines say; the file's depth has been looked at before. Undefined where they say nothing of a page. */
export function mendLines(text: string): MendedFile | undefined {
  const reader = new LineReader();
  const { lost } = reader;
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
