/** Files that are not what they say, or say a thing twice: nothing of them is lost without a word. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyPage } from '../../../src/core/diagram/page.ts';
import { pagesInOrder, type SketchDocument } from '../../../src/core/document/document.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { formatVersion } from '../../../src/core/document/saving.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { app } from '../../support/openingRuns.ts';
import { draftedSketch } from '../../support/sketches.ts';

const versions = Array.from({ length: formatVersion }, (_, place) => place + 1);
const fixture = (version: number): string =>
  readFileSync(new URL(`../../fixtures/documents/version-${version}.lodestack.json`, import.meta.url), 'utf8');
const numbered = (text: string, version: unknown): string =>
  text.replace(/"version": \d+/, `"version": ${JSON.stringify(version)}`);

/** What came of a text: the document, and what is said to be lost; nothing where it opened fine. */
const read = (text: string): { readonly document: SketchDocument; readonly lost: readonly string[] } => {
  const result = readDocument(text);
  if (result.ok) return { document: result.value.document, lost: [] };
  if (result.error.kind !== 'damaged' || !result.error.salvaged) throw new Error(JSON.stringify(result.error));
  return result.error.salvaged;
};
const parts = (document: SketchDocument): number =>
  pagesInOrder(document).reduce(
    (sum, { nodes, groups, edges }) => sum + [nodes, groups, edges].flatMap((table) => Object.keys(table)).length,
    0,
  );

describe('row 15: a body of one version under the number of another', () => {
  const cases = versions.flatMap((form) =>
    [...versions, 0, -1, 1.5, '3', null].filter((number) => number !== form).map((number) => [form, number] as const),
  );

  it.each(cases)('a file of version %s that says %j is whole, or damaged with its losses named', (form, number) => {
    const whole = read(fixture(form));
    expect(whole.lost).toEqual([]);
    const { document, lost } = read(numbered(fixture(form), number));
    expect(document).toEqual(whole.document);
    const isForm = form >= 2 && typeof number === 'number' && Number.isInteger(number) && number >= 2;
    expect(lost).toEqual(isForm ? [] : [expect.stringContaining('version')]);
  });

  it.each(versions)('one of version %s that says a number to come is left alone', (form) => {
    const result = readDocument(numbered(fixture(form), formatVersion + 1));
    expect(!result.ok && result.error.kind).toBe('too-new');
  });

  it('a body of version 1 in which something is no list, no record, or twice, says so', () => {
    const body = (change: (body: Record<string, unknown>) => void): string => {
      const file = JSON.parse(fixture(1)) as { document: Record<string, unknown> };
      change(file.document);
      return JSON.stringify(file);
    };
    const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
    const whole = parts(read(fixture(1)).document);
    for (const [change, held, said] of [
      [(now) => Object.assign(now, { edges: 7 }), undefined, 'edges'],
      [(now) => delete now.groups, undefined, 'groups'],
      [(now) => Object.assign(now, { nodes: [...listed(now.nodes), 7] }), whole, 'node'],
      [(now) => Object.assign(now, { layers: [] }), whole, '"layers"'],
      [(now) => Object.assign(now, { nodes: [...listed(now.nodes), ...listed(now.nodes)] }), whole, 'twice'],
      [
        (now) =>
          Object.assign(now, { nodes: [...listed(now.nodes), { id: 'transcribe', kind: 'note', label: 'Mine' }] }),
        whole + 1,
        '"transcribe" stands twice',
      ],
    ] as const satisfies readonly (readonly [
      (body: Record<string, unknown>) => unknown,
      number | undefined,
      string,
    ])[]) {
      const { document, lost } = read(body(change));
      expect(lost.join('\n')).toContain(said);
      if (held !== undefined) expect(parts(document)).toBe(held);
    }
  });
});

