import { describe, expect, it } from 'vitest';
import { createWindowStore, firstState } from '../../../src/renderer/state/windowState.ts';

const store = () => createWindowStore(firstState, 'light');

describe('the store of the window', () => {
  it('keeps the parts that are favourites, each once, until they are let go', () => {
    const { getState } = store();
    getState().toggleFavouritePart('entry:polly');
    getState().toggleFavouritePart('node:note');
    expect(getState().favouriteParts).toEqual(['entry:polly', 'node:note']);
    getState().toggleFavouritePart('entry:polly');
    expect(getState().favouriteParts).toEqual(['node:note']);
  });

  it('keeps the parts that were added last, the latest first, each once, and no more than six', () => {
    const { getState } = store();
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'e']) getState().usedPart(key);
    expect(getState().recentParts).toEqual(['e', 'g', 'f', 'd', 'c', 'b']);
  });

  it('keeps no more than three errors', () => {
    const { getState } = store();
    for (let count = 0; count < 5; count += 1) getState().notify({ tone: 'danger', text: `${count}` });
    expect(getState().notices.map(({ text }) => text)).toEqual(['2', '3', '4']);
  });

  it('lets go of a message that is not true any more, as when what it tells was undone', () => {
    const { getState } = store();
    const { need } = getState();
    getState().editNeedWithUndo((before) => ({ ...before, text: 'another' }), 'The need is another.');
    getState().notify({ tone: 'danger', text: 'Not saved.' });
    getState().dismissOutdated();
    expect(getState().notices.map(({ text }) => text)).toEqual(['The need is another.', 'Not saved.']);
    getState().editNeed(() => need);
    getState().dismissOutdated();
    expect(getState().notices.map(({ text }) => text)).toEqual(['Not saved.']);
  });

  it('keeps one message at a time, but errors and offers that stand', () => {
    const { getState } = store();
    const { notify } = getState();
    const action = { label: 'Undo', run: () => undefined };
    notify({ tone: 'neutral', text: 'an offer', action });
    notify({ tone: 'danger', text: 'an error' });
    for (const text of ['one', 'two', 'three']) notify({ tone: 'success', text, action, holds: () => true });
    expect(getState().notices.map(({ text }) => text)).toEqual(['an offer', 'an error', 'three']);
  });
});
