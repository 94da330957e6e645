/** Row 22 in full, as far as it needs no browser; in the page it is hostile.spec.ts. */
import { describe, it } from 'vitest';
import { tellFigure } from '../support/figure.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';
import { hostileDecision, hostileSketch } from '../support/hostileRuns.ts';

describe('row 22: hostile texts stay texts', () => {
  it('each alone in every field of a sketch, drawn both ways', async (context) => {
    for (const payload of hostilePayloads) await hostileSketch([payload], ['embedded', 'outlined']);
    await hostileSketch(hostilePayloads, ['embedded', 'outlined']);
    tellFigure(context, `${hostilePayloads.length} payloads, each alone in a sketch and all in one, drawn both ways`);
  });

  it('each alone as the sentence of a need and in an old decision', (context) => {
    for (const payload of hostilePayloads) hostileDecision(payload);
    tellFigure(context, `${hostilePayloads.length} payloads, each alone in a need, an old decision and its record`);
  });
});
