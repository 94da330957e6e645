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
  /** A part of the need can't be read, or never came. */
  isNeedBroken = false;
  #place: Place = 'envelope';
  #need: Fields | undefined;
  #table: Fields | undefined;

  /** Takes a line in; false where it can't be made out. */
  take(line: string): boolean {
    const taken = this.#take(line);
    if (!taken && this.#place === 'need') this.isNeedBroken = true;
    return taken;
  }

  /** To be called after the last line. */
  end(): void {
    if (this.#place === 'need') this.isNeedBroken = true;
  }

  #take(line: string): boolean {
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

  /** A record whose id is taken gets another. One that shows that it is of another table stands there: the line between is lost. */
  #record(table: Fields, id: string, value: unknown): void {
    const own = isMapping(value) ? tableOfRecord(value) : undefined;
    const page = this.pages.at(-1);
    const rightful = own !== undefined && page && page[own] !== table ? this.#tableOf(page, own) : table;
    const what = `Page ${this.pages.length}: ${quoted(id)}`;
    if (rightful !== table) this.lost.push(`${what} stands among other things than ${own}; it was put there`);
    this.#table = rightful;
    this.#tell(putRecord(rightful, id, value, { what, isTaken: () => false }));
  }

  #tableOf(page: Fields, name: string): Fields {
    const begun = Object.hasOwn(page, name) ? page[name] : undefined;
    if (isMapping(begun)) return begun;
    const table: Fields = {};
    put(page, name, table);
    return table;
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
    this.#toPage();
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
    else if (this.#enterStray(name, value)) return true;
    else if (this.#place === 'need' && this.#need && !documentNames.has(name))
      this.#tell(putField(this.#need, name, value, 'the need'));
    else if (this.#place === 'page' && pageNames.has(name)) this.#putInPage(name, value);
    else if (documentNames.has(name)) {
      // The line before stands in the need, and so may the next.
      if (this.#place !== 'need') this.#place = 'document';
      this.#tell(putField(this.body, name, value, 'the document'));
    } else if (this.#place === 'envelope') this.#tell(putField(this.envelope, name, value, 'the file'));
    else return false;
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
    this.#toPage();
    const table: Fields = {};
    put(this.#pageWithout(name), name, table);
    return table;
  }

  /** Where a page begins in the midst of a need, the end of that is lost. */
  #toPage(): void {
    if (this.#place === 'need') this.isNeedBroken = true;
    this.#place = 'page';
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

/** Whether anything stands in a table of the pages. */
const holdsRecords = (pages: readonly Fields[]): boolean =>
  pages.some((page) =>
    [...tableNames].some((name) => {
      const table = page[name];
      return isMapping(table) && !isEmptyObject(table);
    }),
  );

/**
 * What is taken of a need that is not whole, and how it is told. One that asks for less than it did would have an update of the draft
 * take away what was drawn: beside anything drawn, only its words stay.
 */
export function brokenNeed(need: unknown, isDrawn: boolean): { readonly need?: unknown; readonly loss: string } {
  if (!isDrawn) return { need, loss: 'The need is not whole: what is missing of it is not asked for any more' };
  const words = isMapping(need) && Object.hasOwn(need, 'text') ? { text: need.text } : undefined;
  return {
    ...(words && { need: words }),
    loss: `The need is not whole; ${words ? 'only its words were taken' : 'it was left out'}`,
  };
}

/** What the lines say; the file's depth has been looked at before. Undefined where they say nothing of a document. */
export function mendLines(text: string): MendedFile | undefined {
  const reader = new LineReader();
  const { lost, envelope, body, pages } = reader;
  let last = '';
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim().replace(/,$/, '');
    if (line === '') continue;
    last = line;
    if (!reader.take(line)) lost.push(`Line ${place + 1} can't be read: ${line.slice(0, 40)}`);
  }
  reader.end();
  if (pages.length === 0 && isEmptyObject(body)) return undefined;
  if (last !== '}') lost.push('The file is cut off at its end');
  if (reader.isNeedBroken) {
    const { need, loss } = brokenNeed(body.need, holdsRecords(pages));
    lost.push(loss);
    if (need === undefined) delete body.need;
    else put(body, 'need', need);
  }
  if (!Object.hasOwn(envelope, 'version')) put(envelope, 'version', formatVersion);
  if (pages.length > 0) put(body, 'pages', pages);
  put(envelope, 'document', body);
  return { envelope, lost: lost.length > 0 ? lost : ['A bracket or a comma was wrong'] };
}
