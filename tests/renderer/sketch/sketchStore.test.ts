import { describe, expect, it } from 'vitest';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyDocument } from '../../../src/core/document/document.ts';
import { isDirty } from '../../../src/core/document/history.ts';
import { createSketchStore, shownPage } from '../../../src/renderer/sketch/sketchStore.ts';

function newStore() {
  const refused: string[] = [];
  const store = createSketchStore(countedIds(), (message) => refused.push(message));
  const addNote = (label: string) =>
    store.getState().edit({ type: 'add', nodes: [{ kind: 'note', label, position: { x: 0, y: 0 } }] })?.[0] ?? '';
  return { store, refused, addNote };
}

describe('the store of the sketch', () => {
  it('edits the page that is shown, as one step each', () => {
    const { store, addNote } = newStore();
    const id = addNote('Ask legal');
    expect(shownPage(store.getState()).nodes[id]?.label).toBe('Ask legal');
    expect(store.getState().following).toBe(false);
    store.getState().undo();
    expect(shownPage(store.getState()).nodes).toEqual({});
    store.getState().redo();
    expect(shownPage(store.getState()).nodes[id]?.label).toBe('Ask legal');
  });

  it('has nothing to save once everything that a hand did to a draft is undone', () => {
    const { store, addNote } = newStore();
    store.getState().open(emptyDocument('sketch', 'A draft'), { following: true });
    addNote('Ask legal');
    expect(isDirty(store.getState().history)).toBe(true);
    store.getState().undo();
    expect(isDirty(store.getState().history)).toBe(false);
  });

  it('does several edits as one step', () => {
    const { store, addNote } = newStore();
    const id = addNote('One');
    store
      .getState()
      .edit({ type: 'set', ids: [id], fields: { tone: 'blue' } }, { type: 'set', ids: [id], fields: { label: 'Two' } });
    expect(shownPage(store.getState()).nodes[id]).toMatchObject({ tone: 'blue', label: 'Two' });
    store.getState().undo();
    expect(shownPage(store.getState()).nodes[id]).toMatchObject({ label: 'One' });
    expect(shownPage(store.getState()).nodes[id]?.tone).toBeUndefined();
  });

  it('says why something could not be done, and changes nothing', () => {
    const { store, refused, addNote } = newStore();
    const id = addNote('Locked');
    store.getState().edit({ type: 'set', ids: [id], fields: { locked: true } });
    const before = store.getState().history;
    expect(store.getState().edit({ type: 'remove', ids: [id] })).toBeUndefined();
    expect(store.getState().history).toBe(before);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/Locked.*locked/i);
  });

  it('says nothing where there was nothing to change', () => {
    const { store, refused } = newStore();
    store.getState().edit({ type: 'remove', ids: [] });
    expect(refused).toEqual([]);
  });

  it('lets go of what is gone', () => {
    const { store, addNote } = newStore();
    const [one, other] = [addNote('One'), addNote('Other')];
    store.getState().select([one, other]);
    store.getState().edit({ type: 'remove', ids: [other] });
    expect([...store.getState().selection]).toEqual([one]);
    store.getState().undo();
    store.getState().undo();
    expect([...store.getState().selection]).toEqual([one]);
    store.getState().undo();
    expect([...store.getState().selection]).toEqual([]);
  });

  it('shows another page where the one that was shown is removed', () => {
    const { store } = newStore();
    const [second = ''] = store.getState().perform({ type: 'add-page', title: 'Second' }) ?? [];
    store.getState().showPage(second);
    store.getState().perform({ type: 'remove-page', page: second });
    expect(shownPage(store.getState()).title).toBe('Page 1');
  });

  it('begins a past of its own with every document', () => {
    const { store, addNote } = newStore();
    addNote('One');
    store.getState().open(emptyDocument('other', 'Other'), { saved: true });
    expect(isDirty(store.getState().history)).toBe(false);
    store.getState().undo();
    expect(store.getState().history.document.title).toBe('Other');
  });
});
