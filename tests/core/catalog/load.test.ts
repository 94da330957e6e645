import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../../src/core/catalog/formatIssue.ts';
import { type CatalogFile, type LoadOptions, loadCatalog } from '../../../src/core/catalog/load.ts';
import { files, type SmallFile, smallFiles, withReplaced } from './smallCatalog.ts';

const issuesOf = (given: readonly CatalogFile[], options?: LoadOptions): string[] => {
  const loaded = loadCatalog(given, options);
  return loaded.ok ? [] : loaded.error.map(formatIssue);
};

describe('a sound catalogue', () => {
  it('loads with every list in the order of the paths, defaults filled in', () => {
    const loaded = loadCatalog(files());
    if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
    expect(loaded.value.title).toBe('Small');
    expect(loaded.value.asOf).toBe('2026-01-31');
    expect(loaded.value.entries.map(({ id }) => id)).toEqual(['alpha', 'beta']);
    expect(loaded.value.entries[1]?.offers).toEqual([]);
    expect(loaded.value.entries[0]?.offers[0]?.places).toEqual(['cloud']);
  });

  it('may be one file', () => {
    // The head's lines, then every list once: the two entry files' lists are joined by hand.
    const text = [
      smallFiles['catalog.yaml'],
      smallFiles['vocabulary.yaml'],
      smallFiles['entries/a.yaml'],
      smallFiles['entries/b.yaml'].replace('entries:\n', ''),
      smallFiles['relations.yaml'],
    ].join('');
    expect(issuesOf([{ path: 'all.yaml', text }])).toEqual([]);
  });

  it('allows a closed entry without a successor, anchors, and a byte order mark', () => {
    expect(issuesOf(withReplaced('entries/a.yaml', '      successors: [beta]\n', ''))).toEqual([]);
    expect(
      issuesOf(
        withReplaced('entries/a.yaml', 'aliases: [old-alpha]', 'aliases: &names [old-alpha]').map((file) =>
          file.path === 'entries/a.yaml' ? { ...file, text: `\uFEFF${file.text}` } : file,
        ),
      ),
    ).toEqual([]);
  });
});

