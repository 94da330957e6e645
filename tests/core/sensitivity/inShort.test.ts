import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { inShort, searchTurn } from '../../../src/core/sensitivity/inShort.ts';
import { isOnTop } from '../../../src/core/sensitivity/smallestChange.ts';
import { catalog, needs } from './needs.ts';

const { index } = engineOf(catalog);
const short = (need: unknown) => inShort(catalog, decide(catalog, needSchema.parse(need)));

function turnOf(need: Need) {
  const steps = searchTurn(catalog, decide(catalog, need));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const chatbot = { tasks: [{ task: 'answer-from-documents' }, { task: 'build-chatbot', weight: 0.6 }] };

describe('a decision in ten seconds', () => {
  it('says why the first leads in terms of the need: how well it fits, and what it is ahead on', () => {
    const found = short(chatbot);
    expect(found?.leader).toBe('bedrock');
    expect(found?.why).toMatch(/^fits its task (in full|at 0\.\d+ of 1), ahead on /);
    expect(short({ tasks: [{ task: 'translate-text' }] })?.why).toMatch(/^fits “Translate” in full/);
    const fact = index.entries.get('bedrock-knowledge-bases')?.facts[0]?.text;
    expect(found?.why).not.toContain(fact);
  });

  it('says who lost and by what', () => {
    const found = short(chatbot);
    expect(found?.rival).toMatchObject({ text: expect.stringMatching(/^is \d+ points? behind, mostly (in|for) /) });
    expect(found?.out).toEqual({ entry: 'kendra', text: 'is closed to new customers' });
  });

  it('names the stated preferences that the first meets', () => {
    expect(short({ tasks: [{ task: 'transcribe-recordings' }], preferences: { operations: 1 } })?.why).toContain(
      'meets your wish for Least operations',
    );
  });

  it('has nothing to say where nothing is ranked', () => {
    expect(short({})).toBeUndefined();
  });

  it('finds a turn that the engine bears out, and no entry of the answer', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const decision = decide(catalog, need);
        const found = inShort(catalog, decision);
        expect(found === undefined).toBe(decision.recommendations.length === 0);
        for (const loser of [found?.rival, found?.out]) {
          if (loser) expect(loser.text).toMatch(/^\S.*[^.]$/);
        }
        const turn = turnOf(need);
        if (!turn) return;
        const entry = index.entries.get(turn.entry);
        if (!entry) throw new Error(turn.entry);
        const target = { engine: engineOf(catalog), entry, tasks: [] };
        expect(isOnTop(target, need)).toBe(false);
        expect(isOnTop(target, turn.change.need)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
