import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SketchDocument } from '../../../src/core/document/document.ts';
import { migrations } from '../../../src/core/document/migrations.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { formatVersion, limits } from '../../../src/core/document/saving.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { app, roundTrip } from '../../support/openingRuns.ts';
import { processorTime } from '../../support/processorTime';
import { draftedSketch } from '../../support/sketches.ts';

const fixtures = new URL('../../fixtures/documents/', import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');

const opened = (text: string) => {
  const result = readDocument(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (text: string) => {
  const result = readDocument(text);
  if (result.ok) throw new Error('It opened');
  return result.error;
};
const salvaged = (text: string) => {
  const error = refused(text);
  if (error.kind !== 'damaged' || !error.salvaged) throw new Error(JSON.stringify(error));
  return error.salvaged;
};
const sketchText = writeDocument(draftedSketch, app);

describe('the file', () => {
  it('has a record a line, in the order of the ids', () => {
    expect(sketchText).toContain(
      '          "calls": {"kind":"data","label":"Recorded calls","order":0,"origin":"draft"},\n          "hear": {',
    );
    expect(
      sketchText.startsWith(
        `{\n  "format": "lodestack",\n  "version": ${formatVersion},\n  "app": "lodestack 0.1.0",\n`,
      ),
    ).toBe(true);
    roundTrip(draftedSketch);
  });

  it('differs in one line where one record does', () => {
    const page = draftedSketch.pages['page-1'];
    const node = page?.nodes.hear;
    if (!page || !node) throw new Error('The sketch has changed');
    const moved: SketchDocument = {
      ...draftedSketch,
      pages: {
        ...draftedSketch.pages,
        // The keys come in another order: that must not be seen.
        'page-1': { ...page, nodes: { hear: { ...node, position: { x: 1, y: 2 } }, ...without(page.nodes, 'hear') } },
      },
    };
    const [before, after] = [sketchText, writeDocument(moved, app)].map((text) => text.split('\n'));
    expect(after?.length).toBe(before?.length);
    expect(after?.filter((line, place) => line !== before?.[place])).toEqual([expect.stringContaining('"x":1,"y":2')]);
  });
});

const without = <Value>(table: Readonly<Record<string, Value>>, id: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== id));

describe('old files', () => {
  it('there is one of every version that ever was, and a migration from each', () => {
    const versions = Array.from({ length: formatVersion }, (_, place) => `version-${place + 1}.lodestack.json`);
    expect(readdirSync(fixtures).sort()).toEqual(versions);
    expect(migrations).toHaveLength(formatVersion - 1);
  });

  it('version 1, one picture as lists, opens as a page of a draft', () => {
    const { document, from } = opened(fixture('version-1.lodestack.json'));
    expect(from).toBe(1);
    expect(document.title).toBe('What do callers complain about?');
    expect(document.need?.tasks.map(({ task }) => task)).toEqual(['transcribe-recordings', 'analyze-sentiment']);
    expect(document.pageOrder).toEqual(['page-1']);
    const page = document.pages['page-1'];
    expect(page?.nodes['input-audio']).toEqual({
      id: 'input-audio',
      kind: 'data',
      label: 'recorded audio',
      position: { x: -120, y: 40.5 },
      order: 0,
      origin: 'draft',
    });
    expect(page?.groups['aws-cloud']?.kind).toBe('cloud');
    expect(page?.groups['layer-ai-services']).toMatchObject({ kind: 'layer', parent: 'aws-cloud' });
    expect(Object.keys(page?.edges ?? {}).length).toBeGreaterThan(2);
    roundTrip(document);
  });

  it('version 2, whose lines do not say where they lead, opens as it is', () => {
    const text = fixture('version-2.lodestack.json');
    const { document, from } = opened(text);
    expect(from).toBe(2);
    expect(writeDocument(document, app)).toBe(text.replace('"version": 2', '"version": 3'));
  });

  it('version 3, the present one, opens and is saved as the very same bytes', () => {
    const text = fixture('version-3.lodestack.json');
    const { document, from } = opened(text);
    expect(from).toBeUndefined();
    expect(writeDocument(document, app)).toBe(text);
    // The fixture has one of everything, so that a field that is forgotten is missed.
    for (const word of [
      '"note"',
      '"queue"',
      '"image"',
      '"comments"',
      '"collapsed"',
      '"dismissed"',
      '"byHand"',
      '"covers"',
      '"why"',
      '"way"',
    ])
      expect(text).toContain(word);
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'not-json'],
    ['hello', 'not-json'],
    ['<svg/>', 'not-json'],
    ['[]', 'not-ours'],
    ['null', 'not-ours'],
    ['{"format":"excalidraw","version":2}', 'not-ours'],
    ['{"__proto__":{"format":"lodestack"},"version":1}', 'not-ours'],
    ['{"format":"lodestack"}', 'damaged'],
    ['{"format":"lodestack","version":"2"}', 'damaged'],
    ['{"format":"lodestack","version":0}', 'damaged'],
    ['{"format":"lodestack","version":2}', 'damaged'],
    ['{"format":"lodestack","version":2,"document":[]}', 'damaged'],
    ['{"format": "lodestack", "version": ', 'damaged'],
  ])('%j is %s', (text, kind) => {
    expect(refused(text).kind).toBe(kind);
  });

  it.each(['', ' \n', '\ufeff', '\0'.repeat(4096)])('an empty file is called so (%j)', (text) => {
    expect(refused(text)).toMatchObject({ kind: 'not-json', message: expect.stringContaining('is empty') });
    expect(refused('hello').message).not.toContain('empty');
  });

  it('a newer file, whatever is in it, naming who wrote it', () => {
    const error = refused('{"format":"lodestack","version":4,"app":"lodestack 9.0.0","document":{"layers":[]}}');
    expect(error).toMatchObject({ kind: 'too-new', version: 4, app: 'lodestack 9.0.0' });
    expect(error.message).toContain('lodestack 9.0.0');
    expect(refused('{"format":"lodestack","version":1e300}').kind).not.toBe('too-large');
  });

  it.each(['[', '{"a":', '{"format":"lodestack","version":2,"document":{"x":'])(
    'brackets 200,000 deep: %s',
    (bracket) => {
      const elapsed = processorTime();
      expect(refused(bracket.repeat(200_000)).kind).toBe('too-large');
      const head = '{"format":"lodestack","version":2,"document":';
      expect(refused(`${head}${'['.repeat(200_000)}${']'.repeat(200_000)}}`).kind).toBe('too-large');
      expect(elapsed()).toBeLessThan(2_000);
    },
  );

  it('50,001 nodes, and a file of more than 20 million characters', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: limits.nodes + 1 }, (_, place) => [`n${place}`, { kind: 'note', label: '' }]),
    );
    const body = { id: 'd', title: '', pages: [{ id: 'p', title: '', nodes, groups: {}, edges: {} }] };
    expect(refused(JSON.stringify({ format: 'lodestack', version: 2, document: body })).kind).toBe('too-large');
    expect(refused(`${sketchText}${' '.repeat(limits.characters)}`).kind).toBe('too-large');
  });

  it('texts with brackets and quotes in them are no depth', () => {
    const label = '[{"\\'.repeat(2_000);
    const page = draftedSketch.pages['page-2'];
    if (!page) throw new Error('The sketch has changed');
    const nodes = { a: { id: 'a', kind: 'text' as const, label } };
    roundTrip({ ...draftedSketch, pages: { ...draftedSketch.pages, 'page-2': { ...page, nodes } } });
  });
});

