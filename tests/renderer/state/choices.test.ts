import { describe, expect, it } from 'vitest';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { forgetIdleChoices, takeWay, toggleTask } from '../../../src/renderer/state/needEdits.ts';
import { createWindowStore, firstState } from '../../../src/renderer/state/windowState.ts';

const need = (value: unknown): Need => needSchema.parse(value);
const plain = need({ tasks: [{ task: 'speak-text' }, { task: 'translate-text' }] });
const way: Need = {
  ...plain,
  have: ['text'],
  choices: { 'translate-text': 'bedrock-text', 'embed-content': 'bedrock' },
};

describe('a way that was taken', () => {
  it('brings its choices and the data that it assumes, and the first way takes them back', () => {
    const taken = takeWay(plain, way);
    expect(taken).toMatchObject({ have: ['text'], choices: way.choices });
    expect(takeWay(taken, plain)).toEqual({ ...plain, have: ['text'] });
    expect(takeWay({ ...plain, have: ['audio'] }, way).have).toEqual(['audio']);
  });

  it('is forgotten with the tasks that it was for', () => {
    const taken = takeWay(plain, way);
    expect(forgetIdleChoices(taken, toggleTask(taken, 'speak-text')).choices).toEqual({
      'translate-text': 'bedrock-text',
    });
    expect(forgetIdleChoices(taken, toggleTask(taken, 'translate-text'))).not.toHaveProperty('choices');
    expect(forgetIdleChoices(taken, toggleTask(taken, 'detect-pii')).choices).toEqual(way.choices);
  });

  it('goes from the window with its task, by hand or by a new sentence', () => {
    for (const change of ['hand', 'sentence'] as const) {
      const { getState } = createWindowStore({ ...firstState, need: takeWay(plain, way) }, 'light');
      if (change === 'hand') getState().editNeed((current) => toggleTask(current, 'translate-text'));
      else getState().readText(plain, need({ tasks: [{ task: 'detect-pii' }] }));
      expect(getState().need.choices).toBeUndefined();
    }
  });
});
