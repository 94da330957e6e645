import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { applyAnswer, openQuestions } from '../../../src/core/decision/openQuestions.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const decided = (text: string) => decide(catalog, interpret(text, catalog, lexicon));
const recommended = (decision: ReturnType<typeof decide>) =>
  decision.recommendations.filter(({ verdict }) => verdict === 'recommended').map(({ id }) => id);

const sentences = [
  'Sort incoming complaints into our own categories',
  'Staff ask the handbook questions',
  'People label our pictures, then we train a detector',
  'auditors demand visibility of the servers beneath our AWS-orchestrated containers',
  'Forecast demand per shop for next week',
  'A bot that books a table',
];

describe('openQuestions', () => {
  it.each(sentences)('asks of "%s" only what changes the answer, and says what then comes first', (text) => {
    const decision = decided(text);
    for (const { answers } of openQuestions(catalog, decision)) {
      expect(answers.length).toBeGreaterThan(0);
      for (const { patch, first } of answers) {
        const answered = decide(catalog, applyAnswer(decision.need, patch));
        expect(recommended(answered)).not.toEqual(recommended(decision));
        expect(answered.recommendations[0]?.id).toBe(first);
      }
    }
  });

  it('asks something of sentences that leave something open', () => {
    expect(sentences.filter((text) => openQuestions(catalog, decided(text)).length > 0).length).toBeGreaterThanOrEqual(
      3,
    );
  });

  it('asks nothing of what was said, and nothing where nothing was asked for', () => {
    const open = openQuestions(
      catalog,
      decided('Sort incoming complaints into our own categories, we have no training data'),
    );
    expect(open.map(({ id }) => id)).not.toContain('training-data');
    expect(openQuestions(catalog, decided(''))).toEqual([]);
  });

  it('never asks more than three things, and the same decision gives the same questions', () => {
    for (const text of sentences) {
      const decision = decided(text);
      expect(openQuestions(catalog, decision).length).toBeLessThanOrEqual(3);
      expect(openQuestions(catalog, decision)).toEqual(openQuestions(catalog, decision));
    }
  });
});

describe('applyAnswer', () => {
  const need = interpret('Sort complaints into categories', catalog, lexicon);

  it('sets constraints and leaves the rest', () => {
    const answered = applyAnswer(need, { constraints: { place: 'edge' } });
    expect(answered).toEqual({ ...need, constraints: { ...need.constraints, place: 'edge' } });
  });

  it('swaps a task with its weight and words, and data', () => {
    const [task] = need.tasks;
    if (!task) throw new Error('No task was read');
    const answered = applyAnswer(need, {
      task: { from: task.task, to: 'moderate-audio' },
      have: { without: need.have, with: ['audio'] },
    });
    expect(answered.tasks[0]).toEqual({ ...task, task: 'moderate-audio' });
    expect(answered.have).toEqual(['audio']);
  });
});
