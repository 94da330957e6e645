import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBundledData, loadQuestionsAt } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import {
  answer,
  createGuide,
  dontKnow,
  type GuideStep,
  nextStep,
  prepareGuide,
  startGuide,
} from '../../../src/core/guide/guide.ts';
import { back, followNeed, type GuideState, guideStateSchema, reopen } from '../../../src/core/guide/state.ts';
import { winnerTable } from '../../../src/core/guide/winners.ts';

const { catalog, lexicon } = loadBundledData();
const loaded = loadQuestionsAt();
if (!loaded.ok) throw new Error('The questions are wrong.');
const guide = createGuide(catalog, loaded.value);
const empty = needSchema.parse({});

const say = (state: GuideState, id: string): GuideState => {
  const said = answer(state, nextStep(guide, state), id);
  if (!said.ok) throw new Error(said.error);
  return said.value;
};
const talk = (...ids: readonly string[]): GuideState => ids.reduce(say, startGuide(empty));

/** An answer by a number, as one picks without looking: also "I don't know". */
const pick = ({ next }: GuideStep, number: number): string | undefined => {
  if (next.kind === 'finished') return undefined;
  const open = next.options.filter(({ left }) => left > 0).map(({ id }) => id);
  return [...open, dontKnow][number % (open.length + 1)];
};

const numbers = fc.array(fc.nat({ max: 50 }), { maxLength: 12 });

/** Every state of a conversation that is led by numbers. */
const statesOf = (picks: readonly number[]): GuideState[] => {
  const states = [startGuide(empty)];
  for (const number of picks) {
    const state = states.at(-1);
    const id = state && pick(nextStep(guide, state), number);
    if (!state || id === undefined) break;
    states.push(say(state, id));
  }
  return states;
};