describe('what is damaged', () => {
  it('a file that is cut off opens as a copy with what came before the cut', () => {
    const cut = sketchText.slice(0, sketchText.indexOf('"groups"') + 60);
    const { document, lost } = salvaged(cut);
    expect(Object.keys(document.pages['page-1']?.nodes ?? {})).toHaveLength(5);
    expect(lost.join(' ')).toContain('cut off');
  });

  it('a record that is wrong is left out and named, with what hung on it', () => {
    const { document, lost, lostCount } = salvaged(
      sketchText.replace('"kind":"data","label":"Recorded calls"', '"kind":"dragon"'),
    );
    expect(Object.keys(document.pages['page-1']?.nodes ?? {})).toHaveLength(4);
    expect(document.pages['page-1']?.edges['calls-hear']).toBeUndefined();
    expect(lost[0]).toContain('"calls" is lost');
    expect(lost[1]).toContain('calls-hear');
    expect(lostCount).toBe(2);
  });

  it('a field that is not known, or wrong where one can do without, is left out and named', () => {
    const text = sketchText.replace('"label":"Store"', '"label":"Store","spin":7,"position":{"x":null,"y":0}');
    const { document, lost } = salvaged(text);
    expect(document.pages['page-1']?.nodes.store?.label).toBe('Store');
    expect(lost).toEqual([expect.stringContaining('"spin"'), expect.stringContaining('"position"')]);
  });

  it('a merge that was left half done loses only the lines of the quarrel', () => {
    const text = sketchText.replace('          "store": {', '<<<<<<< HEAD\n          "store": {');
    const { document, lost } = salvaged(text);
    expect(Object.keys(document.pages['page-1']?.nodes ?? {})).toHaveLength(5);
    expect(lost).toEqual([expect.stringContaining('<<<<<<< HEAD')]);
  });

  it('lines that only frame may be missing: what a line is called says where it belongs', () => {
    for (const frame of [
      '    "pages": [',
      '      {',
      '        "nodes": {',
      '        },',
      '      },',
      `  "version": ${formatVersion},`,
      '{',
    ]) {
      const lines = sketchText.split('\n');
      const { document } = salvaged(lines.toSpliced(lines.indexOf(frame), 1).join('\n'));
      const labels = Object.values(document.pages).flatMap(({ nodes }) =>
        Object.values(nodes).map(({ label }) => label),
      );
      expect(labels.length, frame).toBe(5);
      expect(document.pageOrder, frame).toHaveLength(2);
    }
  });

  it('groups that stand in each other stand in none', () => {
    const text = sketchText.replace('"kind":"cloud","label":"Cloud"', '"kind":"cloud","label":"Cloud","parent":"ai"');
    expect(salvaged(text).document.pages['page-1']?.groups.ai).not.toHaveProperty('parent');
  });
});

describe('names that every object has', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

  it.each(names)('%s as a key or an id anywhere changes no prototype', (name) => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const poison = `${JSON.stringify(name)}: {"kind":"note","label":"x","polluted":true}`;
    const texts = [
      sketchText.replace('"nodes": {', `"nodes": {\n${poison},`),
      sketchText.replace('"groups": {', `"groups": {\n${poison},`),
      sketchText.replace('"edges": {', `"edges": {\n${poison},`),
      sketchText.replace('"document": {', `"document": {\n${poison},`),
      sketchText.replace('"pages": [', `"pages": [\n{${poison}},`),
      sketchText.replace('{"kind":"data"', `{${poison},"kind":"data"`),
      sketchText.replace('"from":"calls"', `"from":${JSON.stringify(name)}`),
      sketchText.replace('"id": "page-1"', `"id": ${JSON.stringify(name)}`),
      sketchText.replace('{', `{${poison},`),
    ];
    for (const text of texts) {
      expect(text).not.toBe(sketchText);
      const result = readDocument(text);
      if (!result.ok) expect(result.error.kind).toBe('damaged');
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
      expect('polluted' in {}).toBe(false);
    }
  });
});
