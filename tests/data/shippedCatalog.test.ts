/** What the schemas cannot say of the catalogue that we ship, and what a new customer would stumble over. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogDirectory } from '../../src/cli/dataFiles.ts';
import type { Entry } from '../../src/core/catalog/entry.ts';
import { formatIssue } from '../../src/core/catalog/formatIssue.ts';
import { loadCatalog } from '../../src/core/catalog/load.ts';

const root = join(import.meta.dirname, '../..');
const files = readCatalogDirectory(join(root, 'data/catalog'));
if (!files.ok) throw new Error(files.error.map(formatIssue).join('\n'));
const loaded = loadCatalog(files.value);
if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
const { entries, tasks } = loaded.value;

const byId = new Map(entries.map((entry) => [entry.id, entry]));
const refusesNewcomers = (entry: Entry | undefined): boolean =>
  entry === undefined || entry.lifecycle.status === 'retired' || entry.lifecycle.status === 'closed-to-new';

describe('the shipped catalogue', () => {
  it('sends nobody on to what takes no new customers', () => {
    const deadEnds = entries.flatMap((entry) => {
      const ways = [
        ...entry.lifecycle.successors,
        ...entry.offers.flatMap(({ avoidWhen }) => avoidWhen?.instead ?? []),
        ...entry.companions.map(({ id }) => id),
      ];
      return ways.filter((id) => refusesNewcomers(byId.get(id))).map((id) => `${entry.id} -> ${id}`);
    });
    expect(deadEnds).toEqual([]);
  });

  it('has an answer that is open to new customers for every task', () => {
    const open = entries.filter((entry) => !refusesNewcomers(entry)).flatMap(({ offers }) => offers);
    const answered = new Set(open.map(({ task }) => task));
    expect(tasks.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([]);
  });

  it('warns by a fact of everything that is retired', () => {
    const unwarned = entries
      .filter(({ lifecycle }) => lifecycle.status === 'retired')
      .flatMap(({ id, facts }) => (facts.some(({ kind }) => kind === 'caution') ? [] : [id]));
    expect(unwarned).toEqual([]);
  });

  it('gives every node of the map a name of its own that fits', () => {
    const names = entries.map(({ name, shortName }) => shortName ?? name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => name.length > 22)).toEqual([]);
  });

  it('names only icons that the icon package has', () => {
    const folder = join(root, 'node_modules/aws-icons/icons');
    const missing = entries.filter(({ icon }) => icon !== undefined && !existsSync(join(folder, `${icon}.svg`)));
    expect(missing.map(({ id, icon }) => `${id}: ${icon}`)).toEqual([]);
  });

  it('states every fact as a sentence', () => {
    const fragments = entries.flatMap(({ id, facts }) =>
      facts.filter(({ text }) => !/^[A-Z0-9a-z].*[.!?]$/.test(text)).map((fact) => `${id}/${fact.id}`),
    );
    expect(fragments).toEqual([]);
  });
});