describe('who comes first', () => {
  it('is whom the decision puts first, for every task under many wishes', () => {
    const table = winnerTable(engineOf(catalog));
    const wishes = fc.record({
      task: fc.constantFrom(...catalog.tasks),
      mode: fc.constantFrom(undefined, 'live' as const, 'batch' as const),
      place: fc.constantFrom(undefined, 'edge' as const),
      customer: fc.constantFrom(undefined, 'existing' as const),
      trainingData: fc.constantFrom(undefined, 'none' as const, 'few-labels' as const),
      management: fc.constantFrom(undefined, ['managed-service'] as const, ['own-infrastructure'] as const),
      criterion: fc.constantFrom(undefined, ...catalog.criteria.map(({ id }) => id)),
      have: fc.nat(),
    });
    fc.assert(
      fc.property(wishes, ({ task, criterion, have, ...constraints }) => {
        const kind = task.accepts[have % Math.max(1, task.accepts.length)];
        const need: Need = needSchema.parse({
          tasks: [{ task: task.id }],
          have: kind === undefined ? [] : [kind],
          constraints: Object.fromEntries(Object.entries(constraints).filter(([, value]) => value !== undefined)),
          preferences: criterion === undefined ? {} : { [criterion]: 1 },
        });
        const first = decide(catalog, need).recommendations.find(({ tasks }) => tasks.includes(task.id))?.id;
        expect(table.ofTask(task.id, need)).toEqual(first === undefined ? [] : [first]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the conversation', () => {
  it('ends at a winner that the decision on its need puts first too', () => {
    fc.assert(
      fc.property(numbers, (picks) => {
        const state = statesOf(picks).at(-1) ?? startGuide(empty);
        const { next, need } = nextStep(guide, state);
        if (next.kind === 'question' || !next.stable) return;
        expect(decide(catalog, need).recommendations[0]?.id).toBe(next.winners[0]);
      }),
      { numRuns: 12 },
    );
  });

  it('never leaves more than before, asks nothing twice, and comes to an end', () => {
    fc.assert(
      fc.property(numbers, (picks) => {
        const states = statesOf(picks);
        const left = states.map((state) => nextStep(guide, state).tasks.length);
        expect([...left].sort((one, other) => other - one)).toEqual(left);
        const asked = (states.at(-1)?.answered ?? []).filter((each) => each.answer !== 'something-else');
        expect(new Set(asked.map(({ question }) => question)).size).toBe(asked.length);
      }),
      { numRuns: 12 },
    );
  });

  it('can always go one step back to exactly where it was', () => {
    fc.assert(
      fc.property(numbers, (picks) => {
        const states = statesOf(picks);
        const last = states.at(-1);
        const before = states.at(-2);
        if (last && before) expect(nextStep(guide, back(last))).toEqual(nextStep(guide, before));
      }),
      { numRuns: 8 },
    );
  });

  it('asks first what tells most, says why, and what each answer leaves', () => {
    const { next, left, total } = nextStep(guide, startGuide(empty));
    if (next.kind !== 'question') throw new Error('Nothing is asked.');
    expect(next.id).toBe('area');
    expect(left).toHaveLength(total);
    expect(next.why).toContain(`${total} services could still come first`);
    for (const option of next.options) {
      expect(option.left).toBeGreaterThan(0);
      expect(option.left).toBeLessThan(total);
      expect(nextStep(guide, talk(option.id)).left).toHaveLength(option.left);
    }
  });

  it('asks only for what a sentence leaves open', () => {
    const { next } = nextStep(guide, startGuide(interpret('forecast sales from last year', catalog, lexicon)));
    expect(next.kind === 'finished' || !['area', 'want', 'task'].includes(next.id)).toBe(true);
  });

  it('puts an answer again without losing the later ones that still fit', () => {
    const state = talk('train', 'data');
    const again = reopen(state, 0);
    expect(nextStep(guide, again).next).toMatchObject({ kind: 'question', id: 'area' });
    expect(back(again)).toEqual(state);
    expect(say(again, 'train')).toEqual(state);
    expect(say(again, 'see').answered.map((each) => each.answer)).toEqual(['see']);
  });

  it('follows a need that was edited elsewhere', () => {
    const state = talk('predict', 'detect-fraud');
    const { need } = nextStep(guide, state);
    expect(followNeed(state, need, { ...need })).toBe(state);
    const live: Need = { ...need, constraints: { mode: 'live' } };
    const followed = followNeed(state, need, live);
    expect(followed.answered).toEqual(state.answered);
    expect(nextStep(guide, followed).need).toEqual(live);
    const other: Need = { ...need, tasks: [{ task: 'translate-text', weight: 1, triggers: [] }] };
    expect(nextStep(guide, followNeed(state, need, other)).need.tasks).toEqual(other.tasks);
    const none: Need = { ...need, tasks: [] };
    expect(nextStep(guide, followNeed(state, need, none)).next).toMatchObject({ id: 'area' });
  });

  it('is plain data that can be kept', () => {
    const state = reopen(talk('train', 'data', dontKnow), 1);
    expect(guideStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('says which answers there are where one is unknown', () => {
    const said = answer(startGuide(empty), nextStep(guide, startGuide(empty)), 'smell');
    expect(said).toMatchObject({ ok: false, error: expect.stringContaining('it has see, hear, read') });
  });

  it('serves a catalogue that its questions do not know', () => {
    const small = {
      ...catalog,
      taskGroups: [{ id: 'own', name: 'Our own' }, ...catalog.taskGroups.slice(0, 1)],
      tasks: catalog.tasks.slice(0, 9).map((task, place) => (place < 3 ? { ...task, group: 'own' } : task)),
    };
    const { next } = nextStep(createGuide(small, guide.questions), startGuide(empty));
    if (next.kind === 'question' && next.id === 'area')
      expect(next.options.map(({ id }) => id)).toEqual(['see', 'own']);
    expect(next.kind).toBe('question');
  });
});

describe('the number of questions', () => {
  it('is small for every kind of task, for users who mind nothing else', () => {
    // The bench asks for all of them: npm run bench guide.
    const asked = catalog.tasks
      .filter((_, place) => place % 4 === 0)
      .map((task) => {
        let state = startGuide(empty);
        for (let count = 0; ; count += 1) {
          const { next } = nextStep(guide, state);
          if (next.kind === 'finished') return { task: task.id, count };
          const own = next.options.find(({ patch }) => patch.tasks?.includes(task.id));
          state = say(state, own?.id ?? dontKnow);
        }
      });
    expect(asked.filter(({ count }) => count > 6)).toEqual([]);
    const counts = asked.map(({ count }) => count).sort((one, other) => one - other);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(3);
  });
});

describe('a guide that is prepared in parts', () => {
  it('puts the same first question, worked out before it is asked for', () => {
    const prepared = createGuide(catalog, guide.questions);
    const parts = [...prepareGuide(prepared)];
    expect(parts.length).toBeGreaterThan(20);
    expect(prepared.steps.size).toBe(1);
    const step = nextStep(prepared, startGuide(empty));
    expect(prepared.steps.size).toBe(1);
    expect(step).toEqual(nextStep(createGuide(catalog, guide.questions), startGuide(empty)));
  });

  it('answers the same where it is asked halfway', () => {
    const prepared = createGuide(catalog, guide.questions);
    const parts = prepareGuide(prepared);
    for (let part = 0; part < 15; part += 1) parts.next();
    expect(nextStep(prepared, startGuide(empty))).toEqual(nextStep(guide, startGuide(empty)));
    expect(parts.next().done).toBe(false);
  });
});

describe('words in images', () => {
  it('are on signs or on pages: who wants images read is asked which', () => {
    const first = (...ids: string[]) => decide(catalog, nextStep(guide, talk(...ids)).need).recommendations[0]?.id;
    expect(first('see', 'words')).toBe('rekognition');
    expect(first('see', 'pages')).toBe('textract');
  });
});
