/**
 * Reading a file of ours that is no JSON any more and is not laid out in our lines, such as one that an editor printed anew and a disk
 * cut off; and one that is JSON and names a thing twice, which a parser keeps once, in silence.
 */
import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isMapping } from '../base/mapping.ts';
import { brokenNeed, type MendedFile } from './mendLines.ts';
import { limits } from './saving.ts';
import { type Fields, put, putField, putRecord, quoted } from './standsTwice.ts';

/** What an object is, by where it stands. */
type Place = 'file' | 'document' | 'pages' | 'page' | 'table' | 'value';

const tables: Readonly<Record<string, string>> = { nodes: 'node', groups: 'group', edges: 'edge' };

const placeIn = (place: Place, name: string): Place => {
  if (place === 'file' && name === 'document') return 'document';
  if (place === 'document' && name === 'pages') return 'pages';
  return place === 'page' && Object.hasOwn(tables, name) ? 'table' : 'value';
};

/** An object that is being read: what it is, and what it is called in a sentence. */
interface Around {
  readonly place: Place;
  readonly what: string;
  /** Of a table: what its records are. */
  readonly kind?: string;
  /** Of a page and its tables: the ids that are written there. */
  readonly ids: ReadonlySet<string>;
}

type Property = readonly [string, Node];

/** The names of an object and their values; those without a value are left out. */
const propertiesOf = (node: Node): readonly Property[] =>
  (node.children ?? []).flatMap(({ children: [name, value] = [] }): Property[] =>
    name && value ? [[String(name.value), value]] : [],
  );

const idsOf = (page: Node): ReadonlySet<string> =>
  new Set(
    propertiesOf(page)
      .filter(([name]) => Object.hasOwn(tables, name))
      .flatMap(([, table]) => propertiesOf(table).map(([id]) => id)),
  );

const nobody: ReadonlySet<string> = new Set();

/** Builds the values of a tree; what stands twice is told to `lose`. */
class TreeReader {
  readonly #lose: (text: string) => void;

  constructor(lose: (text: string) => void) {
    this.#lose = lose;
  }

  value(node: Node, around: Around): unknown {
    if (node.type === 'array')
      return (node.children ?? []).map((item, place) =>
        this.value(item, around.place === 'pages' ? this.#page(item, place) : around),
      );
    if (node.type !== 'object') return node.value;
    const fields: Fields = {};
    for (const [name, value] of propertiesOf(node)) {
      const inner = this.#inner(name, around);
      this.#enter(fields, name, this.value(value, inner), around);
    }
    return fields;
  }

  #page(node: Node, place: number): Around {
    return { place: 'page', what: `Page ${place + 1}`, ids: idsOf(node) };
  }

  #inner(name: string, { place, what, kind, ids }: Around): Around {
    const inner = placeIn(place, name);
    if (inner === 'table') return { place: inner, what, kind: tables[name] ?? name, ids };
    if (place === 'table') return { place: inner, what: `${what}: the ${kind} ${quoted(name)}`, ids };
    if (inner === 'document') return { place: inner, what: 'the document', ids };
    return { place: inner, what: place === 'document' ? `the ${name}` : what, ids };
  }

  #enter(fields: Fields, name: string, value: unknown, around: Around): void {
    const { place, what, kind, ids } = around;
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const inner = placeIn(place, name);
    const tell = (text: string | undefined): void => {
      if (text !== undefined) this.#lose(text);
    };
    if (place === 'table')
      tell(
        putRecord(fields, name, value, { what: `${what}: the ${kind} ${quoted(name)}`, isTaken: (id) => ids.has(id) }),
      );
    else if (inner === 'pages' && Array.isArray(before) && Array.isArray(value)) {
      put(fields, name, [...before, ...value]);
      tell(`${quoted(name)} of ${what} stands twice; both were taken`);
    } else if (isFrame(inner, before) && !isFrame(inner, value)) {
      // Whatever it says, it must not take the place of a table, or of all pages.
      tell(`${quoted(name)} of ${what} stands twice; the second was left out`);
    } else if (inner !== 'value' && isMapping(before) && isMapping(value)) {
      const merged: Fields = { ...before };
      put(fields, name, merged);
      tell(`${quoted(name)} of ${what} stands twice; both were taken`);
      for (const [field, each] of Object.entries(value)) this.#enter(merged, field, each, this.#inner(name, around));
    } else tell(putField(fields, name, value, what));
  }
}

/** Whether a value is what holds others at that place. */
const isFrame = (place: Place, value: unknown): boolean =>
  place === 'pages' ? Array.isArray(value) : place !== 'value' && isMapping(value);

const closes: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** The deepest that brackets stand within brackets; one that closes another than was opened last closes none. */
function deepest(text: string): number {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  let most = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length && most <= limits.depth; scanner.scan()) {
    const sign = text.charAt(scanner.getTokenOffset());
    if (sign === '{' || sign === '[') most = Math.max(most, open.push(sign));
    else if (Object.hasOwn(closes, sign) && open.at(-1) === closes[sign]) open.pop();
  }
  return most;
}

/** What could not be made out, a sentence for each line. */
function faultsIn(text: string, errors: readonly ParseError[]): readonly string[] {
  const end = text.trimEnd().length;
  const faults = new Map<number, string>();
  let [line, at] = [1, 0];
  for (const { offset, length } of errors.toSorted((left, right) => left.offset - right.offset)) {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    if (offset + length >= end) faults.set(0, 'The file is cut off at its end');
    else if (!faults.has(line))
      faults.set(
        line,
        `Line ${line} can't be read: ${text
          .slice(at, offset + 40)
          .split('\n')[0]
          ?.trim()
          .slice(-60)}`,
      );
  }
  return [...faults.values()];
}

const valueIn = (node: Node | undefined, name: string): Node | undefined =>
  node && propertiesOf(node).find(([each]) => each === name)?.[1];

/** Whether something in a value can't be made out, or it never ends. */
const isBroken = ({ offset, length }: Node, errors: readonly ParseError[]): boolean =>
  length <= 0 || errors.some((error) => error.offset >= offset && error.offset < offset + length);

/** Whether a node of the tree holds an object that holds anything. */
const holdsAny = (node: Node): boolean => (node.children ?? []).length > 0;

const holdsRecords = (pages: Node | undefined): boolean =>
  (pages?.children ?? []).some((page) =>
    propertiesOf(page).some(([name, table]) => Object.hasOwn(tables, name) && holdsAny(table)),
  );

/** What a text says; undefined where it is no object, or nests brackets deeper than any document does. */
export function mendJson(text: string): MendedFile | undefined {
  if (deepest(text) > limits.depth) return undefined;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  if (tree?.type !== 'object') return undefined;
  const lost = [...faultsIn(text, errors)];
  const reader = new TreeReader((loss) => lost.push(loss));
  const envelope = reader.value(tree, { place: 'file', what: 'the file', ids: nobody });
  if (!isMapping(envelope)) return undefined;
  const document = valueIn(tree, 'document');
  const need = valueIn(document, 'need');
  if (!need || !isBroken(need, errors) || !isMapping(envelope.document)) return { envelope, lost };
  const { need: whole, ...rest } = envelope.document;
  const { loss, ...kept } = brokenNeed(whole, holdsRecords(valueIn(document, 'pages')));
  return { envelope: { ...envelope, document: { ...rest, ...kept } }, lost: [...lost, loss] };
}
