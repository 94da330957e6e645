import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCatalogYaml } from '../fixtures/smallCatalog.ts';
import { errorLines, run } from './run.ts';

let folder = '';
let now = '';
let later = '';
let old = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-review-'));
  now = join(folder, 'now.yaml');
  later = join(folder, 'later.yaml');
  writeFileSync(now, smallCatalogYaml);
  const closed = smallCatalogYaml
    .replace('asOf: 2026-11-01\n', 'asOf: 2027-05-01\n')
    .replace(
      /(id: babel\n(?:.*\n)*?.*lifecycle: )\{ status: active,/,
      '$1{ status: closed-to-new, date: 2027-04-30, successors: [mind],',
    );
  writeFileSync(later, closed);
  const need = join(folder, 'need.yaml');
  writeFileSync(need, 'tasks: [put-in-english]\n');
  old = join(folder, 'old.json');
  const decided = await run(['decide', '--need', need, '--catalog', now, '--json']);
  writeFileSync(old, decided.out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('review', () => {
  it('says that nothing changed', async () => {
    const ran = await run(['review', old, '--catalog', now]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^Babel stands: nothing changed, as of 2026-11-01\.\n/);
    const json = JSON.parse((await run(['review', old, '--catalog', now, '--json'])).out);
    expect(json).toMatchObject({ format: 'lodestack-review', version: 1, changed: false, outcome: 'same' });
  });

  it('says what changed, in words and as JSON', async () => {
    const ran = await run(['review', old, '--catalog', later]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('As of 2026-11-01 the choice was Babel; as of 2027-05-01 it is Mind.');
    expect(ran.out).toContain(
      'Babel, chosen then: open to all customers, now closed to new customers since 2027-04-30',
    );
    expect(ran.out).toMatch(/Use instead: Mind\. +\[BOOK\]|Use instead:\s+Mind\.\s+\[BOOK\]/);
    const json = JSON.parse((await run(['review', old, '--catalog', later, '--json'])).out);
    expect(json).toMatchObject({
      changed: true,
      outcome: 'new-choice',
      newlyRecommended: [{ id: 'mind', name: 'Mind' }],
      newlyExcluded: [{ id: 'babel', constraint: 'lifecycle', successor: { id: 'mind', name: 'Mind' } }],
      lifecycle: [{ id: 'babel', chosen: true, worse: true, after: { status: 'closed-to-new', sources: ['BOOK'] } }],
      decision: { format: 'lodestack-decision', catalogAsOf: '2027-05-01', recommendations: [{ id: 'mind' }] },
    });
  });

  it('reads what the review itself decided, and standard input', async () => {
    const reviewed = JSON.parse((await run(['review', old, '--catalog', later, '--json'])).out);
    const again = await run(['review', '-', '--catalog', later], { input: JSON.stringify(reviewed.decision) });
    expect(again.out).toMatch(/^Mind stands: nothing changed/);
  });

  it.each([
    ['{"a": 1}', /JSON, but no decision of Lodestack/],
    ['# A record', /Markdown file\. Give the decision as JSON/],
    ['{"format":"lodestack-decision","version":99}', /newer Lodestack wrote it .* Update Lodestack/],
    ['{"format":"lodestack-decision","version":1}', /catalogAsOf: Is missing/],
  ])('names what is wrong with %j', async (input, message) => {
    const ran = await run(['review', '-', '--catalog', now], { input });
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });

  it('names a file that is not there, and a catalogue that is wrong', async () => {
    expect(errorLines(await run(['review', join(folder, 'none.json')]))).toEqual([
      expect.stringMatching(/There is no file .*none\.json/),
    ]);
    const broken = join(folder, 'broken.yaml');
    cpSync(now, broken);
    writeFileSync(broken, readFileSync(now, 'utf8').replace('put-in-english', 'put-in-french'));
    expect((await run(['review', old, '--catalog', broken])).code).toBe(1);
    expect((await run(['review'])).code).toBe(2);
  });

  it('reads every decision that it can print over the shipped catalogue', async () => {
    const decided = await run(['decide', '--text', 'Find the topics of our emails', '--json']);
    const ran = await run(['review', '-', '--json'], { input: decided.out });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ outcome: 'same' });
  });
});
