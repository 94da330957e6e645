import { describe, expect, it } from 'vitest';
import { lodestack } from '../../../bench/needs/engines.ts';
import { judge, readNeeds } from '../../../bench/needs/judge.ts';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const engine = lodestack(knowledge.value.catalog, knowledge.value.lexicon);
const sample = readNeeds('bench/needs/sample.jsonl');
const own = readNeeds('bench/needs/own.jsonl');
const second = readNeeds('bench/needs/second.jsonl');
const third = readNeeds('bench/needs/third.jsonl');
const fourth = readNeeds('bench/needs/fourth.jsonl');
const fifth = readNeeds('bench/needs/fifth.jsonl');
/** Every third line was never read while the others were tuned on. */
const isHeld = (_: unknown, place: number): boolean => (place + 1) % 3 === 0;
const unseen = readNeeds('bench/needs/unseen.jsonl');

/** Somewhat below what was measured, so that a change of words may cost one need, and a broken engine is seen. */
describe.each([
  ['the sample', sample, { first: 0.98, firstThree: 0.98, noneWrong: 0.98, stages: 0.95 }],
  ['own needs, tuned', own, { first: 0.98, firstThree: 0.99, noneWrong: 0.99, stages: 0.95 }],
  [
    'own needs, later lots, tuned',
    [...second, ...third, ...fourth],
    { first: 0.98, firstThree: 0.98, noneWrong: 0.98, stages: 0.95 },
  ],
  [
    'the fifth lot, tuned',
    fifth.filter((need, place) => !isHeld(need, place)),
    { first: 0.94, firstThree: 0.98, noneWrong: 0.97, stages: 0.85 },
  ],
  ['the fifth lot, never read', fifth.filter(isHeld), { first: 0.79, firstThree: 0.87, noneWrong: 0.96, stages: 0.55 }],
  ['needs by another hand', unseen, { first: 0.91, firstThree: 0.94, noneWrong: 0.96, stages: 0.8 }],
])('the share of right answers on %s', (_, needs, floor) => {
  const marks = judge(needs, engine);

  it.each(['first', 'firstThree', 'noneWrong'] as const)('%s stays above its floor', (share) => {
    expect(marks[share] / marks.needs).toBeGreaterThanOrEqual(floor[share]);
  });

  it('stages stay above their floor', () => {
    expect(marks.stages / marks.staged).toBeGreaterThanOrEqual(floor.stages);
  });
});