/** One piece of a file, what stands there instead, and the lines that must come of it. */
const broken: readonly (readonly [string, SmallFile, string, string, ...string[]])[] = [
  [
    'an unknown key, with the nearest',
    'entries/a.yaml',
    'summary:',
    'sumary:',
    'entries/a.yaml:2: entries[0].summary: Is missing; it must be a text',
    'entries/a.yaml:9: entries[0].sumary: Unknown key; did you mean "summary"?',
  ],
  [
    'an unknown key deep down',
    'entries/a.yaml',
    'fit: 0.9',
    'fit: 0.9\n        modus: x',
    'entries/a.yaml:22: entries[0].offers[0].modus: Unknown key; did you mean "modes"?',
  ],
  [
    'an unknown top key',
    'vocabulary.yaml',
    'criteria:',
    'criterias:',
    'vocabulary.yaml:15: criterias: Unknown key; did you mean "criteria"?',
  ],
  [
    'a missing field',
    'entries/b.yaml',
    '    name: Beta\n',
    '',
    'entries/b.yaml:2: entries[0].name: Is missing; it must be a text',
  ],
  [
    'a wrong type',
    'entries/b.yaml',
    'onSheet: false',
    'onSheet: perhaps',
    'entries/b.yaml:7: entries[0].onSheet: Must be true or false, not a text',
  ],
  [
    'nothing where a text must be',
    'entries/b.yaml',
    'name: Beta',
    'name:',
    'entries/b.yaml:3: entries[0].name: Must be a text, not nothing',
  ],
  [
    'a word outside the list',
    'entries/b.yaml',
    'status: active',
    'status: activ',
    'entries/b.yaml:10: entries[0].lifecycle.status: Must be one of active, closed-to-new, ending, retired, legacy; not "activ"; did you mean "active"?',
  ],
  [
    'a number out of range',
    'entries/a.yaml',
    'fit: 0.9',
    'fit: 1.5',
    'entries/a.yaml:21: entries[0].offers[0].fit: Must be at most 1; it is 1.5',
  ],
  [
    'an empty list',
    'entries/a.yaml',
    'modes: [batch]',
    'modes: []',
    'entries/a.yaml:22: entries[0].offers[0].modes: Must not be empty',
  ],
  [
    'an id that is not kebab-case',
    'entries/b.yaml',
    'group: first',
    'group: First',
    'entries/b.yaml:5: entries[0].group: "First" must be kebab-case, for example "speech-to-text"',
  ],
  [
    'a day that is none',
    'entries/a.yaml',
    'date: 2025-12-01',
    'date: soon',
    'entries/a.yaml:13: entries[0].lifecycle.date: "soon" must be a day as YYYY-MM-DD',
  ],
  [
    'a day that no calendar has',
    'entries/a.yaml',
    'date: 2025-12-01',
    'date: 2025-02-29',
    'entries/a.yaml:13: entries[0].lifecycle.date: The calendar has no such day',
  ],
  [
    'an address that is not of the web',
    'vocabulary.yaml',
    'https://example.com/seed',
    'javascript:alert(1)',
    'vocabulary.yaml:2: sources[0].url: "javascript:alert(1)" must be a web address (https://…)',
  ],
  [
    'a list that is none',
    'relations.yaml',
    smallFiles['relations.yaml'],
    'relations: many\n',
    'relations.yaml:1: relations: Must be a list (lines that begin with "- ")',
  ],
  [
    'an item that is none',
    'relations.yaml',
    smallFiles['relations.yaml'],
    'relations:\n  - beta\n',
    'relations.yaml:2: relations[0]: Must be a mapping, not a text',
  ],
  [
    'no source of that name',
    'entries/b.yaml',
    'text: It stores., sources: [SEED]',
    'text: It stores., sources: [SEAD]',
    'entries/b.yaml:12: entries[0].facts[0].sources[0]: No source "SEAD"; did you mean "SEED"?',
  ],
  [
    'no source of a rating',
    'entries/a.yaml',
    'judgement: Middling, sources: [SEED]',
    'judgement: Middling, sources: [NO]',
    'entries/a.yaml:27: entries[0].ratings.ease.sources[0]: No source "NO"',
  ],
  [
    'no task',
    'entries/a.yaml',
    'task: see',
    'task: sea',
    'entries/a.yaml:20: entries[0].offers[0].task: No task "sea"; did you mean "see"?',
  ],
  [
    'no data kind',
    'vocabulary.yaml',
    'accepts: [picture]',
    'accepts: [pictures]',
    'vocabulary.yaml:14: tasks[0].accepts[0]: No data kind "pictures"; did you mean "picture"?',
  ],
  [
    'no more general kind',
    'vocabulary.yaml',
    'isA: picture',
    'isA: thing',
    'vocabulary.yaml:10: dataKinds[1].isA: No data kind "thing"',
  ],
  [
    'no task group',
    'vocabulary.yaml',
    'group: looking',
    'group: hearing',
    'vocabulary.yaml:14: tasks[0].group: No task group "hearing"',
  ],
  [
    'no group of the stack',
    'entries/b.yaml',
    'group: first',
    'group: frist',
    'entries/b.yaml:5: entries[0].group: No group of a layer "frist"; did you mean "first"?',
  ],
  [
    'no profile',
    'entries/b.yaml',
    'profile: simple',
    'profile: sample',
    'entries/b.yaml:13: entries[0].profile: No profile "sample"; did you mean "simple"?',
  ],
  [
    'no criterion',
    'entries/a.yaml',
    '      ease: { value: 0.5',
    '      haste: { value: 0.5',
    'entries/a.yaml:27: entries[0].ratings.haste: No criterion "haste"; did you mean "ease"?',
  ],
  [
    'a profile that leaves a criterion out',
    'vocabulary.yaml',
    'ratings:\n      ease: { value: 1, judgement: It is }',
    'ratings: {}',
    'vocabulary.yaml:20: profiles[0].ratings: A profile rates every criterion; missing: ease',
  ],
  [
    'no fact of the entry',
    'entries/a.yaml',
    'facts: [does-it]',
    'facts: [stores]',
    'entries/a.yaml:23: entries[0].offers[0].facts[0]: No fact of this entry "stores"',
  ],
  [
    'a fact twice',
    'entries/a.yaml',
    '    offers:',
    '      - { id: does-it, text: Again., sources: [SEED] }\n    offers:',
    'entries/a.yaml:19: entries[0].facts[1].id: The fact "does-it" is already used at entries/a.yaml:18',
  ],
  [
    'no successor',
    'entries/a.yaml',
    'successors: [beta]',
    'successors: [betta]',
    'entries/a.yaml:15: entries[0].lifecycle.successors[0]: No entry "betta"; did you mean "beta"?',
  ],
  [
    'itself as its successor',
    'entries/a.yaml',
    'successors: [beta]',
    'successors: [alpha]',
    'entries/a.yaml:15: entries[0].lifecycle.successors[0]: Names the entry itself',
  ],
  [
    'no companion',
    'entries/a.yaml',
    '{ id: beta, role',
    '{ id: s3, role',
    'entries/a.yaml:29: entries[0].companions[0].id: No entry "s3"',
  ],
  [
    'no whole that it is part of',
    'entries/b.yaml',
    'partOf: alpha',
    'partOf: omega',
    'entries/b.yaml:6: entries[0].partOf: No entry "omega"',
  ],
  [
    'no better choice',
    'entries/a.yaml',
    'instead: beta',
    'instead: delta',
    'entries/a.yaml:24: entries[0].offers[0].avoidWhen.instead: No entry "delta"; did you mean "beta"?',
  ],
  [
    'a framework that is none',
    'entries/a.yaml',
    'modes: [batch]',
    'modes: [batch]\n        frameworks: [alpha]',
    'entries/a.yaml:23: entries[0].offers[0].frameworks[0]: No entry of kind "framework" "alpha"',
  ],
  [
    'no end of a relation',
    'relations.yaml',
    'to: alpha',
    'to: alfa',
    'relations.yaml:2: relations[0].to: No entry "alfa"; did you mean "alpha"?',
  ],
  [
    'a relation twice',
    'relations.yaml',
    smallFiles['relations.yaml'],
    `${smallFiles['relations.yaml']}  - { from: beta, type: successor-of, to: alpha, sources: [SEED] }\n`,
    'relations.yaml:3: relations[1]: The relation "beta successor-of alpha" is already used at relations.yaml:2',
  ],
  [
    'no words of the sheet',
    'entries/a.yaml',
    '    sheet: Named first.\n',
    '',
    'entries/a.yaml:2: entries[0].sheet: Is missing; an entry with "onSheet: true" says in "sheet" what the cheat sheet says of it',
  ],
  [
    'an alias that is an id',
    'entries/a.yaml',
    '[old-alpha]',
    '[beta]',
    'entries/a.yaml:7: entries[0].aliases[0]: The id or alias "beta" is already used at entries/b.yaml:2',
  ],
  [
    'a circle of parts',
    'entries/a.yaml',
    '    onSheet: true',
    '    partOf: beta\n    onSheet: true',
    'entries/a.yaml:6: entries[0].partOf: Goes round in a circle: alpha -> beta -> alpha',
    'entries/b.yaml:6: entries[0].partOf: Goes round in a circle: beta -> alpha -> beta',
  ],
  [
    'a circle of kinds',
    'vocabulary.yaml',
    'description: Any picture',
    'description: Any picture, isA: photo',
    'vocabulary.yaml:9: dataKinds[0].isA: Goes round in a circle: picture -> photo -> picture',
    'vocabulary.yaml:10: dataKinds[1].isA: Goes round in a circle: photo -> picture -> photo',
  ],
  [
    'no title',
    'catalog.yaml',
    'title: Small\n',
    '',
    'catalog.yaml: title: Is missing: no file says what the catalogue is called ("title: …")',
  ],
  [
    'a title twice',
    'relations.yaml',
    'relations:',
    'title: Another\nrelations:',
    'relations.yaml:1: title: Is already set at catalog.yaml:1',
  ],
  [
    'a key twice',
    'entries/b.yaml',
    '    name: Beta\n',
    '    name: Beta\n    name: Gamma\n',
    'entries/b.yaml:4: name: This key is written twice in the same mapping',
  ],
  [
    'a tab',
    'entries/b.yaml',
    '    name: Beta\n',
    '\tname: Beta\n',
    'entries/b.yaml:3: Not valid YAML: Tabs are not allowed as indentation',
  ],
  [
    'two documents',
    'relations.yaml',
    smallFiles['relations.yaml'],
    `${smallFiles['relations.yaml']}---\nentries: []\n`,
    'relations.yaml:3: Holds several YAML documents ("---"); write one for each file',
  ],
  [
    'a tag of another language',
    'catalog.yaml',
    'title: Small',
    'title: !!js/function x',
    'catalog.yaml:1: Not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function',
  ],
  ['an empty file', 'relations.yaml', smallFiles['relations.yaml'], '# nothing\n', 'relations.yaml: Is empty'],
  [
    'a list at the top',
    'relations.yaml',
    smallFiles['relations.yaml'],
    '- from: beta\n',
    'relations.yaml:1: Must be a mapping with a key such as "entries:" at its top',
  ],
  [
    'a key for the prototype',
    'entries/a.yaml',
    'ratings:\n',
    'ratings:\n      __proto__: { value: 1, judgement: Ha }\n',
    'entries/a.yaml:27: __proto__: This key is not allowed',
  ],
  [
    'an id that every object answers to',
    'entries/b.yaml',
    'id: stores',
    'id: constructor',
    'entries/b.yaml:12: entries[0].facts[0].id: "constructor" must be kebab-case, for example "speech-to-text"',
  ],
  [
    'an alias of nothing',
    'catalog.yaml',
    'title: Small',
    'title: *name',
    'catalog.yaml:1: *name: No anchor of this name stands before it',
  ],
  [
    'an alias that holds itself',
    'relations.yaml',
    smallFiles['relations.yaml'],
    'relations: &all [*all]\n',
    'relations.yaml:1: *all: This alias holds itself',
  ],
];

