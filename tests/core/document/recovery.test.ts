import { describe, expect, it } from 'vitest';
import { isDirty, startHistory } from '../../../src/core/document/history.ts';
import { recover } from '../../../src/core/document/recovery.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { app } from '../../support/openingRuns.ts';
import { draftedSketch, emptySketch } from '../../support/sketches.ts';

const kept = writeDocument(draftedSketch, app);

describe('recover', () => {
  it('gives what was kept, to be opened as an unsaved copy', () => {
    const recovered = recover(kept, emptySketch);
    expect(recovered).toEqual({ document: draftedSketch, lostCount: 0 });
    expect(isDirty(startHistory(draftedSketch, false))).toBe(true);
  });

  it.each([
    undefined,
    '',
    '\n',
    '\u0000'.repeat(4096),
    '{',
    kept.slice(0, 90),
    kept.replace('"version": 3', '"version": 9'),
  ])('passes over what is empty, foreign or torn at its beginning (%#)', (text) => {
    expect(recover(text)).toBeUndefined();
  });

  it('passes over what the file says too', () => {
    expect(recover(kept, draftedSketch)).toBeUndefined();
  });

  it('gives what is left of a kept text that was cut off, and says how much is missing', () => {
    const recovered = recover(kept.slice(0, Math.floor(kept.length / 2)), draftedSketch);
    expect(Object.keys(recovered?.document.pages['page-1']?.nodes ?? {}).length).toBeGreaterThan(2);
    expect(recovered?.lostCount).toBeGreaterThan(0);
  });
});
