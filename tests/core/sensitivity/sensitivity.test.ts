import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { judge } from '../../../src/core/decision/judged.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { modelOf } from '../../../src/core/sensitivity/model.ts';
import { sampleSize } from '../../../src/core/sensitivity/sampling.ts';
import { sensitivity } from '../../../src/core/sensitivity/sensitivity.ts';
import { planAt } from '../../../src/core/sensitivity/sweep.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';
import { catalog, levelCatalog, needs } from './needs.ts';

const weighed = (need: Need, criterion: string, weight: number): Need => ({
  ...need,
  preferences: { ...need.preferences, [criterion]: weight },
});

/** Who does what by the engine itself. */
const engineSays = (need: Need, from: Catalog = catalog): Readonly<Record<string, string>> =>
  Object.fromEntries(judge(engineOf(from), need).ordered.map(({ task, offering }) => [task.id, offering.service.id]));

const entriesOf = (handovers: readonly { task: string; to: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(handovers.map(({ task, to }) => [task, to]));

describe('the model that is swept', () => {
  it('covers the tasks as the engine does, under any weights', () => {
    fc.assert(
      fc.property(needs(), fc.constantFrom(catalog, levelCatalog), (need, from) => {
        const model = modelOf(from, need);
        const plan = Object.fromEntries(
          [...planAt(model, model.weights)].map(([task, { offering }]) => [task, offering.service.id]),
        );
        expect(plan).toEqual(engineSays(need, from));
      }),
      { numRuns: 400 },
    );
  });
});

describe('the interval in which a plan stands', () => {
  it.each([
    ['the bundled catalogue', catalog],
    ['a catalogue where preferences alone decide', levelCatalog],
  ])('over %s is what deciding anew at 101 weights says, and so is who takes over', (_, from) => {
    fc.assert(
      fc.property(needs(), fc.nat(catalog.criteria.length - 1), (need, place) => {
        const now = engineSays(need, from);
        const found = sensitivity(from, need).whole.criteria[place];
        if (!found) throw new Error('No such criterion');
        for (let step = 0; step <= 100; step += 1) {
          // Not 0, 0.5 and 1 themselves, where weights that are alike make exact ties.
          const weight = (step + 0.5) / 101;
          const bounds = found.stretches
            .flatMap(({ from, to }) => [from, to])
            .filter((bound) => bound > 0 && bound < 1);
          // At a bound two sides tie.
          if (bounds.some((bound) => Math.abs(bound - weight) < 1e-6)) continue;
          const then = engineSays(weighed(need, found.criterion, weight), from);
          const stretch = found.stretches.find(({ from, to }) => weight > from && weight <= to);
          expect({ ...now, ...entriesOf(stretch?.handovers ?? []) }).toEqual(then);
          const stands = weight > found.from && weight < found.to;
          if (stands) expect(then).toEqual(now);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes on where the interval ends: just beyond, someone else does a task', () => {
    let ends = 0;
    fc.assert(
      fc.property(needs(), (need) => {
        const now = engineSays(need, levelCatalog);
        for (const { criterion, from, to, below, above, lead, stretches } of sensitivity(levelCatalog, need).whole
          .criteria) {
          // Where the present weights tie, or a stretch is hardly there, the next step is another one still.
          if (Math.abs(lead?.now ?? 1) < 1e-3 || stretches.some((each) => each.to - each.from < 1e-3)) continue;
          for (const [at, takeover] of [
            [from - 1e-4, below],
            [to + 1e-4, above],
          ] as const) {
            if (!takeover || at < 0 || at > 1) continue;
            ends += 1;
            expect(engineSays(weighed(need, criterion, at), levelCatalog)).toEqual({
              ...now,
              ...entriesOf(takeover.handovers),
            });
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(ends).toBeGreaterThan(50);
  });

  it('is cut where two straight scores cross: by hand, on a small catalogue', () => {
    // Own mood model: fit 0.9, ease 0.1, control 1. Reader's mood: fit 1, ease 0.9, control 0.1.
    // 6.2 points of fit against 24 * (0.9 w - 0.8 * 0.5) / (0.5 + w): equal at w = (0.5 * 6.2 + 9.6) / (21.6 - 6.2).
    const need = needSchema.parse({ tasks: [{ task: 'feel-mood' }] });
    const { whole } = sensitivity(smallCatalog(), need);
    const control = whole.criteria.find(({ criterion }) => criterion === 'control');
    expect(control).toMatchObject({ from: 0, weight: 0.5, stated: false });
    expect(control?.to).toBeCloseTo(12.7 / 15.4, 12);
    expect(control?.above).toEqual({
      at: control?.to,
      handovers: [{ task: 'feel-mood', from: 'reader', to: 'own-mood' }],
    });
    expect(whole.sentence).toBe(
      'Holds unless you weigh Ease below 0.31, or Control above 0.82: then Reader gives way to Own mood model.',
    );
  });
});

describe('the share of all weights', () => {
  it('is the same each time, lies in its interval, and is near what many more draws say', () => {
    const need = needSchema.parse({ tasks: [{ task: 'search-vectors' }] });
    const { whole, samples } = sensitivity(catalog, need);
    expect(samples).toBe(sampleSize);
    expect(sensitivity(catalog, need).whole.share).toEqual(whole.share);
    expect(whole.share.low).toBeLessThan(whole.share.holds);
    expect(whole.share.high).toBeGreaterThan(whole.share.holds);
    expect(whole.share.high - whole.share.low).toBeLessThan(0.07);
  });

  it('and a plan of several services stands no oftener than its weakest service', () => {
    fc.assert(
      fc.property(needs(), (need) => {
        const { whole, services } = sensitivity(catalog, need);
        for (const { share, criteria } of services) {
          expect(whole.share.holds).toBeLessThanOrEqual(share.holds);
          criteria.forEach(({ from, to }, place) => {
            expect(whole.criteria[place]?.from).toBeGreaterThanOrEqual(from);
            expect(whole.criteria[place]?.to).toBeLessThanOrEqual(to);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('a need that asks for nothing has nothing to hold', () => {
  expect(sensitivity(catalog, needSchema.parse({}))).toMatchObject({ services: [], whole: { share: { holds: 1 } } });
  expect(decide(catalog, needSchema.parse({})).recommendations).toEqual([]);
});