describe('a mistake comes out as its file, line, field and what to do, and nothing that only follows from it', () => {
  it.each(broken.map((row) => ({ name: row[0], row })))('$name', ({ row: [, path, piece, other, ...expected] }) => {
    expect(issuesOf(withReplaced(path, piece, other))).toEqual(expected);
  });

  it('an id twice, over two files', () => {
    expect(issuesOf(files({ 'entries/c.yaml': smallFiles['entries/b.yaml'] }))).toEqual([
      'entries/c.yaml:2: entries[0].id: The id or alias "beta" is already used at entries/b.yaml:2',
    ]);
  });

  it('shows all of them, in the order of files and lines', () => {
    const given = files({
      'entries/b.yaml': smallFiles['entries/b.yaml']
        .replace('name: Beta', 'nam: Beta')
        .replace('[SEED] }\n    profile', '[NO] }\n    profile'),
      'relations.yaml': 'relations: [{ from: x, type: feeds, to: y, sources: [] }]\n',
      'vocabulary.yaml': smallFiles['vocabulary.yaml'].replace('group: looking', 'group: x'),
    });
    expect(issuesOf(given)).toEqual([
      'entries/b.yaml:2: entries[0].name: Is missing; it must be a text',
      'entries/b.yaml:3: entries[0].nam: Unknown key; did you mean "name"?',
      'relations.yaml:1: relations[0].sources: Must not be empty',
      'vocabulary.yaml:14: tasks[0].group: No task group "x"',
    ]);
  });
});

