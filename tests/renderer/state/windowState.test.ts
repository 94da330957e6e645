import { describe, expect, it } from 'vitest';
import { createWindowStore, firstState } from '../../../src/renderer/state/windowState.ts';

const store = () => createWindowStore({ ...firstState, draftPositions: { s3: { x: 4, y: 8 } } }, 'light');

describe('the draft in the store', () => {
  it('loses hand positions when it is tidied or turned, and gets them back by undo', () => {
    for (const change of ['tidy', 'turn'] as const) {
      const { getState } = store();
      if (change === 'tidy') getState().tidyDraft();
      else getState().turnDraft('down');
      expect(getState().draftPositions).toEqual({});
      getState().notices[0]?.action?.run();
      expect(getState()).toMatchObject({ draftPositions: { s3: { x: 4, y: 8 } }, draftDirection: 'right' });
    }
  });

  it('turns without a word where nothing was moved', () => {
    const { getState } = createWindowStore(firstState, 'light');
    getState().turnDraft('down');
    expect(getState()).toMatchObject({ draftDirection: 'down', notices: [] });
  });

  it('keeps no more than three messages', () => {
    const { getState } = store();
    for (let count = 0; count < 5; count += 1) getState().notify({ tone: 'neutral', text: `${count}` });
    expect(getState().notices.map(({ text }) => text)).toEqual(['2', '3', '4']);
  });
});
