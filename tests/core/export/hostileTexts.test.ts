import { describe, expect, it } from 'vitest';
import { hostilePayloads } from '../../support/hostilePayloads.ts';
import { hostileDecision, hostileSketch } from '../../support/hostileRuns.ts';

describe('row 22: hostile texts stay texts', () => {
  it('are two hundred, each another', () => {
    expect(new Set(hostilePayloads).size).toBe(hostilePayloads.length);
    expect(hostilePayloads.length).toBeGreaterThanOrEqual(200);
  });

  it('all in every field of one sketch: saved, opened, copied, pasted, checked, drawn', async () => {
    await hostileSketch(hostilePayloads, ['embedded']);
    await hostileSketch(hostilePayloads.slice(-60), ['outlined']);
  });

  it('however long it is, a text makes no picture that nobody can open', async () => {
    await hostileSketch(['W'.repeat(20_000)], ['embedded']);
  });

  it('as the sentence of a need and in an old decision, some at once: recorded, reviewed, superseded', () => {
    const texts = hostilePayloads.map((payload) => payload.slice(0, 100));
    for (let first = 0; first < texts.length; first += 6) hostileDecision(texts.slice(first, first + 6).join(' '), 1);
  }, 60_000);

  it('half a sign in the name of an old record does not stop the new one', () => {
    hostileDecision('\ud800');
  });
});
