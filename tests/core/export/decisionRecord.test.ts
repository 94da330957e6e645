import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { managementLevels, modes, places, trainingData } from '../../../src/core/catalog/entry.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { decisionRecord } from '../../../src/core/export/decisionRecord.ts';
import { plainMarkdown, relativeAddress } from '../../../src/core/export/markdown.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';
import { expectGolden } from '../../support/golden.ts';
import { nodesBelow, textOf } from '../../support/honestMarkdown.ts';

const catalog = smallCatalog();
const date = '2026-11-23';

const recordOf = (need: Need): string => decisionRecord(catalog, decide(catalog, need), { date });

/** The Markdown as GitHub reads it, without its front matter. */
const parse = (markdown: string) =>
  fromMarkdown(markdown.replace(/^---\n.*?\n---\n/s, ''), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });

/** Headings down to the third level, as `#` and their text. */
const headings = (markdown: string): string[] =>
  parse(markdown).children.flatMap((node) =>
    node.type === 'heading' ? [`${'#'.repeat(node.depth)} ${textOf(node)}`] : [],
  );

/** Whether a link leads where its words say: some readers make one of every address that they see. */
const isHonest = (node: Nodes): boolean =>
  node.type === 'link' &&
  /^(https?|mailto|xmpp):/i.test(node.url) &&
  node.url.endsWith(textOf(node).replace(/^\w+:/, ''));

const hostile = [
  '# Heading\n\nand *more*',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- -->',
  '[x](javascript:alert(1)) ![y](https://evil.example/x.png) [SEED]: https://evil.example',
  'https://evil.example www.evil.example HTTP://EVIL.example mailto:a@evil.example a@evil.example',
  '`code` ~~gone~~ $x^2$ | a | b |\n| - | - |',
  '- a\n- b\n1. c\n2) d\n+ e',
  '---\nstatus: accepted\n---',
  '    indented',
  'a\n===',
  '\\*not\\* &lt;b&gt; &amp; [^1] :smile:',
  '\u0000\u001b[31m red \u2028 \u202e turned',
];

