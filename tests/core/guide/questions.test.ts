import { describe, expect, it } from 'vitest';
import { loadBundledData, loadQuestionsAt } from '../../../src/cli/dataFiles.ts';
import { loadQuestions } from '../../../src/core/guide/questions.ts';

const { catalog } = loadBundledData();
const loaded = loadQuestionsAt();
const questions = loaded.ok ? loaded.value : [];
const answers = questions.flatMap((question) => question.answers ?? []);

const mistakes = (text: string): readonly string[] => {
  const read = loadQuestions([{ path: 'guide.yaml', text }]);
  return read.ok ? [] : read.error.map(({ line, message }) => `${line}: ${message}`);
};

describe('the bundled questions', () => {
  it('name only groups and tasks that the bundled catalogue has', () => {
    const groups = new Set(catalog.taskGroups.map(({ id }) => id));
    const tasks = new Set(catalog.tasks.map(({ id }) => id));
    expect(answers.flatMap((answer) => answer.groups ?? []).filter((id) => !groups.has(id))).toEqual([]);
    expect(answers.flatMap((answer) => answer.tasks ?? []).filter((id) => !tasks.has(id))).toEqual([]);
  });

  it('reach every group of tasks', () => {
    const named = new Set(answers.flatMap((answer) => answer.groups ?? []));
    expect(catalog.taskGroups.filter(({ id }) => !named.has(id))).toEqual([]);
  });

  it('say why they are asked, in sentences, and fit on number keys', () => {
    for (const { text, why, answers: own } of questions) {
      expect(text).toMatch(/\?$/);
      expect(why).toMatch(/\.$/);
      expect(own?.length ?? 0).toBeLessThanOrEqual(9);
    }
  });

  it('leave room for those who do not mind: shares add up to at most ten', () => {
    for (const { answers: own } of questions)
      expect((own ?? []).reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeLessThanOrEqual(10);
  });
});

describe('loading questions', () => {
  it('names the line of a question that has neither answers nor a source of them', () => {
    expect(mistakes('questions:\n  - { id: a, text: A?, why: So. }\n')).toEqual([
      expect.stringMatching(/^2: .*either "answers" or "from"/),
    ]);
  });

  it('refuses two questions, and two answers, of one id', () => {
    const text = `questions:
  - { id: a, text: A?, why: So., from: tasks }
  - id: a
    text: B?
    why: So.
    answers: [{ id: x, label: X, tasks: [t] }, { id: x, label: Y, tasks: [u] }]
`;
    expect(mistakes(text)).toEqual([
      expect.stringMatching(/There are two questions "a"/),
      expect.stringMatching(/There are two answers "x"/),
    ]);
  });
});
