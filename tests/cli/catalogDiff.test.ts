import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallFiles } from '../core/catalog/catalogFiles.ts';
import { errorLines, run } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-diff-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, files: Readonly<Record<string, string>>): string => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name);
};

describe('catalog diff', () => {
  it('says what changed, for people and as JSON', async () => {
    const before = write('before', smallFiles);
    const after = write('after', {
      ...smallFiles,
      'catalog.yaml': 'title: Small\nasOf: 2026-02-28\n',
      'entries/a.yaml': smallFiles['entries/a.yaml']
        .replace('status: closed-to-new', 'status: retired')
        .replace('fit: 0.9', 'fit: 0.5')
        .replace(
          '{ id: does-it, text: It does it., sources: [SEED] }',
          '{ id: does-it, text: "It did \\e[31mit.", sources: [SEED] }',
        ),
      'entries/b.yaml': smallFiles['entries/b.yaml'].replace('summary: Does', 'summary: Did'),
    });
    expect(await run(['catalog', 'diff', before, after], { width: 110 })).toEqual({
      code: 0,
      err: '',
      out: `Small, as of 2026-01-31 -> Small, as of 2026-02-28

Changed (2)
  Alpha  alpha
    ! lifecycle: closed to new customers since 2025-12-01, use beta -> retired since 2025-12-01, use beta
    ~ offers see: fit 0.9 -> 0.5
    ~ fact does-it: "It does it." -> "It did [31mit."
  Beta  beta
    ~ summary
`,
    });
    const json = await run(['catalog', 'diff', before, after, '--json']);
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({
      after: { asOf: '2026-02-28' },
      changed: [{ id: 'alpha' }, { id: 'beta' }],
    });
  });

  it('takes "bundled" for ours, on either side', async () => {
    const own = write('own', {
      'catalog.yaml': 'extends: bundled\ntitle: Ours\n',
    });
    const same = await run(['catalog', 'diff', 'bundled', own]);
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toMatch(/^The AWS AI\/ML stack, as of .* -> Ours, as of .*\n\nNo differences\n$/);
    const all = JSON.parse((await run(['catalog', 'diff', write('small', smallFiles), 'bundled', '--json'])).out);
    expect(all.removed).toEqual([
      { id: 'alpha', name: 'Alpha' },
      { id: 'beta', name: 'Beta' },
    ]);
    expect(all.added.length).toBeGreaterThan(100);
  });

  it('names the mistakes of both', async () => {
    const broken = write('broken', { 'a.yaml': 'entries: 3\n' });
    const ran = await run(['catalog', 'diff', broken, join(folder, 'nowhere')]);
    expect(ran.code).toBe(1);
    const lines = errorLines(ran);
    expect(lines[0]).toMatch(/broken\/a\.yaml:1: entries: Must be a list/);
    expect(lines.at(-1)).toMatch(/nowhere: There is no such file or folder$/);
    expect((await run(['catalog', 'diff', broken])).code).toBe(2);
  });
});
