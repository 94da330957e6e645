import { describe, expect, it } from 'vitest';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import type { Command } from '../../../src/core/document/command.ts';
import { findPage } from '../../../src/core/document/document.ts';
import {
  type History,
  isDirty,
  markSaved,
  perform,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from '../../../src/core/document/history.ts';
import { draftedSketch } from '../../support/sketches.ts';

const ids = countedIds();
const page = 'page-1';
const did = (history: History, command: Command, gesture?: string): History => {
  const outcome = perform(history, command, ids, gesture);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.history;
};
const rename = (label: string): Command => ({ type: 'set', page, ids: ['hear'], fields: { label } });
const nameOf = ({ document }: History): string | undefined => findPage(document, page)?.nodes.hear?.label;
const stepsOf = ({ past }: History): number => {
  let count = 0;
  for (let step = past; step; step = step.earlier) count += 1;
  return count;
};
const start = startHistory(draftedSketch);

describe('history', () => {
  it('says what undo and redo would do', () => {
    const once = did(start, rename('Ears'));
    expect([undoLabel(start), undoLabel(once)]).toEqual([undefined, 'Rename “Hear speech”']);
    const back = undo(once);
    expect([undoLabel(back), redoLabel(back)]).toEqual([undefined, 'Rename “Hear speech”']);
    expect(undo(back)).toBe(back);
    expect(redo(once)).toBe(once);
  });

  it('puts the very same records back, and shares what nothing happened to', () => {
    const once = did(start, rename('Ears'));
    const back = undo(once);
    const [before, now] = [findPage(draftedSketch, page), findPage(back.document, page)];
    expect(now?.nodes.hear).toBe(before?.nodes.hear);
    expect(now?.edges).toBe(before?.edges);
    expect(findPage(back.document, 'page-2')).toBe(findPage(draftedSketch, 'page-2'));
  });

  it('takes a gesture as one step, until something else comes between', () => {
    let history = start;
    for (const label of ['E', 'Ea', 'Ear', 'Ears']) history = did(history, rename(label), 'typing-1');
    expect(stepsOf(history)).toBe(1);
    history = did(history, rename('Ears!'), 'typing-2');
    expect(stepsOf(history)).toBe(2);
    history = did(did(history, { type: 'set-title', title: 'New' }), rename('Ears?'), 'typing-2');
    expect(stepsOf(history)).toBe(4);
    expect(nameOf(undo(undo(undo(undo(history)))))).toBe('Hear speech');
  });

  it('takes a gesture that comes back to its start for no step at all', () => {
    const there: Command = { type: 'order', page, ids: ['hear'], to: 'forward' };
    const back: Command = { type: 'order', page, ids: ['hear'], to: 'backward' };
    const toned = did(start, { type: 'set-title', title: 'New' }, 'g');
    expect(stepsOf(did(toned, { type: 'set-title', title: draftedSketch.title }, 'g'))).toBe(0);
    // Records that say the same again are still other records: that is a step, and no harm.
    expect(stepsOf(did(did(start, there), back))).toBe(2);
  });

  it('forgets what was undone once something new is done', () => {
    const history = did(undo(did(start, rename('Ears'))), rename('Listen'));
    expect(history.future).toBeUndefined();
    expect(nameOf(undo(history))).toBe('Hear speech');
  });

  it('survives a save, and knows which state is on disk', () => {
    const once = did(start, rename('Ears'));
    expect([isDirty(start), isDirty(once)]).toEqual([false, true]);
    const saved = markSaved(once);
    expect(isDirty(saved)).toBe(false);
    const twice = did(saved, rename('Listen'));
    expect([isDirty(twice), isDirty(undo(twice)), isDirty(undo(undo(twice)))]).toEqual([true, false, true]);
    expect(isDirty(redo(undo(undo(twice))))).toBe(false);
    expect(nameOf(undo(undo(twice)))).toBe('Hear speech');
    expect(isDirty(startHistory(draftedSketch, false))).toBe(true);
  });

  it('is dirty where a gesture goes on after a save', () => {
    const saved = markSaved(did(start, rename('E'), 'typing'));
    const on = did(saved, rename('Ea'), 'typing');
    expect(isDirty(on)).toBe(true);
    expect(nameOf(undo(on))).toBe('Hear speech');
  });

  it('does a batch as one step or not at all', () => {
    const nest: Command = {
      type: 'batch',
      commands: [
        { type: 'nest', page, ids: ['calls'], into: 'ai' },
        { type: 'nest', page, ids: ['calls'], into: 'ai' },
        { type: 'set-title', title: 'Both' },
      ],
    };
    const both = did(start, nest);
    expect(stepsOf(both)).toBe(1);
    expect(undoLabel(both)).toBe('Put “Recorded calls” into “Ready services”');
    expect(undo(both).document).toEqual(draftedSketch);
    const wrong: Command = { ...nest, commands: [...nest.commands, { type: 'remove', page, ids: ['gone'] }] };
    expect(perform(start, wrong, ids).ok).toBe(false);
  });

  it('holds pages too: added, copied, moved, renamed, removed', () => {
    let history = did(start, { type: 'duplicate-page', page, title: 'Copy' });
    expect(history.document.pageOrder).toEqual([page, expect.stringMatching(/^page-/), 'page-2']);
    history = did(history, { type: 'move-page', page, to: 2 });
    expect(history.document.pageOrder[2]).toBe(page);
    history = did(did(history, { type: 'rename-page', page, title: 'First' }), { type: 'remove-page', page: 'page-2' });
    expect(findPage(history.document, page)?.title).toBe('First');
    for (let steps = stepsOf(history); steps > 0; steps -= 1) history = undo(history);
    expect(history.document).toEqual(draftedSketch);
  });

  it('never leaves a document without a page', () => {
    const outcome = perform(did(start, { type: 'remove-page', page }), { type: 'remove-page', page: 'page-2' }, ids);
    expect(outcome.ok ? 'done' : outcome.error.message).toBe('“Notes” is the only page; a document has at least one');
  });

  it('refuses more images than a file can hold and open again', () => {
    const image = `data:image/png;base64,${'A'.repeat(3_900_000)}`;
    const add: Command = { type: 'add', page, nodes: [{ kind: 'image', label: '', image }] };
    const two = did(did(start, add), add);
    const outcome = perform(two, add, ids);
    expect(outcome.ok ? 'done' : outcome.error.kind).toBe('too-many');
    const note = did(two, { type: 'add', page, nodes: [{ id: 'empty', kind: 'image', label: '' }] });
    const set = perform(note, { type: 'set', page, ids: ['empty'], fields: { image } }, ids);
    expect(set.ok ? 'done' : set.error.kind).toBe('too-many');
  });
});
