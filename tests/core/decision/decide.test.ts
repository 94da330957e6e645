import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const catalog = smallCatalog();
const need = (value: unknown): Need => needSchema.parse(value);
const asked = (...tasks: string[]): { task: string }[] => tasks.map((task) => ({ task }));
const verdict = (decision: ReturnType<typeof decide>, id: string) => decision.verdicts.find((each) => each.id === id);

describe('decide', () => {
  it('recommends a service through the capability that does the task', () => {
    const decision = decide(catalog, need({ tasks: asked('feel-mood') }));
    expect(decision.recommendations[0]).toMatchObject({
      id: 'reader',
      rank: 1,
      verdict: 'recommended',
      via: ['reader-mood'],
    });
    expect(verdict(decision, 'reader-mood')?.verdict).toBe('recommended');
    expect(verdict(decision, 'reader')?.verdict).toBe('recommended');
    expect(verdict(decision, 'mind')?.verdict).toBe('suitable');
    expect(verdict(decision, 'babel')?.verdict).toBe('not-relevant');
    expect(decision.pipeline).toEqual([]);
  });

  it('lets a capability close while its service stays open', () => {
    const decision = decide(catalog, need({ tasks: asked('find-themes') }));
    expect(decision.recommendations.map(({ id }) => id)).toEqual(['mind']);
    expect(decision.excluded).toMatchObject([
      { id: 'reader-themes', status: 'closed-to-new', constraint: 'lifecycle', successor: 'mind' },
    ]);
    expect(verdict(decision, 'reader-themes')).toMatchObject({
      verdict: 'ruled-out',
      ruledOut: { alternative: 'mind' },
    });
    expect(decision.assumptions.join(' ')).toContain('new customer');
  });

  it('offers a closed capability to an existing customer, with a caveat', () => {
    const decision = decide(catalog, need({ tasks: asked('find-themes'), constraints: { customer: 'existing' } }));
    const themes = verdict(decision, 'reader-themes');
    expect(['suitable', 'recommended']).toContain(themes?.verdict);
    expect(themes?.caveats[0]?.text).toContain('Closed to new customers since 2026-04-30');
  });

  it('never offers what is retired, not even to an existing customer', () => {
    for (const customer of ['new', 'existing']) {
      const decision = decide(catalog, need({ tasks: asked('rent-machine'), constraints: { customer } }));
      expect(decision.recommendations.map(({ id }) => id)).toEqual(['new-iron']);
      expect(decision.excluded[0]).toMatchObject({ id: 'old-iron', status: 'retired', successor: 'new-iron' });
    }
  });

  it('answers a service that is gone by its successor', () => {
    const decision = decide(catalog, need({ named: [{ entry: 'old-iron', stance: 'replace' }] }));
    expect(decision.recommendations[0]?.id).toBe('new-iron');
  });

  it('says which constraint ruled out what, and the change that would bring it back', () => {
    const decision = decide(catalog, need({ tasks: asked('feel-mood'), constraints: { trainingData: 'none' } }));
    expect(verdict(decision, 'own-mood')).toMatchObject({
      verdict: 'ruled-out',
      ruledOut: { constraint: 'trainingData', change: 'Bring labelled data.', alternative: 'reader' },
    });
  });

  it.each([
    [{ place: 'edge' }, 'own-mood'],
    [{ management: ['own-infrastructure'] }, 'own-mood'],
    [{ excluded: ['reader', 'mind'] }, 'own-mood'],
    [{ sheetOnly: true }, 'reader'],
    [{ mode: 'live' }, 'reader'],
  ])('holds the constraint %j', (constraints, first) => {
    expect(decide(catalog, need({ tasks: asked('feel-mood'), constraints })).recommendations[0]?.id).toBe(first);
  });

  it('ranks by preferences what fits about as well', () => {
    const control = decide(catalog, need({ tasks: asked('feel-mood'), preferences: { control: 1, ease: 0 } }));
    expect(control.recommendations[0]?.id).toBe('own-mood');
  });

  it('puts several tasks in the order in which the data flows', () => {
    const decision = decide(
      catalog,
      need({ tasks: asked('feel-mood', 'put-in-english', 'write-down'), have: ['sound'] }),
    );
    expect(decision.pipeline).toEqual(['scribe', 'babel', 'reader']);
    expect(decision.architecture.flows).toContainEqual({ from: 'input', to: 'scribe', data: 'sound', label: 'sound' });
    expect(decision.architecture.flows).toContainEqual({
      from: 'scribe',
      to: 'babel',
      data: 'transcript',
      label: 'transcript',
    });
    expect(decision.architecture.flows).toContainEqual({
      from: 'babel',
      to: 'reader',
      data: 'english',
      label: 'English text',
    });
    expect(decision.architecture.flows).toContainEqual({ from: 'reader', to: 'output', data: 'mood', label: 'mood' });
  });

  it.each([
    [['sound'], ['scribe', 'reader']],
    [['paper'], ['page-reader', 'reader']],
    [['text'], []],
  ])('bridges from %j to what the task takes', (have, pipeline) => {
    expect(decide(catalog, need({ tasks: asked('feel-mood'), have })).pipeline).toEqual(pipeline);
  });

  it('finds the tasks between data at hand and data wanted', () => {
    const decision = decide(catalog, need({ have: ['sound'], want: ['mood'] }));
    expect(decision.pipeline).toEqual(['scribe', 'reader']);
  });

  it('sets what supports beside what is recommended', () => {
    const decision = decide(catalog, need({ tasks: asked('write-down') }));
    expect(verdict(decision, 'shelf')).toMatchObject({
      verdict: 'supporting',
      reasons: [{ text: 'Recordings lie there.' }],
    });
    expect(decision.architecture.stages).toEqual([
      { id: 'scribe', tasks: ['write-down'], role: 'stage' },
      { id: 'shelf', tasks: [], role: 'supporting' },
    ]);
  });

  it('prefers one service that does two tasks about as well as two', () => {
    const decision = decide(
      catalog,
      need({ tasks: asked('find-themes', 'feel-mood'), constraints: { excluded: ['reader-mood', 'own-mood'] } }),
    );
    expect(decision.recommendations[0]?.id).toBe('mind');
    expect(decision.pipeline).toEqual([]);
  });

  it('decides nothing for a need that asks for nothing', () => {
    const decision = decide(catalog, need({}));
    expect(decision.recommendations).toEqual([]);
    expect(decision.verdicts).toHaveLength(catalog.entries.length);
  });
});
