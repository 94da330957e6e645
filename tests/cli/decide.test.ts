import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitLines } from '../../src/cli/jsonLines.ts';
import type { DecisionJson } from '../../src/core/export/decisionJson.ts';
import { processorTime } from '../support/processorTime';
import { errorLines, run } from './run.ts';

const calls = 'We record support calls in Spanish and want to know in English what people complain about';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('decide --text', () => {
  it('gives the stable JSON of the design, with reasons and their sources', async () => {
    const ran = await run(['decide', '--text', calls, '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const decision = JSON.parse(ran.out) as DecisionJson;
    expect(decision.text).toBe(calls);
    expect(decision.pipeline).toEqual(['transcribe', 'translate', 'comprehend']);
    expect(decision.catalogAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(decision.needs.length).toBeGreaterThan(1);
    for (const need of decision.needs) {
      expect(need.words.length, need.task).toBeGreaterThan(0);
      for (const words of need.words) expect(calls).toContain(words);
    }
    decision.recommendations.forEach((recommendation, index) => {
      expect(recommendation.rank).toBe(index + 1);
      expect(recommendation.name).not.toBe('');
      expect(recommendation.reasons.length, recommendation.id).toBeGreaterThan(0);
      for (const reason of [...recommendation.reasons, ...recommendation.caveats]) {
        expect(reason.judgement || reason.sources.length > 0, reason.text).toBe(true);
        for (const source of reason.sources) expect(source.title, source.id).not.toBeNull();
      }
    });
    for (const excluded of decision.excluded) {
      expect(excluded).toHaveProperty('successor');
      expect(excluded.reason).not.toBe('');
    }
    expect(decision.architecture.stages.map(({ id }) => id)).toEqual(expect.arrayContaining([...decision.pipeline]));
  });

  it('is the same from standard input', async () => {
    const given = await run(['decide', '--text', calls, '--json']);
    expect(await run(['decide', '--text', '-', '--json'], { input: `${calls}\n` })).toEqual(given);
  });

  it('reads well: names, ranks, what was ruled out, the day, within the width, with no colour unless wanted', async () => {
    const ran = await run(['decide', '--text', calls], { width: 80 });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Amazon Transcribe -> Amazon Translate -> Amazon Comprehend');
    expect(ran.out).toMatch(/Catalogue as of \d{4}-\d{2}-\d{2}\n$/);
    expect(ran.out).not.toContain('\u001b');
    const long = ran.out
      .split('\n')
      .filter((line) => line.length > 80 && !/\/100/.test(line) && !line.startsWith('  '));
    expect(long).toEqual([]);
    const coloured = await run(['decide', '--text', calls], { width: 80, colours: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked for
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(ran.out);
    expect(coloured.out).toContain('\u001b[');
  });

  it('says so where it understood nothing, and that is no error', async () => {
    const ran = await run(['decide', '--text', 'Lorem ipsum dolor']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('No task was recognised');
  });

  it("shows a user's control characters as harmless spaces", async () => {
    const ran = await run(['decide', '--text', 'Translate \u001b[31mtext\u0007 into French']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked for
    expect(ran.out).not.toMatch(/[\u0007\u001b]/);
  });

  it.each([
    ['an empty text', ['--text', ''], '', 'error: The text is empty; say in a sentence what you need'],
    ['a blank text', ['--text', '-'], ' \n\t ', 'error: The text is empty; say in a sentence what you need'],
    [
      'a text that is too long',
      ['--text', 'x'.repeat(10_001)],
      '',
      'error: The text has more than 10,000 characters; say what you need in a few sentences',
    ],
    [
      'bytes that are no text',
      ['--text', '-'],
      new Uint8Array([0xff, 0xfe, 0x00]),
      'error: standard input is not text in UTF-8; a text has at most 10000 characters',
    ],
  ])('%s: one clear error, exit code 1', async (_, options, input, message) => {
    const ran = await run(['decide', ...options], { input });
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([message]);
  });

  it('refuses 5 MB at once, unread', async () => {
    const elapsed = processorTime();
    const ran = await run(['decide', '--text', '-'], { input: 'All work and no play. '.repeat(240_000) });
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toHaveLength(1);
    expect(elapsed()).toBeLessThan(1_000);
  });
});

describe('decide --need', () => {
  it('takes YAML, and JSON', async () => {
    const yaml = await run([
      'decide',
      '--need',
      file('a.yaml', 'tasks: [translate-text]\nconstraints: { customer: new }\n'),
      '--json',
    ]);
    expect(yaml).toMatchObject({ code: 0, err: '' });
    const json = await run(['decide', '--need', '-', '--json'], {
      input: '{"tasks":["translate-text"],"constraints":{"customer":"new"}}',
    });
    expect(json.out).toBe(yaml.out);
    expect((JSON.parse(yaml.out) as DecisionJson).recommendations[0]?.id).toBe('translate');
  });

  it.each([
    [
      'an unknown task, with the nearest',
      'tasks:\n  - translate-text\n  - task: transcribe-speach\n',
      /^(.*)b\.yaml:3: tasks\[1\]\.task: .*transcribe-speach/,
    ],
    ['an unknown key', 'taks: [translate-text]\n', /b\.yaml:1: taks: Unknown key; did you mean "tasks"\?$/],
    ['broken YAML', 'tasks: [translate-text\n', /b\.yaml:\d: Not valid YAML/],
    [
      'a text that is too long',
      `tasks: []\ntext: ${'x'.repeat(10_001)}\n`,
      /b\.yaml:2: text: The text has more than 10,000 characters/,
    ],
    ['an empty file', '', /b\.yaml: Is empty$/],
  ])('%s: one line with the file and the line', async (_, text, message) => {
    const ran = await run(['decide', '--need', file('b.yaml', text)]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['no file', 'nowhere.yaml', /^error: There is no file .*nowhere\.yaml$/],
    ['a folder', '.', /^error: .* is a folder, not a file$/],
  ])('%s: one clear error', async (_, name, message) => {
    const ran = await run(['decide', '--need', join(folder, name)]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });

  it('refuses a need of more than 1 MB', async () => {
    const ran = await run(['decide', '--need', file('big.yaml', `# ${'x'.repeat(1_000_001)}\n`)]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(/big\.yaml is larger than 1000 kB$/)]);
  });
});

describe('decide --jsonl', () => {
  it('gives one decision a line in the same order, and errors in the places of bad lines', async () => {
    const input = [
      JSON.stringify({ id: 7, text: 'Translate our web pages into French', other: true }),
      '{"text": ',
      '',
      JSON.stringify({ text: '' }),
      JSON.stringify({ text: 'x'.repeat(10_001) }),
      JSON.stringify({ tasks: ['translate-text'] }),
      JSON.stringify({ tasks: ['translate-tex'] }),
      '[1]',
      JSON.stringify({ note: 'nothing' }),
      JSON.stringify({ text: 'Find faces in photos ✓' }),
    ].join('\r\n');
    const ran = await run(['decide', '--jsonl', '-'], { input });
    const lines = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line.error ?? (line.recommendations as { id: string }[])[0]?.id)).toEqual([
      'translate',
      'The line is not valid JSON; write one object with a "text" a line',
      'The text is empty; say in a sentence what you need',
      'The text has more than 10,000 characters; say what you need in a few sentences',
      'translate',
      expect.stringMatching(/translate-tex.*did you mean "translate-text"/),
      'The line must be a JSON object with a "text"',
      'The object has no "text" (a sentence) and no "tasks" (a list of task ids)',
      'rekognition',
    ]);
    expect(lines.map((line) => line.line)).toEqual([undefined, 2, 4, 5, undefined, 7, 8, 9, undefined]);
    expect(lines[0]?.id).toBe(7);
    expect(ran.code).toBe(1);
    expect(ran.err).toBe('error: 6 of 10 lines could not be decided; see "error" in their places\n');
  });

  it('passes over a line of 5 MB without keeping it, and decides the next', async () => {
    const input = `${JSON.stringify({ text: 'x'.repeat(5_000_000) })}\n${JSON.stringify({ text: 'Translate a text' })}\n`;
    const ran = await run(['decide', '--jsonl', '-'], { input });
    const [first, second] = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({ error: 'The line is longer than 1000 kB', line: 1 });
    expect(second).toHaveProperty('recommendations');
  });

  it('of no lines is done', async () => {
    expect(await run(['decide', '--jsonl', '-'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('splits lines wherever the chunks end', async () => {
    const text = 'one\n\ntwo ✓\nthree';
    const bytes = new TextEncoder().encode(text);
    for (let size = 1; size <= bytes.length; size += 1) {
      const chunks = async function* () {
        for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
      };
      const lines: string[] = [];
      for await (const line of splitLines(chunks(), 100)) lines.push(new TextDecoder().decode(line));
      expect(lines).toEqual(['one', '', 'two ✓', 'three']);
    }
  });
});

describe('called wrongly', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['decied']],
    ['an unknown option', ['decide', '--txet', 'a']],
    ['nothing to decide', ['decide']],
    ['two needs', ['decide', '--text', 'a', '--need', 'b']],
    ['an option without its value', ['decide', '--text']],
    ['a word too many', ['catalog', 'ids', 'rekognition']],
    ['an unknown ending', ['export', '--text', 'a', '-o', 'x.gif']],
    ['no ending', ['export', '--text', 'a', '-o', 'picture']],
    ['no output', ['export', '--text', 'a']],
    ['an unknown view', ['layout', '--text', 'a', '--view', 'side']],
    ['a scale out of range', ['export', '--text', 'a', '-o', 'x.png', '--scale', '5']],
    ['a scale for an SVG', ['export', '--text', 'a', '-o', 'x.svg', '--scale', '2']],
    ['an unknown state', ['catalog', 'list', '--status', 'gone']],
  ])('%s: exit code 2, nothing on standard output', async (name, argv) => {
    const ran = await run(argv);
    expect(ran.code).toBe(2);
    const lines = errorLines(ran);
    if (name !== 'no command') expect(lines).toEqual([expect.stringMatching(/^error: /)]);
  });
});

describe('--help', () => {
  it.each([
    [[]],
    [['decide']],
    [['draft']],
    [['layout']],
    [['export']],
    [['validate']],
    [['catalog']],
    [['catalog', 'check']],
    [['catalog', 'list']],
    [['catalog', 'ids']],
    [['catalog', 'show']],
  ])('of %j has an example', async (command) => {
    const ran = await run([...command, '--help']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/Examples?:\n {2}\$ npm run -s cli -- /);
  });
});
