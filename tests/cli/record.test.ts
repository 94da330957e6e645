import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
      decision: expect.objectContaining({ format: 'lodestack-decision', version: 1 }),
    });
    // What it prints is a decision that can be reviewed.
    expect((await run(['review', '-'], { input: json.out })).out).toMatch(/nothing changed/);
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

  it('writes the picture and the decision beside it, under the next number of the folder', async () => {
    writeFileSync(join(folder, '0007-old.md'), 'x');
    const ran = await run(['record', '--text', text, ...day, '-o', folder, '--picture', '--decision', '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { file, picture, decision } = JSON.parse(ran.out) as Record<string, string>;
    expect([file, picture, decision]).toEqual(
      ['.md', '.svg', '.json'].map((ending) => expect.stringMatching(`/0008-[a-z0-9-]+\\${ending}$`)),
    );
    const markdown = readFileSync(file ?? '', 'utf8');
    const base = (file ?? '').slice(folder.length + 1, -'.md'.length);
    expect(markdown).toContain(`](<${base}.svg>)`);
    expect(markdown).toContain(`[its JSON](<${base}.json>)`);
    expect(readFileSync(picture ?? '', 'utf8')).toMatch(/^<svg /);
    const reviewed = await run(['review', decision ?? '', '--json']);
    expect(JSON.parse(reviewed.out)).toMatchObject({ outcome: 'same' });
    expect(JSON.parse(readFileSync(decision ?? '', 'utf8'))).toMatchObject({
      record: { file: `${base}.md`, date: '2026-11-23' },
    });
  });

  it('links a picture from another folder, as PNG where its name says so', async () => {
    mkdirSync(join(folder, 'adr'));
    mkdirSync(join(folder, 'pictures'));
    const path = join(folder, 'adr', 'a.md');
    const picture = join(folder, 'pictures', 'a b.png');
    const ran = await run(['record', '--text', text, ...day, '-o', path, '--picture', picture]);
    expect(ran).toEqual({ code: 0, out: `Wrote ${picture}\nWrote ${path}\n`, err: '' });
    expect(readFileSync(path, 'utf8')).toContain('](<../pictures/a%20b.png>)');
    expect([...readFileSync(picture).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('supersedes an old record: both say so, and nothing else of the old one changes', async () => {
    const old = join(folder, '0003-speech.md');
    writeFileSync(old, '---\nstatus: accepted\ndate: 2025-01-01\n---\n\n# Speech with *Scribe*\n\nAs it was.\n');
    const ran = await run(['record', '--text', text, ...day, '--status', 'accepted', '--supersedes', old]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const [made = ''] = readdirSync(folder).filter((name) => name.startsWith('0004-'));
    expect(ran.out).toBe(`Wrote ${join(folder, made)}\nMarked ${old} as superseded\n`);
    expect(readFileSync(old, 'utf8')).toBe(
      `---\nstatus: "superseded by [ADR-0004](${made})"\ndate: 2025-01-01\n---\n\n# Speech with *Scribe*\n\nAs it was.\n`,
    );
    const markdown = readFileSync(join(folder, made), 'utf8');
    expect(markdown).toMatch(/^---\nstatus: accepted\n/);
    expect(markdown).toContain('Supersedes [ADR-0003: Speech with \\*Scribe\\*](<0003-speech.md>).');
  });

  it('changes nothing where the old record has no status or is not there', async () => {
    const old = join(folder, '0003-speech.md');
    writeFileSync(old, '# Speech\n');
    for (const [path, message] of [
      [old, /0003-speech\.md can't be superseded\. It has no status/],
      [join(folder, 'none.md'), /There is no file .*none\.md/],
    ] as const) {
      const ran = await run(['record', '--text', text, ...day, '--supersedes', path]);
      expect(ran.code).toBe(1);
      expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
    }
    expect(readdirSync(folder)).toEqual(['0003-speech.md']);
    expect(readFileSync(old, 'utf8')).toBe('# Speech\n');
  });

  it.each([
    [['--picture'], 2, /name it with -o/],
    [['-o', 'a.md', '--picture', 'a.gif'], 2, /"a\.gif" is no picture that can be drawn/],
    [['-o', 'a.md', '--decision', 'a.txt'], 2, /"a\.txt" is no name of a JSON file/],
    [['-o', 'a.md', '--supersedes', './a.md'], 2, /can't supersede itself/],
    [['--supersedes', 'a.md', '--status', 'rejected'], 2, /takes the place of none/],
    [['-o', 'no-such-folder/'], 1, /There is no folder no-such-folder/],
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