describe('a name that stands twice', () => {
  const text = writeDocument(draftedSketch, app);
  const lines = text.split('\n');
  const at = (start: string): number => lines.findIndex((line) => line.trimStart().startsWith(start));
  const twice = (start: string, change: (line: string) => string): string =>
    lines.toSpliced(at(start), 0, change(lines[at(start)] ?? '')).join('\n');
  const whole = parts(draftedSketch);
  const page = (document: SketchDocument) => document.pages['page-1'] ?? emptyPage('page-1', '');

  it('a part that a merge kept in both its forms stays in both, under two ids, and is told of', () => {
    const { document, lost } = read(twice('"calls": {', (line) => line.replace('Recorded calls', 'Mine')));
    expect(parts(document)).toBe(whole + 1);
    expect(Object.values(page(document).nodes).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Mine', 'Recorded calls']),
    );
    expect(lost).toEqual(['Page 1: the node "calls" stands twice; the second is now "calls~2"']);
    // No draft knows the second, so that no update of one takes it away.
    expect(page(document).nodes['calls~2']).not.toHaveProperty('origin');
    expect(page(document).nodes.calls).toHaveProperty('origin', 'draft');
    expect(read(twice('"calls": {', (line) => line.replace('Recorded calls', 'Mine'))).document).toEqual(document);
  });

  it('groups and edges, too; a third and a taken name get names of their own', () => {
    const three = twice('"calls": {', (line) =>
      [line, line.replace('"calls"', '"calls~2"'), line.replace('Recorded', 'More')].join('\n'),
    );
    const { document, lost } = read(three.replace('"calls~2": {"kind":"data"', '"calls~2": {"kind":"note"'));
    expect(parts(document)).toBe(whole + 2);
    expect(lost.join(' ')).toContain('"calls~3"');
    for (const start of ['"ai": {', '"calls-hear": {']) {
      const again = read(
        twice(start, (line) => line.replace('"order":0', '"order":7').replace('"order":1', '"order":7')),
      );
      expect(parts(again.document), start).toBe(whole + 1);
      expect(again.lost).toEqual([expect.stringContaining('stands twice')]);
    }
  });

  it('word for word the same, it is taken once, and told of', () => {
    const { document, lost } = read(twice('"calls": {', (line) => line));
    expect(document).toEqual(draftedSketch);
    expect(lost).toEqual([expect.stringContaining('"calls" stands twice')]);
  });

  it('a table, the pages, or a field that stands twice', () => {
    const nodes = '"nodes": {\n"mine": {"kind":"note","label":"Mine"}\n},';
    const tables = read(lines.toSpliced(at('"nodes": {'), 0, nodes).join('\n'));
    expect(parts(tables.document)).toBe(whole + 1);
    expect(tables.lost.join(' ')).toContain('"nodes"');

    const pages = '"pages": [{"id":"mine","title":"Mine","nodes":{},"groups":{},"edges":{}}],';
    const both = read(lines.toSpliced(at('"pages": ['), 0, pages).join('\n'));
    expect(pagesInOrder(both.document).map(({ title }) => title)).toContain('Mine');
    expect(parts(both.document)).toBe(whole);
    expect(both.lost.join(' ')).toContain('"pages"');

    const field = read(text.replace('"label":"Recorded calls"', '"label":"Mine","label":"Recorded calls"'));
    expect(parts(field.document)).toBe(whole);
    expect(field.lost).toEqual([expect.stringMatching(/"label".*twice.*"Mine"/)]);
    // Escaped, it is the same name.
    expect(read(text.replace('"label":"Recorded calls"', '"l\\u0061bel":"Mine","label":"x"')).lost).toHaveLength(1);
  });

  it('in a file that is cut off besides', () => {
    const cut = twice('"calls": {', (line) => line.replace('Recorded calls', 'Mine'));
    const { document, lost } = read(cut.slice(0, cut.lastIndexOf('"edges"')));
    expect(Object.values(page(document).nodes).map(({ label }) => label)).toContain('Mine');
    expect(Object.values(page(document).nodes).map(({ label }) => label)).toContain('Recorded calls');
    expect(lost.join(' ')).toContain('"calls" stands twice');
  });

  it('the same id in two tables: both are kept', () => {
    const { document, lost } = read(
      text.replace('"groups": {\n', '"groups": {\n"calls": {"kind":"layer","label":"Mine"},\n'),
    );
    expect(parts(document)).toBe(whole + 1);
    expect(lost).toEqual(['Page 1: the group "calls" stands twice; the second is now "calls~2"']);
  });
});

describe('a file that is not laid out in lines of ours', () => {
  const whole = JSON.parse(fixture(formatVersion)) as unknown;
  const layouts = {
    'pretty-printed': JSON.stringify(whole, null, 2),
    'printed with tabs': JSON.stringify(whole, null, '\t'),
    'on one line': JSON.stringify(whole),
    'of version 1': fixture(1),
  };

  it.each(Object.entries(layouts))('%s, and cut off anywhere, keeps what came before the cut', (_layout, text) => {
    const parted = parts(read(text).document);
    let before = 0;
    for (let step = 1; step < 40; step += 1) {
      const cut = text.slice(0, Math.floor((text.length * step) / 40));
      const result = readDocument(cut);
      if (result.ok) expect.fail('It opened');
      if (result.error.kind !== 'damaged' || !result.error.salvaged) {
        // Nothing but the head is left of it.
        expect(step).toBeLessThan(12);
        continue;
      }
      const { document, lost, lostCount } = result.error.salvaged;
      expect(document.pageOrder.length).toBeLessThanOrEqual(2);
      expect(lost.join(' ')).toContain('cut off');
      expect(lostCount).toBeLessThan(20);
      before = parts(document);
    }
    expect(before).toBeGreaterThanOrEqual(parted - 3);
  });

  it('a quarrel of a merge, a comma and a bracket lose what they stand in, and no more', () => {
    const text = layouts['pretty-printed'];
    const parted = parts(read(text).document);
    for (const broken of [
      text.replace('"jobs": {', '<<<<<<< HEAD\n          "jobs": {'),
      text.replace('"label": "Jobs",', '"label": "Jobs"'),
      text.replace('"label": "Jobs",', '"label": "Jobs",,'),
    ]) {
      const { document, lost } = read(broken);
      expect(parts(document)).toBeGreaterThanOrEqual(parted - 2);
      expect(lost.length).toBeGreaterThan(0);
    }
  });

  it('brackets that hide behind a broken quote go no deeper than any others', () => {
    const head = '{"format": "lodestack", "version": 3, "document": "\n';
    for (const bracket of ['[', '{"a":', '[}', '{]', '[{', '{"a":[}'])
      expect(readDocument(head + bracket.repeat(200_000)).ok, bracket).toBe(false);
  });
});

describe('what is not known', () => {
  it('a field in the need is left out and told of; one that is wrong leaves its words, and asks for nothing by halves', () => {
    const text = fixture(formatVersion);
    const { need } = read(text).document;
    const unknown = read(text.replace('"have": []', '"mood": 7,\n"have": []'));
    expect(unknown.document.need).toEqual(need);
    expect(unknown.lost).toEqual([expect.stringContaining('"mood"')]);
    const wrong = read(text.replace('"tasks": [', '"tasks": [7,'));
    expect(wrong.document.need).toMatchObject({ text: need?.text, tasks: [] });
    expect(wrong.lost).toEqual([expect.stringContaining('but for its words')]);
  });

  it('a field beside the document is told of', () => {
    expect(read(writeDocument(draftedSketch, app).replace('"app":', '"layers": 7,\n"app":')).lost).toEqual([
      expect.stringContaining('"layers"'),
    ]);
  });
});
