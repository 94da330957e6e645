import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../../src/core/catalog/formatIssue.ts';
import { loadCatalog } from '../../../src/core/catalog/load.ts';
import { files, issuesOf, smallFiles, withReplaced } from './catalogFiles.ts';

describe('a sound catalogue', () => {
  it('loads with every list in the order of the paths, defaults filled in', () => {
    const loaded = loadCatalog(files());
    if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
    expect(loaded.value.title).toBe('Small');
    expect(loaded.value.asOf).toBe('2026-01-31');
    expect(loaded.value.entries.map(({ id }) => id)).toEqual(['alpha', 'beta']);
    expect(loaded.value.entries[1]?.offers).toEqual([]);
    expect(loaded.value.entries[0]?.offers[0]?.places).toEqual(['cloud']);
  });

  it('may be one file', () => {
    // The head's lines, then every list once: the two entry files' lists are joined by hand.
    const text = [
      smallFiles['catalog.yaml'],
      smallFiles['vocabulary.yaml'],
      smallFiles['entries/a.yaml'],
      smallFiles['entries/b.yaml'].replace('entries:\n', ''),
      smallFiles['relations.yaml'],
    ].join('');
    expect(issuesOf([{ path: 'all.yaml', text }])).toEqual([]);
  });

  it('allows a closed entry without a successor, anchors, and a byte order mark', () => {
    expect(issuesOf(withReplaced('entries/a.yaml', '      successors: [beta]\n', ''))).toEqual([]);
    expect(
      issuesOf(
        withReplaced('entries/a.yaml', 'aliases: [old-alpha]', 'aliases: &names [old-alpha]').map((file) =>
          file.path === 'entries/a.yaml' ? { ...file, text: `\uFEFF${file.text}` } : file,
        ),
      ),
    ).toEqual([]);
  });
});

it('a catalogue of no files is told so', () => {
  expect(issuesOf([])).toEqual(['(none): A catalogue needs at least one YAML file']);
});
