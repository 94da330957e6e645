import { describe, expect, it } from 'vitest';
import type { PageCommand } from '../../../src/core/diagram/command.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyDocument } from '../../../src/core/document/document.ts';
import { type History, markSaved, perform, redo, startHistory, undo } from '../../../src/core/document/history.ts';
import { type SketchMoment, saidChange, saidOfSketch } from '../../../src/renderer/sketch/saidChange.ts';

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

describe('what is said of the sketch', () => {
  const page = (history: History) => {
    const shown = history.document.pages['page-1'];
    if (!shown) throw new Error('There is a page.');
    return shown;
  };
  const moment = (history: History, more: Partial<SketchMoment> = {}): SketchMoment => ({
    history,
    opening: 1,
    selection: new Set(),
    following: false,
    page: page(history),
    name: undefined,
    ...more,
  });

  it('is both names of what was renamed', () => {
    const renamed = done(start, { type: 'set', ids: ['a'], fields: { label: 'Ask legal' } });
    expect(saidOfSketch(moment(start), moment(renamed))).toBe('Rename “Note a”, now “Ask legal”');
  });

  it('is how much is selected, and of what', () => {
    const both = new Set(['a', 'b']);
    expect(saidOfSketch(moment(start), moment(start, { selection: both }))).toBe('2 selected: 2 parts');
    expect(saidOfSketch(moment(start), moment(start, { selection: new Set(['a']) }))).toBeUndefined();
    const moved = done(start, move({ x: 0, y: 1 }, ['a', 'b']));
    expect(saidOfSketch(moment(start), moment(moved, { selection: both }))).toBe('Move 2 things, 1 px down');
  });

  it('is what was opened, but for the draft, which the result tells of', () => {
    const opened = moment(start, { opening: 2, name: 'Calls' });
    expect(saidOfSketch(moment(start), opened)).toBe('Opened Calls, 2 parts');
    expect(saidOfSketch(moment(start), { ...opened, following: true })).toBeUndefined();
    const empty = startHistory(emptyDocument('sketch', 'Untitled'), false);
    expect(saidOfSketch(moment(start), moment(empty, { opening: 2 }))).toBe('New sketch, empty');
  });

  it('is that it was saved, each time', () => {
    const once = moment(markSaved(start), { name: 'Calls' });
    const twice = moment(markSaved(once.history), { name: 'Calls' });
    expect(saidOfSketch(moment(start), once)).toBe('Saved Calls');
    expect(saidOfSketch(once, twice)).toBe('Saved Calls');
    expect(saidOfSketch(twice, twice)).toBeUndefined();
  });
});
