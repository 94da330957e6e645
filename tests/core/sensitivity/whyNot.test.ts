import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { candidateEdits, offeringsUnder } from '../../../src/core/sensitivity/candidates.ts';
import { applyEdit } from '../../../src/core/sensitivity/edits.ts';
import { isOnTop, type Target } from '../../../src/core/sensitivity/smallestChange.ts';
import { whyNot } from '../../../src/core/sensitivity/whyNot.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';
import { processorTime } from '../../support/processorTime';
import { catalog, needs } from './needs.ts';

const small = smallCatalog();
const why = (need: unknown, entry: string) => whyNot(small, decide(small, needSchema.parse(need)), entry);
const ids = catalog.entries.map(({ id }) => id);

const verdictOf = (need: Need, id: string) =>
  decide(catalog, need).verdicts.find((verdict) => verdict.id === id)?.verdict;

/** A need, and an entry that is not its answer, mostly one that could do something that is asked. */
const questions = fc
  .tuple(needs(), fc.nat(), fc.boolean())
  .map(([need, pick, near]) => {
    const asked = new Set(need.tasks.map(({ task }) => task));
    const rivals = catalog.entries
      .filter(({ offers }) => offers.some(({ task }) => asked.has(task)))
      .map(({ id }) => id);
    const from = near && rivals.length > 0 ? rivals : ids;
    return { need, entry: from[pick % from.length] ?? '' };
  })
  .filter(({ need, entry }) => verdictOf(need, entry) !== 'recommended');

function targetOf(need: Need, id: string): Target {
  const engine = engineOf(catalog);
  const entry = engine.index.entries.get(id);
  if (!entry) throw new Error(id);
  const asked = new Set(need.tasks.map(({ task }) => task));
  const tasks = offeringsUnder(engine, entry)
    .map(({ offer }) => offer.task)
    .filter((task) => asked.has(task));
  return { engine, entry, tasks };
}

describe('the smallest change', () => {
  it('brings the entry to the top when the need is decided anew', () => {
    let found = 0;
    fc.assert(
      fc.property(questions, ({ need, entry }) => {
        const answer = whyNot(catalog, decide(catalog, need), entry);
        expect(answer).toBeDefined();
        expect(answer?.text).not.toBe('');
        expect(answer?.change === undefined).toBe(answer?.nothing !== undefined);
        if (!answer?.change) return;
        found += 1;
        expect(verdictOf(answer.change.need, entry)).toBe('recommended');
        expect(answer.change.need).not.toEqual(need);
        expect(needSchema.parse(answer.change.need)).toEqual(answer.change.need);
        expect(answer.change.text).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('is the smallest: no cheaper single edit, and no shorter move of one weight on a grid, does it', () => {
    fc.assert(
      fc.property(questions, ({ need, entry }) => {
        const change = whyNot(catalog, decide(catalog, need), entry)?.change;
        const target = targetOf(need, entry);
        const retired = [target.entry, ...offeringsUnder(target.engine, target.entry).map(({ service }) => service)];
        if (!change && retired.some(({ lifecycle }) => lifecycle.status === 'retired')) return;
        const most = change?.cost ?? Number.POSITIVE_INFINITY;
        for (const { edit, cost } of candidateEdits(target.engine, need, target.entry, target.tasks)) {
          if (cost < most) expect([edit, isOnTop(target, applyEdit(need, edit))]).toEqual([edit, false]);
        }
        for (const { id } of catalog.criteria) {
          const from = need.preferences[id] ?? 0.5;
          for (let step = 0; step <= 20; step += 1) {
            // Not 0 and 1 themselves, where exact ties are.
            const to = (step + 0.5) / 21;
            // A change is made at the next hundredth.
            if (Math.abs(to - from) >= most - 0.0101) continue;
            const moved = applyEdit(need, { kind: 'weigh', criterion: id, from, to });
            expect([id, to, isOnTop(target, moved)]).toEqual([id, to, false]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is an exact weight: the hundredth past the threshold, and not the one before', () => {
    const need = needSchema.parse({ tasks: [{ task: 'feel-mood' }] });
    const change = whyNot(small, decide(small, need), 'own-mood')?.change;
    expect(change?.edits).toEqual([{ kind: 'weigh', criterion: 'ease', from: 0.5, to: 0.3 }]);
    expect(change?.text).toBe('Weigh Ease at 0.3, not 0.5.');
    const at = (to: number) => decide(small, { ...need, preferences: { ease: to } }).recommendations[0]?.id;
    expect([at(0.3), at(0.31)]).toEqual(['own-mood', 'reader']);
  });
});

describe('why not', () => {
  it('says what it scored lower on, the largest deficit first, and the gaps add up', () => {
    const answer = why({ tasks: [{ task: 'feel-mood' }] }, 'mind');
    expect(answer).toMatchObject({ standing: 'outscored', alternative: 'reader' });
    const { against } = answer ?? {};
    expect(against?.gaps[0]).toMatchObject({ kind: 'task', of: 'feel-mood' });
    const sum = against?.gaps.reduce((total, { gap }) => total + gap, 0) ?? 0;
    expect(sum).toBeCloseTo((against?.winnerPoints ?? 0) - (against?.points ?? 0), 9);
    expect(answer?.text).toMatch(/^Reader does “Feel the mood” .* points better: it leads most on how squarely/);
  });

  it('names the constraint, the alternative, and what would bring it back', () => {
    const answer = why({ tasks: [{ task: 'find-themes' }] }, 'reader-themes');
    expect(answer).toMatchObject({ standing: 'ruled-out', alternative: 'mind' });
    expect(answer?.ruledOut?.constraint).toBe('lifecycle');
    expect(answer?.change?.text).toMatch(/^Say that you are a customer already/);
  });

  it('says plainly when nothing helps, and why', () => {
    const retired = why({ tasks: [{ task: 'rent-machine' }] }, 'old-iron');
    expect(retired?.change).toBeUndefined();
    expect(retired?.nothing).toBe('Nothing brings it back: Old iron is gone for everyone. Retired since 2025-01-01.');
    expect(why({ tasks: [{ task: 'rent-machine' }] }, 'shelf')).toMatchObject({
      standing: 'no-task',
      nothing: 'Nothing makes it the answer: it does no task of its own.',
    });
  });

  it('says of an entry for other tasks what those are, and of the answer that it is one', () => {
    expect(why({ tasks: [{ task: 'rent-machine' }] }, 'babel')).toMatchObject({
      standing: 'other-tasks',
      text: 'None of what you ask is its task: it does “Put in English”.',
      change: { text: 'Ask for “Put in English” too.' },
    });
    expect(why({ tasks: [{ task: 'feel-mood' }] }, 'reader')).toEqual({
      entry: 'reader',
      standing: 'recommended',
      text: 'Reader is part of the answer.',
    });
    expect(why({}, 'nowhere')).toBeUndefined();
  });

  it('answers within the time that a press of a key may take', () => {
    const need = needSchema.parse({ tasks: [{ task: 'translate-text' }, { task: 'analyze-sentiment' }] });
    const decision = decide(catalog, need);
    for (const id of ids) whyNot(catalog, decision, id);
    const elapsed = processorTime();
    for (const id of ids) whyNot(catalog, decision, id);
    // 30 ms are promised for one; the mean has to stay far below it on a busy machine too.
    expect(elapsed() / ids.length).toBeLessThan(30);
  });
});
