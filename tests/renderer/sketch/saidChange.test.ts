import { describe, expect, it } from 'vitest';
import type { PageCommand } from '../../../src/core/diagram/command.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyDocument } from '../../../src/core/document/document.ts';
import { type History, perform, redo, startHistory, undo } from '../../../src/core/document/history.ts';
import { saidChange } from '../../../src/renderer/sketch/saidChange.ts';

const ids = countedIds();
const done = (history: History, command: PageCommand, gesture?: string): History => {
  const made = perform(history, { ...command, page: 'page-1' }, ids, gesture);
  if (!made.ok) throw new Error(made.error.message);
  return made.value.history;
};
const note = (id: string, x: number): PageCommand => ({
  type: 'add',
  nodes: [{ id, kind: 'note', label: `Note ${id}`, position: { x, y: 0 } }],
});
const start = done(done(startHistory(emptyDocument('sketch', 'Untitled')), note('a', 0)), note('b', 100));
const move = (by: { x: number; y: number }, moved: readonly string[] = ['a']): PageCommand => ({
  type: 'move',
  ids: moved,
  by,
  boxes: {},
});

describe('what is said of a step', () => {
  it('is what was done, to what, and how far', () => {
    expect(saidChange(start, done(start, move({ x: 0, y: 10 })))).toBe('Move “Note a”, 10 px down');
    expect(saidChange(start, done(start, move({ x: -1, y: 0 }, ['a', 'b'])))).toBe('Move 2 things, 1 px left');
    expect(saidChange(start, done(start, { type: 'remove', ids: ['a'] }))).toBe('Delete “Note a”');
  });

  it('says whether it was undone or redone', () => {
    const moved = done(start, move({ x: 0, y: 10 }));
    expect(saidChange(moved, undo(moved))).toBe('Undone: Move “Note a”');
    expect(saidChange(undo(moved), redo(undo(moved)))).toBe('Redone: Move “Note a”');
  });

  it('is nothing while a word is typed on', () => {
    const first = done(start, { type: 'set', ids: ['a'], fields: { label: 'N' } }, 'label a');
    const second = done(first, { type: 'set', ids: ['a'], fields: { label: 'No' } }, 'label a');
    expect(saidChange(start, first)).toBe('Rename “Note a”');
    expect(saidChange(first, second)).toBeUndefined();
    expect(saidChange(second, second)).toBeUndefined();
  });
});