describe('files that are meant to harm', () => {
  const refused = (text: string): string[] => issuesOf(files({ 'z.yaml': text }));

  it('stops a bomb of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) lines.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`);
    expect(refused(lines.join('\n'))).toEqual([
      expect.stringMatching(/^z\.yaml: Its aliases \(\*name\) can't be followed/),
    ]);
  });

  it('stops nesting of 200,000 levels', () => {
    expect(refused('['.repeat(200_000))).toEqual([
      expect.stringMatching(/^z\.yaml:1: (Nested too deeply|Not valid YAML)/),
    ]);
  });

  it('refuses a file of more than 5 MB unread', () => {
    expect(refused(`# ${'x'.repeat(5_000_000)}`)).toEqual(['z.yaml: Larger than 5 MB; split it into several files']);
  });

  it('leaves the prototype of objects alone', () => {
    refused('__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a catalogue on top of the bundled one (ADR 0003)', () => {
  const head = { path: 'mine/catalog.yaml', text: 'extends: bundled\n' };
  const bundled = files();

  it('replaces by id, in place, and adds at the end', () => {
    const entry = smallFiles['entries/b.yaml'];
    const mine = [
      head,
      {
        path: 'mine/e.yaml',
        text:
          entry.replace('name: Beta', 'name: Our beta') +
          entry.replace('entries:\n', '').replace('id: beta', 'id: gamma'),
      },
    ];
    const loaded = loadCatalog(mine, { bundled });
    if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
    expect(loaded.value.entries.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      'alpha: Alpha',
      'beta: Our beta',
      'gamma: Beta',
    ]);
    expect(loaded.value.title).toBe('Small');
  });

  it('replaces a relation by its ends and type, and the title and day by its own', () => {
    const mine = [
      {
        path: 'mine/catalog.yaml',
        text: `extends: bundled\ntitle: Mine\nasOf: 2026-02-01\n${smallFiles['relations.yaml'].replace('sources: [SEED]', 'note: Ours, sources: [SEED]')}`,
      },
    ];
    const loaded = loadCatalog(mine, { bundled });
    if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
    expect(loaded.value).toMatchObject({ title: 'Mine', asOf: '2026-02-01' });
    expect(loaded.value.relations.map(({ note }) => note)).toEqual(['Ours']);
  });

  it('names the same id used twice within itself', () => {
    const twice = `${smallFiles['entries/b.yaml']}${smallFiles['entries/b.yaml'].replace('entries:\n', '')}`;
    expect(issuesOf([head, { path: 'mine/e.yaml', text: twice }], { bundled })).toEqual([
      'mine/e.yaml:14: entries[1].id: The id or alias "beta" is already used at mine/e.yaml:2',
    ]);
  });

  it('says so where there is nothing to extend, or another word than "bundled"', () => {
    expect(issuesOf([head])).toEqual([
      'mine/catalog.yaml:1: extends: There is no bundled catalogue here that it could extend',
    ]);
    expect(issuesOf([{ path: 'c.yaml', text: 'extends: bundeld\n' }], { bundled })).toContain(
      'c.yaml:1: extends: Must be one of bundled; not "bundeld"; did you mean "bundled"?',
    );
  });
});

it('a catalogue of no files is told so', () => {
  expect(issuesOf([])).toEqual(['(none): A catalogue needs at least one YAML file']);
});
