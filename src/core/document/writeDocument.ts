/** Writing a document as the text of a file. */
import { byCodeUnit } from '../base/order.ts';
import type { Page, Table } from '../diagram/page.ts';
import { fieldNames } from '../diagram/shapes.ts';
import { pagesInOrder, type SketchDocument } from './document.ts';
import { fileFormat, formatVersion } from './saving.ts';

/**
 * The text of a file: records by id in the order of their ids, one a line, so that a diff reads like the change. The same
 * document gives the same bytes, however it came to be. `app` is what wrote it, such as `lodestack 0.1.0`.
 */
export function writeDocument(document: SketchDocument, app: string): string {
  const { id, title, template, decision, need } = document;
  const fields = [
    field('id', id),
    field('title', title),
    ...(template === undefined ? [] : [field('template', template)]),
    ...(decision === undefined ? [] : [field('decision', sorted(decision))]),
    ...(need === undefined ? [] : [`"need": ${object(needLines(need), '    ')}`]),
    `"pages": ${list(pagesInOrder(document).map(pageText), '    ')}`,
  ];
  const envelope = [
    field('format', fileFormat),
    field('version', formatVersion),
    field('app', app),
    `"document": ${object(fields, '  ')}`,
  ];
  return `${object(envelope, '')}\n`;
}

const field = (name: string, value: unknown): string => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** Lines within braces; `indent` is that of the closing one. */
const braced = (open: string, lines: readonly string[], close: string, indent: string): string =>
  lines.length === 0 ? `${open}${close}` : `${open}\n${indent}  ${lines.join(`,\n${indent}  `)}\n${indent}${close}`;

const object = (lines: readonly string[], indent: string): string => braced('{', lines, '}', indent);
const list = (lines: readonly string[], indent: string): string => braced('[', lines, ']', indent);

/** A need has a line for each of its parts. */
const needLines = (need: object): readonly string[] =>
  Object.entries(need)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([name, value]) => field(name, sorted(value)));

/** The value with the keys of its objects in the order of code units: needs come from many hands. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => byCodeUnit(left, right))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

const pageText = (page: Page): string => {
  const indent = '      ';
  return object(
    [
      field('id', page.id),
      field('title', page.title),
      ...(page.dismissed === undefined ? [] : [field('dismissed', page.dismissed)]),
      `"nodes": ${object(tableLines(page.nodes, fieldNames.node), `${indent}  `)}`,
      `"groups": ${object(tableLines(page.groups, fieldNames.group), `${indent}  `)}`,
      `"edges": ${object(tableLines(page.edges, fieldNames.edge), `${indent}  `)}`,
    ],
    indent,
  );
};

/** A line for each record, in the order of the ids; the fields always in the same order, and the id only in front. */
const tableLines = (table: Table<object>, fields: readonly string[]): readonly string[] =>
  Object.keys(table)
    .sort(byCodeUnit)
    .map((id) => {
      const record: Readonly<Record<string, unknown>> = { ...table[id] };
      const ordered: Record<string, unknown> = {};
      // The names are those of the schemas, none of which every object has.
      for (const name of fields) if (name !== 'id' && record[name] !== undefined) ordered[name] = record[name];
      return field(id, ordered);
    });
