import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/core/decision/lexicon.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const catalog = smallCatalog();
const issuesOf = (text: string) => {
  const loaded = loadLexicon([{ path: 'mine.yaml', text }], catalog);
  return loaded.ok ? [] : loaded.error;
};

describe('loadLexicon', () => {
  it('names file, line and field of an unknown task, and the nearest one', () => {
    expect(issuesOf('concepts:\n  - id: a\n    phrases: [b]\n    tasks: { feel-moods: 1 }\n')).toEqual([
      {
        file: 'mine.yaml',
        line: 4,
        field: 'concepts[0].tasks',
        message: 'Unknown task "feel-moods"; did you mean "feel-mood"?',
      },
    ]);
  });

  it.each([
    ['concepts:\n  - { id: a, phrases: [] }\n', 'concepts[0].phrases'],
    ['concepts:\n  - { id: a, phrases: ["..."] }\n', 'concepts[0].phrases[0]'],
    ['concepts:\n  - { id: a, phrases: ["[a] b"] }\n', 'concepts[0].phrases[0]'],
    ['concepts:\n  - { id: a, phrases: [b], have: [sund] }\n', 'concepts[0].have'],
    ['concepts:\n  - { id: a, phrases: [b], preferences: { eas: 1 } }\n', 'concepts[0].preferences'],
    ['concepts:\n  - { id: a, phrases: [b], denied: { tasks: { x: 1 } } }\n', 'concepts[0].denied.tasks'],
    ['combinations:\n  - { of: [nothing], tasks: { feel-mood: 1 } }\n', 'combinations[0].of'],
    ['names:\n  - { entry: nobody, phrases: [b] }\n', 'names[0].entry'],
    ['rivals:\n  - [feel-mood, feel-moods]\n', 'rivals[0]'],
    ['markers: { denny: [no] }\n', 'markers.denny'],
    ['concept: []\n', 'concept'],
    ['- a\n', '(file)'],
  ])('refuses %j at %s', (text, field) => {
    expect(issuesOf(text).map((issue) => issue.field)).toContain(field);
  });

  it('refuses a concept that is there twice, in whichever file', () => {
    const one = { path: 'a.yaml', text: 'concepts:\n  - { id: a, phrases: [b] }\n' };
    const loaded = loadLexicon([one, { ...one, path: 'b.yaml' }], catalog);
    expect(loaded.ok ? [] : loaded.error).toMatchObject([
      { file: 'b.yaml', line: 2, message: 'Concept "a" is already in a.yaml' },
    ]);
  });

  it('leaves out what another catalogue does not know, where it is asked to', () => {
    const loaded = loadLexicon(
      [{ path: 'a.yaml', text: 'concepts:\n  - { id: a, phrases: [b], tasks: { x: 1 } }\n' }],
      catalog,
      { lenient: true },
    );
    expect(loaded.ok).toBe(true);
  });
});
