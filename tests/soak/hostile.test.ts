/** Row 22 in full, as far as it needs no browser; in the page it is tests/e2e/hostile.spec.ts. */
import { describe, it } from 'vitest';
import { hostilePayloads } from '../support/hostilePayloads.ts';
import { hostileDecision, hostileSketch } from '../support/hostileRuns.ts';

describe('row 22: hostile texts stay texts', () => {
  it('each alone in every field of a sketch, drawn both ways', async () => {
    for (const payload of hostilePayloads) await hostileSketch([payload], ['embedded', 'outlined']);
    await hostileSketch(hostilePayloads, ['embedded', 'outlined']);
  });

  it('each alone as the sentence of a need and in an old decision', () => {
    for (const payload of hostilePayloads) hostileDecision(payload);
  });
});
