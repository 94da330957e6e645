import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallFiles } from '../core/catalog/catalogFiles.ts';
import { errorLines, run } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-catalog-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string>>): string => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
};

/** Systems of the cheat sheet, or capabilities of them, that are gone. */
const retired = ['rekognition-people-pathing', 'elastic-inference', 'framework-mxnet', 'kinesis-data-analytics-sql'];

describe('the bundled catalogue', () => {
  it('is sound, with lexicon and icons', async () => {
    const ran = await run(['catalog', 'check']);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^No mistakes; entries: \d+/);
  });

  it('has every id that is fixed, one a line', async () => {
    const ids = (await run(['catalog', 'ids'])).out.split('\n').slice(0, -1);
    const fixed = readFileSync('tests/fixtures/ids.txt', 'utf8')
      .split('\n')
      .filter((id) => id !== '');
    expect(fixed.length).toBeGreaterThan(100);
    expect(fixed.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of what is retired that it is, in the list and where it is shown', async () => {
    const list = (await run(['catalog', 'list', '--sheet', '--status', 'retired'])).out;
    for (const id of retired) {
      expect(list).toMatch(new RegExp(`^${id} .*retired`, 'm'));
      expect((await run(['catalog', 'show', id])).out).toMatch(/^retired · /m);
    }
  });

  it('shows an entry by id, by alias and by name, however it is capitalised', async () => {
    const byId = await run(['catalog', 'show', 'transcribe']);
    expect(byId.code).toBe(0);
    expect(byId.out).toContain('Amazon Transcribe');
    expect(await run(['catalog', 'show', 'amazon transcribe'])).toEqual(byId);
    expect(JSON.parse((await run(['catalog', 'show', 'transcribe', '--json'])).out)).toMatchObject({
      id: 'transcribe',
    });
  });

  it('knows the nearest entry of a misspelt one', async () => {
    const ran = await run(['catalog', 'show', 'transcirbe']);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual(['error: No entry "transcirbe"; did you mean "transcribe"?']);
  });

  it('lists tasks, and everything as JSON', async () => {
    expect((await run(['catalog', 'list', '--tasks'])).out).toMatch(/^translate-text +/m);
    for (const command of [['ids'], ['list'], ['list', '--tasks'], ['check']]) {
      const ran = await run(['catalog', ...command, '--json']);
      expect(ran.code).toBe(0);
      expect(() => JSON.parse(ran.out)).not.toThrow();
    }
  });
});

describe("a user's catalogue", () => {
  it('may be whole: it then knows only its own', async () => {
    const dir = write(smallFiles);
    expect((await run(['catalog', 'ids', '--catalog', dir])).out).toBe('alpha\nbeta\n');
    expect(await run(['catalog', 'check', '--catalog', dir])).toMatchObject({ code: 0, err: '' });
    expect(await run(['validate', dir])).toMatchObject({ code: 0, err: '' });
  });

  it('may bring the words for its own tasks', async () => {
    const dir = write({
      ...smallFiles,
      'lexicon/words.yaml': 'concepts:\n  - { id: look, phrases: [behold], tasks: { see: 1 } }\n',
    });
    const ran = await run(['decide', '--text', 'We want to behold pictures', '--catalog', dir, '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ needs: [{ task: 'see', words: ['behold'] }] });
  });

  it('may add to the bundled one', async () => {
    const dir = write({
      'catalog.yaml': `extends: bundled
title: Ours
entries:
  - id: our-translator
    name: Our translator
    kind: service
    group: language
    onSheet: false
    management: own-infrastructure
    summary: Translates in our own data centre.
    lifecycle: { status: active, asOf: 2026-11-01, sources: [OURS] }
    facts: [{ id: translates, text: It translates., sources: [OURS] }]
    offers: [{ task: translate-text, fit: 1, modes: [live, batch], facts: [translates] }]
    profile: pretrained-api
sources:
  - { id: OURS, title: Our wiki, dated: "2026" }
`,
    });
    const ids = (await run(['catalog', 'ids', '--catalog', dir])).out;
    expect(ids).toContain('rekognition\n');
    expect(ids).toMatch(/our-translator\n$/);
    const decision = await run(['decide', '--text', 'Translate letters', '--catalog', dir, '--json']);
    expect(decision.out).toContain('"our-translator"');
  });

  it('with a mistake gives file, line, field, and does nothing else', async () => {
    const dir = write({
      ...smallFiles,
      'entries/b.yaml': smallFiles['entries/b.yaml'].replace('partOf: alpha', 'partOf: alhpa'),
    });
    for (const command of [
      ['catalog', 'check'],
      ['catalog', 'ids'],
      ['decide', '--text', 'See'],
      ['draft', '--text', 'See'],
    ]) {
      const ran = await run([...command, '--catalog', dir]);
      expect(ran.code).toBe(1);
      expect(errorLines(ran)).toEqual([
        `${join(dir, 'entries/b.yaml')}:6: entries[0].partOf: No entry "alhpa"; did you mean "alpha"?`,
      ]);
    }
    const json = await run(['catalog', 'check', '--catalog', dir, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, issues: [{ line: 6, field: 'entries[0].partOf' }] });
  });

  it.each([
    ['a folder that is not there', 'nowhere', /nowhere: There is no such file or folder$/],
    ['a folder without YAML', '.', /Holds no YAML file \(\*\.yaml\)$/],
  ])('%s', async (_, name, message) => {
    const ran = await run(['catalog', 'ids', '--catalog', join(folder, name)]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });

  it('that is a folder of everything is refused before it is read', async () => {
    write(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}.yaml`, ''])));
    const ran = await run(['catalog', 'ids', '--catalog', folder]);
    expect(errorLines(ran)).toEqual([expect.stringMatching(/Holds far more than a catalogue/)]);
  });

  it('that is no text is told so', async () => {
    writeFileSync(join(folder, 'a.yaml'), new Uint8Array([0x61, 0xff, 0xfe]));
    const ran = await run(['catalog', 'ids', '--catalog', folder]);
    expect(errorLines(ran)).toEqual([`${join(folder, 'a.yaml')}: Is not text in UTF-8`]);
  });
});

describe('validate', () => {
  it('knows a need from a catalogue', async () => {
    write({
      'need.yaml': 'tasks: [translate-text]\n',
      'bad.yaml': 'tasks: [translate-txt]\n',
      'part.yaml': 'title: X\n',
    });
    expect(await run(['validate', join(folder, 'need.yaml')])).toEqual({
      code: 0,
      out: 'No mistakes: a sound need\n',
      err: '',
    });
    const bad = await run(['validate', join(folder, 'bad.yaml')]);
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/bad\.yaml:1: tasks\[0\].*did you mean "translate-text"/);
    const part = await run(['validate', join(folder, 'part.yaml'), '--json']);
    expect(part.code).toBe(1);
    expect(JSON.parse(part.out)).toMatchObject({ ok: false, kind: 'catalogue' });
    expect(await run(['validate', '-'], { input: '{"tasks": []}' })).toMatchObject({ code: 0 });
  });
});