describe('decisionRecord', () => {
  it('is the record that a person has read and accepted', () => {
    const text =
      'We have recordings and want to know in English whether callers are happy or angry and the themes, without training data';
    // Stated, not read from the text: how sentences are understood has tests of its own.
    const need = needSchema.parse({
      text,
      tasks: [
        { task: 'feel-mood', weight: 0.97, triggers: [{ start: 63, end: 77, words: 'happy or angry' }] },
        { task: 'put-in-english', weight: 0.8, triggers: [{ start: 36, end: 46, words: 'in English' }] },
        { task: 'find-themes', weight: 0.5 },
      ],
      have: ['sound'],
      constraints: { trainingData: 'none' },
      preferences: { ease: 1, control: 0 },
    });
    const links = {
      picture: 'calls.svg',
      decision: 'calls.json',
      supersedes: { file: '0003-calls.md', title: 'ADR-0003: Calls' },
    };
    expectGolden('decision-record.md', decisionRecord(catalog, decide(catalog, need), { date, ...links }));
  });

  it('has the sections of MADR in their order', () => {
    const need = needSchema.parse({ tasks: [{ task: 'feel-mood' }], have: ['sound'] });
    expect(headings(recordOf(need)).filter((title) => !title.startsWith('### '))).toEqual([
      '# Feel the mood with Scribe and Reader',
      '## Context and Problem Statement',
      '## Decision Drivers',
      '## Considered Options',
      '## Decision Outcome',
      '## Pros and Cons of the Options',
      '## More Information',
    ]);
  });

  it('says what would bring back what was ruled out, and what to use instead', () => {
    const record = recordOf(needSchema.parse({ tasks: [{ task: 'find-themes' }] }));
    expect(record).toContain(
      "* **Reader's themes**: Closed to new customers since 2026-04-30. [BOOK] Instead: Mind. To change it: Say that you are an existing customer of it.",
    );
  });

  it('tells the lifecycle of everything chosen, capability by capability, and of whatever else is not open to all', () => {
    const need = needSchema.parse({ tasks: [{ task: 'find-themes' }], constraints: { customer: 'existing' } });
    const record = recordOf(need);
    expect(record).toContain('\n### Lifecycle\n');
    expect(record).toContain('* **Reader**: Open to all customers. Known as of 2026-11-01. [BOOK]');
    expect(record).toContain(
      "* **Reader's themes**: Closed to new customers since 2026-04-30. Instead: Mind. Known as of 2026-11-01. [BOOK]",
    );
  });

  it('holds the picture and links to what it belongs with, whatever they are called', () => {
    const decision = decide(catalog, needSchema.parse({ tasks: [{ task: 'feel-mood' }] }));
    const record = decisionRecord(catalog, decision, {
      date,
      picture: 'a picture (1) <x>.svg',
      decision: 'a [b].json',
      supersedes: { file: '../0003 old.md', title: 'ADR-0003: *Old* [x](javascript:alert(1))' },
    });
    const nodes = nodesBelow(parse(record));
    const images = nodes.filter((node) => node.type === 'image');
    expect(images.map(({ url, alt }) => [decodeURI(url), alt])).toEqual([['a picture (1) <x>.svg', 'Reader']]);
    const links = nodes.filter((node) => node.type === 'link').map((node) => [decodeURI(node.url), textOf(node)]);
    expect(links).toContainEqual(['../0003 old.md', 'ADR-0003: *Old* [x](javascript:alert(1))']);
    expect(links).toContainEqual(['a [b].json', 'a [b].json']);
  });

  it('claims no task as met that nothing was chosen for', () => {
    const record = recordOf(
      needSchema.parse({
        tasks: [{ task: 'feel-mood' }, { task: 'write-down' }],
        constraints: { mode: 'live' },
      }),
    );
    expect(record).toContain('# Feel the mood with Reader\n');
    expect(record).toContain('Nothing was chosen for: write down.');
    expect(
      headings(recordOf(needSchema.parse({ tasks: [{ task: 'write-down' }], constraints: { mode: 'live' } })))[0],
    ).toBe('# Write down: nothing fits');
  });

  it('takes the day and the status from its caller', () => {
    const need = needSchema.parse({ tasks: [{ task: 'feel-mood' }] });
    const record = decisionRecord(catalog, decide(catalog, need), { date, status: 'accepted' });
    expect(record).toMatch(/^---\nstatus: accepted\ndate: 2026-11-23\n---\n\n# /);
  });

  it.each(hostile)('keeps %j as text, in the need and in the catalogue', (text) => {
    const need = needSchema.parse({
      tasks: [{ task: 'feel-mood', triggers: [{ start: 0, end: 1, words: text }] }],
      text,
    });
    const plain = recordOf({ ...need, text: 'x', tasks: [{ task: 'feel-mood', weight: 1, triggers: [] }] });
    const record = recordOf(need);
    expect(headings(record)).toEqual(headings(plain));
    const kinds = (markdown: string): string[] =>
      [...new Set(nodesBelow(parse(markdown)).map(({ type }) => type))].sort();
    expect(kinds(record)).toEqual(kinds(plain));
    const quote = parse(record).children.find(({ type }) => type === 'blockquote');
    expect(quote && textOf(quote)).toBe(text.replace(/[\p{Cc}\u2028\u202e\s]+/gu, ' ').trim());

    const [first, ...others] = catalog.entries;
    const poisoned = {
      ...catalog,
      title: text,
      entries: [{ ...first, name: text } as typeof first & object, ...others],
    };
    const asked = needSchema.parse({ tasks: [{ task: 'write-down' }] });
    const parsed = parse(decisionRecord(poisoned, decide(poisoned, asked), { date }));
    for (const node of nodesBelow(parsed)) {
      expect(['html', 'image', 'inlineCode', 'code', 'delete', 'table', 'emphasis']).not.toContain(node.type);
      if (node.type === 'link') expect(isHonest(node)).toBe(true);
    }
  });
});

describe('plainMarkdown', () => {
  it('never becomes anything but one paragraph of the same text', () => {
    const sign = fc.constantFrom(
      ...'abw1 .:/#*_-+=[]()<>&|~`!$^@\\{}"\n\t%',
      'http',
      'www.',
      'ftp',
      '://',
      '&amp;',
      '***',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
        const text = signs.join('');
        const [paragraph, ...rest] = parse(plainMarkdown(text)).children;
        expect(rest).toEqual([]);
        const shown = text.replace(/\s+/g, ' ').trim();
        if (paragraph === undefined) {
          expect(shown).toBe('');
          return;
        }
        expect(paragraph.type).toBe('paragraph');
        for (const node of nodesBelow(paragraph)) {
          expect(['paragraph', 'text', 'link']).toContain(node.type);
          if (node.type === 'link') expect(isHonest(node)).toBe(true);
        }
        expect(textOf(paragraph)).toBe(shown);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('relativeAddress', () => {
  it.each([
    ['0001-plain.md', '0001-plain.md'],
    ['../Zürich/c#.md', '../Zürich/c%23.md'],
    ['100% (old)?.md', '100%25%20%28old%29%3F.md'],
    ['javascript:x.md', 'javascript%3Ax.md'],
    ['half \ud800.md', 'half%20%EF%BF%BD.md'],
  ])('%j leads to the file of that name', (path, address) => {
    expect(relativeAddress(path)).toBe(address);
  });
});

describe('every record', () => {
  const needs = fc
    .record({
      text: fc.option(fc.oneof(fc.string(), fc.constantFrom(...hostile)), { nil: undefined }),
      tasks: fc.uniqueArray(
        fc.record({
          task: fc.constantFrom(...catalog.tasks.map(({ id }) => id), 'unknown'),
          weight: fc.constantFrom(0.4, 1),
        }),
        { maxLength: 5, selector: ({ task }) => task },
      ),
      have: fc.subarray([...catalog.dataKinds.map(({ id }) => id), 'unknown']),
      want: fc.subarray(['themes', 'mood', 'unknown']),
      constraints: fc.record(
        {
          mode: fc.constantFrom(...modes),
          place: fc.constantFrom(...places),
          management: fc.subarray([...managementLevels], { minLength: 1 }),
          customer: fc.constantFrom('new' as const, 'existing' as const),
          trainingData: fc.constantFrom(...trainingData),
          framework: fc.constantFrom('mind', 'unknown'),
          sheetOnly: fc.boolean(),
          excluded: fc.subarray(['mind', 'reader', 'unknown']),
        },
        { requiredKeys: [] },
      ),
      preferences: fc.dictionary(fc.constantFrom('ease', 'control', 'unknown'), fc.constantFrom(0, 0.5, 1)),
      named: fc.array(
        fc.record({ entry: fc.constantFrom('old-iron', 'mind', 'unknown'), stance: fc.constantFrom('use', 'replace') }),
        {
          maxLength: 2,
        },
      ),
    })
    .map(({ text, ...rest }) => needSchema.parse(text === undefined ? rest : { ...rest, text }));

  it('is written without a throw, the same twice, and lists each source that it marks and no other', () => {
    fc.assert(
      fc.property(needs, (need) => {
        const record = recordOf(need);
        expect(recordOf(need)).toBe(record);
        expect(record.endsWith('\n') && !record.endsWith('\n\n')).toBe(true);
        expect(record).not.toMatch(/undefined|NaN|\[object/);
        const nodes = nodesBelow(parse(record));
        const marked = new Set(nodes.flatMap((node) => (node.type === 'linkReference' ? [node.identifier] : [])));
        const defined = nodes.flatMap((node) => (node.type === 'definition' ? [node.identifier] : []));
        expect([...marked].sort()).toEqual(defined.sort());
        const [, sources = ''] = record.split('\n### Sources\n');
        for (const id of marked)
          expect(sources).toContain(`* [${id.toUpperCase()}] The book of the small cloud (2026-10-01)`);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
