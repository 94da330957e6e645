import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const small = smallCatalog();
const need = (value: unknown): Need => needSchema.parse(value);
const moods = { tasks: [{ task: 'feel-mood' }] };

describe('what was settled by hand', () => {
  it('wins over the score', () => {
    const decision = decide(small, need({ ...moods, choices: { 'feel-mood': 'mind' } }));
    expect(decision.recommendations[0]).toMatchObject({ id: 'mind', verdict: 'recommended' });
    expect(decision.recommendations.find(({ id }) => id === 'reader')?.verdict).toBe('suitable');
    expect(decision.architecture.stages[0]).toMatchObject({ id: 'mind', role: 'stage' });
  });

  it.each(['reader', 'reader-mood'])('may name a service or its capability: %s', (chosen) => {
    const decision = decide(small, need({ ...moods, choices: { 'feel-mood': chosen } }));
    expect(decision.recommendations[0]).toMatchObject({ id: 'reader', via: ['reader-mood'] });
  });

  it('loses to a hard constraint, and says why', () => {
    const decision = decide(
      small,
      need({ ...moods, constraints: { trainingData: 'none' }, choices: { 'feel-mood': 'own-mood' } }),
    );
    expect(decision.recommendations[0]?.id).toBe('reader');
    expect(decision.assumptions).toContain(
      'You chose Own mood model for "Feel the mood", but it is ruled out: Own mood model needs labelled data; you have no data of your own. Reader does it in the plan.',
    );
  });

  it('loses to the lifecycle, and the chosen one is among what is ruled out', () => {
    const decision = decide(
      small,
      need({ tasks: [{ task: 'find-themes' }], choices: { 'find-themes': 'reader-themes' } }),
    );
    expect(decision.recommendations[0]?.id).toBe('mind');
    expect(decision.excluded.map(({ id }) => id)).toContain('reader-themes');
    expect(decision.assumptions.join(' ')).toContain('Closed to new customers since 2026-04-30');
  });

  it('says so where what was chosen does not do the task', () => {
    const decision = decide(small, need({ ...moods, choices: { 'feel-mood': 'babel' } }));
    expect(decision.recommendations[0]?.id).toBe('reader');
    expect(decision.assumptions).toContain(
      'You chose Babel for "Feel the mood", which it does not do. Reader does it in the plan.',
    );
  });

  it('says nothing of a choice for a task that is not asked', () => {
    const plain = decide(small, need(moods));
    const idle = decide(small, need({ ...moods, choices: { 'rent-machine': 'old-iron' } }));
    expect(idle.assumptions).toEqual(plain.assumptions);
    expect(idle.excluded).toEqual(plain.excluded);
    expect(idle.recommendations).toEqual(plain.recommendations);
  });

  it('is refused by the parser where an id is unknown, with the nearest one', () => {
    const parsed = parseNeed({ choices: { 'feel-moot': 'mind', 'feel-mood': 'mint' } }, small);
    expect(parsed.ok ? [] : parsed.error).toEqual([
      { field: 'choices.feel-moot', message: 'Unknown task "feel-moot"; did you mean "feel-mood"?' },
      { field: 'choices.feel-mood', message: 'Unknown entry "mint"; did you mean "mind"?' },
    ]);
  });

  it('for every task of the shipped catalogue and every entry that is open for it, the plan does as it was told', () => {
    const knowledge = loadKnowledge();
    if (!knowledge.ok) throw new Error('The bundled data is wrong');
    const { catalog } = knowledge.value;
    const pairs = catalog.entries.flatMap((entry) => entry.offers.map(({ task }) => ({ entry, task })));
    fc.assert(
      fc.property(fc.constantFrom(...pairs), ({ entry, task }) => {
        const decision = decide(catalog, need({ tasks: [{ task }], choices: { [task]: entry.id } }));
        const verdict = decision.verdicts.find(({ id }) => id === entry.id)?.verdict;
        const told = decision.assumptions.some((text) => text.startsWith(`You chose ${entry.name}`));
        expect(verdict).toBe(told ? 'ruled-out' : 'recommended');
      }),
      { numRuns: 200 },
    );
  });
});
