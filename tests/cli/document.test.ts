import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorLines, run } from './run.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/documents');
const whole = join(fixtures, 'version-3.lodestack.json');
const text = readFileSync(whole, 'utf8');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-document-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('document', () => {
  it('check says that a file is whole, and which form it has', async () => {
    expect(await run(['document', 'check', whole])).toMatchObject({ code: 0, out: `${whole} is whole: 2 pages\n` });
    const old = await run(['document', 'check', join(fixtures, 'version-1.lodestack.json'), '--json']);
    expect(JSON.parse(old.out)).toMatchObject({ ok: true, from: 1 });
  });

  it.each([
    ['{', 'not-json'],
    ['{"a": 1}', 'not-ours'],
    [text.replace('"version": 3', '"version": 9'), 'too-new'],
    [text.slice(0, Math.floor(text.length * 0.7)), 'damaged'],
  ])('check names what is wrong (%#)', async (input, kind) => {
    const plain = await run(['document', 'check', '-'], { input });
    expect(plain.code).toBe(1);
    expect(errorLines(plain).length).toBeGreaterThan(0);
    const json = await run(['document', 'check', '-', '--json'], { input });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, kind });
  });

  it('show lists the pages', async () => {
    const { out, code } = await run(['document', 'show', whole]);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 {2}.+ parts, .+ connections$/m);
    const { pages } = JSON.parse((await run(['document', 'show', whole, '--json'])).out);
    expect(pages).toHaveLength(2);
  });

  it('export draws a page, twice the same, and says which pages there are not', async () => {
    const one = join(folder, 'one.svg');
    const two = join(folder, 'two.svg');
    expect(await run(['document', 'export', whole, '-o', one])).toMatchObject({ code: 0 });
    expect(await run(['document', 'export', whole, '-o', two, '--page', '2'])).toMatchObject({ code: 0 });
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(two, 'utf8'));
    expect(readFileSync(one, 'utf8')).toMatch(/^<svg /);
    const png = join(folder, 'one.png');
    expect(await run(['document', 'export', whole, '-o', png, '--scale', '1', '--theme', 'dark'])).toMatchObject({
      code: 0,
    });
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
    const drawio = join(folder, 'one.drawio');
    expect((await run(['document', 'export', whole, '-o', drawio])).out).toContain('(2 pages)');
    expect(readFileSync(drawio, 'utf8').match(/<diagram /g)).toHaveLength(2);
    expect((await run(['document', 'export', whole, '-o', drawio, '--page', '2'])).out).toContain('(1 page)');
    const missing = await run(['document', 'export', whole, '-o', one, '--page', 'nowhere']);
    expect(missing.code).toBe(1);
    expect(errorLines(missing)[0]).toContain('no page "nowhere"');
    expect((await run(['document', 'export', whole, '-o', join(folder, 'x.pdf')])).code).toBe(2);
  });

  it('changes no byte of what it reads', async () => {
    const cut = join(folder, 'cut.lodestack.json');
    writeFileSync(cut, text.slice(0, 900));
    for (const command of ['check', 'show']) await run(['document', command, cut]);
    expect(readFileSync(cut, 'utf8')).toBe(text.slice(0, 900));
  });
});
