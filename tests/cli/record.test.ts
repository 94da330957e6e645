import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorLines, run } from './run.ts';

const text = 'Translate our web pages into French and read them aloud';
const day = ['--date', '2026-11-23'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-record-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('record', () => {
  it('prints the record, and writes the same into a file', async () => {
    const printed = await run(['record', '--text', text, ...day]);
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(printed.out).toMatch(/^---\nstatus: proposed\ndate: 2026-11-23\n---\n\n# .*Amazon Translate.*Amazon Polly/);
    const path = join(folder, 'decision.md');
    expect(await run(['record', '--text', text, ...day, '-o', path])).toEqual({
      code: 0,
      out: `Wrote ${path}\n`,
      err: '',
    });
    expect(readFileSync(path, 'utf8')).toBe(printed.out);
    const json = await run(['record', '--text', text, ...day, '--json']);
    expect(JSON.parse(json.out)).toEqual({
      format: 'madr',
      status: 'proposed',
      date: '2026-11-23',
      markdown: printed.out,
    });
  });

  it('takes a need file and a status; the day is today if none is named', async () => {
    const need = join(folder, 'need.yaml');
    writeFileSync(need, 'tasks: [translate-text]\n');
    const path = join(folder, 'decision.MD');
    const ran = await run(['record', '--need', need, '--status', 'accepted', '-o', path, '--json']);
    const bytes = readFileSync(path);
    expect(JSON.parse(ran.out)).toMatchObject({ file: path, format: 'madr', status: 'accepted', bytes: bytes.length });
    const date = /^---\nstatus: accepted\ndate: (\d{4}-\d{2}-\d{2})\n---\n/.exec(bytes.toString('utf8'))?.[1] ?? '';
    // Twelve hours more or less than noon of that day, wherever on Earth the test runs, and one for midnight.
    expect(Math.abs(Date.parse(`${date}T12:00:00`) - Date.now())).toBeLessThan(13 * 3_600_000);
  });

  it.each([
    [['--date', '2026-02-30'], 2, /'2026-02-30' is invalid\. It must be a day of the calendar/],
    [['--date', 'yesterday'], 2, /It must be a day of the calendar/],
    [['--status', 'done'], 2, /Allowed choices are proposed, accepted, rejected, deprecated/],
    [['-o', 'decision.txt'], 2, /"decision\.txt" is no name of a Markdown file; name one that ends in \.md/],
    [['-o', 'nowhere/at/all.md'], 1, /The folder of .*all\.md does not exist/],
  ])('%j is one clear error', async (more, code, message) => {
    const ran = await run(['record', '--text', text, ...more]);
    expect(ran.code).toBe(code);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });

  it('records nothing of nothing, and leaves no file', async () => {
    const ran = await run(['record', '--text', 'Lorem ipsum', '-o', join(folder, 'a.md')]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(/^error: Nothing to record/)]);
    expect(readdirSync(folder)).toEqual([]);
    expect((await run(['record'])).code).toBe(2);
  });
});
