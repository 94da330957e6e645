/** Reading a YAML file into plain data, with the line of every field at hand for messages. Never throws. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLWarning,
} from 'yaml';
import { failure, type Result, success } from '../base/result.ts';
import type { CatalogIssue } from './catalog.ts';

/** A file as it was read: its path as the user knows it, and its text (YAML). */
export interface CatalogFile {
  readonly path: string;
  readonly text: string;
}

/** Keys and indexes from the top of a file to a field. */
export type FieldPath = readonly PropertyKey[];

/** A file whose YAML is sound. Nothing is known of its shape yet. */
export interface YamlDocument {
  readonly path: string;
  readonly value: unknown;
  /** The issue of a field of this document, with its line. */
  issueAt(field: FieldPath, message: string): CatalogIssue;
}

/** Far above any catalogue that people write, far below what would hang the tool. */
const mostCharacters = 5_000_000;
/** The library's measure: aliases times what they stand for. */
const mostAliases = 100;

/** A field's path as people write it: `entries[3].lifecycle.date`. */
const fieldName = (path: FieldPath): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? String(step) : `${name}.${String(step)}`,
    '',
  ) || '(file)';

/** Where a field's key stands, or where its nearest ancestor does, if the field itself is missing. */
const offsetOf = (document: Document, path: FieldPath): number => {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    let found: { at: unknown; value: unknown } | undefined;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      found = pair && { at: pair.key, value: pair.value };
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      found = item === undefined ? undefined : { at: item, value: item };
    }
    if (!found) break;
    offset = (isNode(found.at) ? found.at.range?.[0] : undefined) ?? offset;
    node = found.value;
  }
  return offset;
};

const syntaxMessage = (code: string, message: string): string => {
  const words = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
  if (code === 'DUPLICATE_KEY') return 'This key is written twice in the same mapping';
  if (code === 'RESOURCE_EXHAUSTION') return 'Nested too deeply to be read';
  if (code === 'MULTIPLE_DOCS') return 'Holds several YAML documents ("---"); write one for each file';
  return `Not valid YAML: ${words}`;
};

/** What leaves the rest of a file readable. Of other errors only the first is told: the rest stand in its shadow. */
const selfContained: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

const syntaxProblems = ({ errors, warnings }: Document): readonly (YAMLError | YAMLWarning)[] => {
  const all = [...errors, ...warnings].sort((left, right) => left.pos[0] - right.pos[0]);
  const first = all.find(({ code }) => !selfContained.has(code));
  return all.filter((problem) => problem === first || selfContained.has(problem.code));
};

/** Name of the key at which a syntax error lies, if it is one (a duplicate key says which). */
const keyAt = (text: string, offset: number): string | undefined =>
  /^[\w-]+(?=\s*:)/.exec(text.slice(offset, offset + 80))?.[0];

/** Reads one YAML file. Fails with every syntax error that was found, each with its line. */
export const readYaml = (file: CatalogFile): Result<YamlDocument, readonly CatalogIssue[]> => {
  const whole = (message: string): Result<never, readonly CatalogIssue[]> =>
    failure([{ file: file.path, field: '(file)', message }]);
  if (file.text.length > mostCharacters) return whole('Larger than 5 MB; split it into several files');

  const lines = new LineCounter();
  const at = (offset: number): number => lines.linePos(offset).line;
  let document: Document;
  try {
    document = parseDocument(file.text, { lineCounter: lines, logLevel: 'error' }) as Document;
  } catch (error) {
    return whole(`Not valid YAML: ${error instanceof Error ? error.message : String(error)}`);
  }

  const problems = syntaxProblems(document).map(({ code, message, pos }) => ({
    file: file.path,
    line: at(pos[0]),
    field: (code !== 'RESOURCE_EXHAUSTION' && keyAt(file.text, pos[0])) || '(file)',
    message: syntaxMessage(code, message),
  }));
  if (problems.length > 0) return failure(problems);

  const refused = refusedNodes(document, (node, field, message) => ({
    file: file.path,
    line: at(node.range?.[0] ?? 0),
    field,
    message,
  }));
  if (refused.length > 0) return failure(refused);

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return whole(
      /alias/i.test(reason) ? `Its aliases (*name) can't be followed: ${reason}` : `Not valid YAML: ${reason}`,
    );
  }
  if (value === null || value === undefined) return whole('Is empty');

  return success({
    path: file.path,
    value,
    issueAt: (field, message) => ({
      file: file.path,
      line: at(offsetOf(document, field)),
      field: fieldName(field),
      message,
    }),
  });
};

/** Keys that would reach for an object's prototype, and aliases that nothing stands behind or that hold themselves. */
const refusedNodes = (
  document: Document,
  issue: (node: Node, field: string, message: string) => CatalogIssue,
): CatalogIssue[] => {
  const issues: CatalogIssue[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') issues.push(issue(key, '__proto__', 'This key is not allowed'));
    },
    Alias: (_, alias, ancestors) => {
      const target = alias.resolve(document);
      if (target === undefined)
        issues.push(issue(alias, `*${alias.source}`, 'No anchor of this name stands before it'));
      else if (ancestors.includes(target)) issues.push(issue(alias, `*${alias.source}`, 'This alias holds itself'));
    },
  });
  return issues;
};
