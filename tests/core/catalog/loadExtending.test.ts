import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../../src/core/catalog/formatIssue.ts';
import { loadCatalog } from '../../../src/core/catalog/load.ts';
import { files, issuesOf, smallFiles } from './catalogFiles.ts';

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
