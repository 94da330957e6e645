import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataModule, dataPlugin } from '../../scripts/dataPlugin.ts';
import { loadBundledData } from '../../src/cli/dataFiles.ts';
import { failure } from '../../src/core/base/result.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-plugin-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is a module that gives exactly what the command line loads', async () => {
  const made = dataModule();
  if (!('code' in made)) throw new Error(made.mistakes.join('\n'));
  const path = join(folder, 'data.mjs');
  writeFileSync(path, made.code);
  const { catalog, lexicon, icons } = await import(/* @vite-ignore */ pathToFileURL(path).href);
  const bundled = JSON.parse(JSON.stringify(loadBundledData()));
  expect({ catalog, lexicon, icons }).toEqual(bundled);
  for (const key of ['resource/User', 'resource/Users', 'resource/Client']) expect(icons[key].body).not.toBe('');
});

it('gives every mistake in place of code where the data is wrong', () => {
  const issue = { file: 'data/catalog/a.yaml', line: 3, field: 'entries[0].id', message: 'Is missing' };
  expect(dataModule(failure([issue, issue]))).toEqual({
    mistakes: ['data/catalog/a.yaml:3: entries[0].id: Is missing', 'data/catalog/a.yaml:3: entries[0].id: Is missing'],
  });
});

it('answers to its own name only', () => {
  const { resolveId } = dataPlugin();
  if (typeof resolveId !== 'function') throw new Error('resolveId is missing');
  const resolve = resolveId as (id: string) => unknown;
  expect(resolve('virtual:lodestack-data')).toBe('\0virtual:lodestack-data');
  expect(resolve('virtual:other')).toBeUndefined();
});
