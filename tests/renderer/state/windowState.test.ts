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

  it('keeps no more than three messages', () => {
    const { getState } = store();
    for (let count = 0; count < 5; count += 1) getState().notify({ tone: 'neutral', text: `${count}` });
    expect(getState().notices.map(({ text }) => text)).toEqual(['2', '3', '4']);
  });

  it('lets go of a message that is not true any more, as when what it tells was undone', () => {
    const { getState } = store();
    const { need } = getState();
    getState().editNeedWithUndo((before) => ({ ...before, text: 'another' }), 'The need is another.');
    getState().notify({ tone: 'neutral', text: 'Saved.' });
    getState().dismissOutdated();
    expect(getState().notices.map(({ text }) => text)).toEqual(['The need is another.', 'Saved.']);
    getState().editNeed(() => need);
    getState().dismissOutdated();
    expect(getState().notices.map(({ text }) => text)).toEqual(['Saved.']);
  });
});
