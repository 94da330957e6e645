/** Files that end too soon, and files whose frame is broken: what is whole in them opens, and what is missing is said. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagesInOrder } from '../../../src/core/document/document.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { formatVersion, type OpeningFailure } from '../../../src/core/document/saving.ts';

const whole = readFileSync(
  new URL(`../../fixtures/documents/version-${formatVersion}.lodestack.json`, import.meta.url),
  'utf8',
);
const title = 'What do callers complain about?';

const failureOf = (text: string): OpeningFailure => {
  const read = readDocument(text);
  if (read.ok) throw new Error('It opened');
  return read.error;
};
const salvagedFrom = (text: string) => {
  const failed = failureOf(text);
  if (failed.kind !== 'damaged' || !failed.salvaged) throw new Error(JSON.stringify(failed));
  return failed.salvaged;
};
const cutAfter = (line: string): string => whole.slice(0, whole.indexOf(line) + line.length);
const records = (text: string): number =>
  pagesInOrder(salvagedFrom(text).document).reduce(
    (sum, { nodes, groups, edges }) => sum + [nodes, groups, edges].flatMap((table) => Object.keys(table)).length,
    0,
  );
const all = (() => {
  const read = readDocument(whole);
  if (!read.ok) throw new Error(read.error.message);
  return pagesInOrder(read.value.document).reduce(
    (sum, { nodes, groups, edges }) => sum + [nodes, groups, edges].flatMap((table) => Object.keys(table)).length,
    0,
  );
})();

describe('a file that is cut off before its first page', () => {
  it('opens with its title and what of the need is whole, and says what is missing', () => {
    const { document, lost } = salvagedFrom(cutAfter('"text": "What do callers complain about?",'));
    expect(document.title).toBe(title);
    expect(document.need?.tasks.map(({ task }) => task)).toEqual(['transcribe-recordings', 'analyze-sentiment']);
    expect(document.need?.text).toBe(title);
    expect(document.decision?.chosen).toEqual(['transcribe', 'comprehend']);
    expect(lost).toEqual(
      expect.arrayContaining([
        'The file is cut off at its end',
        expect.stringContaining('The need is not whole'),
        'The pages are missing',
      ]),
    );
  });

  it('within a line of the need: that line is lost, and named', () => {
    const { document, lost } = salvagedFrom(cutAfter('"text": "What do call'));
    expect(document.need?.tasks).toHaveLength(2);
    expect(lost.join('\n')).toContain(`can't be read: "text": "What do call`);
  });

  it('within its head: says which document it was, and what to do', () => {
    for (const end of ['"template": "call-analytics",', '"decision": {"catalogAsOf":"2026', '"need": {', '"have": [],'])
      expect(failureOf(cutAfter(end)), end).toEqual({
        kind: 'damaged',
        message: expect.stringMatching(
          new RegExp(`“${title.replace('?', '\\?')}”.*nothing.*drawn or asked.*older copy`),
        ),
      });
  });

  it('anywhere: a typed error, and never less than from a shorter part', () => {
    let held = 0;
    for (let end = 1; end < whole.trimEnd().length; end += 31) {
      const failed = failureOf(whole.slice(0, end));
      expect(['not-json', 'damaged']).toContain(failed.kind);
      if (failed.kind !== 'damaged' || !failed.salvaged) continue;
      const now = records(whole.slice(0, end));
      // An edge whose end is not there yet comes later.
      expect(now).toBeGreaterThanOrEqual(held);
      held = now;
    }
    expect(held).toBe(all);
  });
});

describe('a need that is not whole', () => {
  it('keeps only its words beside what is drawn, so that no update of the draft takes that away', () => {
    const { document, lost } = salvagedFrom(whole.replace('"tasks": [', '"tasks": ['.repeat(2)));
    expect(document.need).toMatchObject({ text: title, tasks: [] });
    expect(lost).toContain('The need is not whole; only its words were taken');
  });

  it('one whose name is broken is taken, and told of', () => {
    const { document, lost } = salvagedFrom(whole.replace('"need": {', '"ned": {'));
    expect(document.need?.tasks).toHaveLength(2);
    expect(lost.join('\n')).toContain('The need stands under another name, "ned"');
  });

  it('a line of the head that stands in it is not lost with it', () => {
    const line = '    "template": "call-analytics",\n';
    const { document } = salvagedFrom(whole.replace(line, '').replace('"named": [],', `${line}"named": <`));
    expect(document.template).toBe('call-analytics');
  });

  it('so it is where the file is no longer in lines', () => {
    const flat = JSON.stringify(JSON.parse(whole)).replace('"tasks":[', '"tasks":[<<<');
    const { document, lost } = salvagedFrom(flat);
    expect(document.need).toMatchObject({ text: title, tasks: [] });
    expect(lost).toContain('The need is not whole; only its words were taken');
  });
});

describe('a broken frame hides nothing that stands in it', () => {
  it.each([
    ['the name of the document', whole.replace('"document": {', '"docum\ud800ent": {')],
    ['the name of the pages', whole.replace('"pages": [', '"page": [')],
    ['the name of a table', whole.replace('"nodes": {\n', '"notes": {\n')],
    ['the name of the format', whole.replace('"format": "lodestack"', '"formt": "lodestack"')],
    ['the line of the format', whole.replace('  "format": "lodestack",\n', '')],
    ['the lines of format and pages', whole.replace('"format"', '"format').replace('"pages": [', '"pages": <')],
    ['a second table that is none', whole.replace(/(\n *"groups": \{\n)/, '\n"nodes": 3,$1')],
  ])('%s', (_what, text) => {
    expect(text).not.toBe(whole);
    expect(records(text)).toBe(all);
    expect(salvagedFrom(text).lost.length).toBeGreaterThan(0);
  });

  it('records stand where they belong, although the line that begins their table is lost', () => {
    const { document, lost } = salvagedFrom(whole.replace(/\n *\},\n *"edges": \{(?=\n)/, ''));
    expect(records(whole.replace(/\n *\},\n *"edges": \{(?=\n)/, ''))).toBe(all);
    expect(Object.values(document.pages).flatMap(({ edges }) => Object.keys(edges)).length).toBeGreaterThan(0);
    expect(lost.join('\n')).toContain('among other things than edges');
  });

  it('a file of something else stays one', () => {
    expect(failureOf('{"name": "x", "version": 7, "document": {"pages": [{}]}}').kind).toBe('not-ours');
    expect(failureOf('{\n "name": "x",\n "a": {"from": "b", "to": "c"}\n}').kind).toBe('not-ours');
    expect(failureOf('{\n "name": "x",\n "a": {"from": "b", "to": "c"}\n').kind).toBe('not-json');
  });
});
