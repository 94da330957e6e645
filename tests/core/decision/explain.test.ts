import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { explainText } from '../../../src/core/decision/explain.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const text = 'Find faces in our photo archive, no live video, with the frobnicator';
const explanation = explainText(text, catalog, lexicon);

describe('explainText', () => {
  it('gives the need of interpret', () => {
    expect(explanation.need).toEqual(interpret(text, catalog, lexicon));
  });

  it('says which words gave a task, as slices of the text', () => {
    const faces = explanation.given.find(({ tasks }) => tasks.includes('analyze-faces'));
    expect(faces?.denied).toBe(false);
    for (const { words } of explanation.given)
      for (const { start, end, words: slice } of words) expect(text.slice(start, end)).toBe(slice);
  });

  it('marks what was denied', () => {
    const live = explanation.given.find(({ tasks }) => tasks.includes('analyze-live-video'));
    expect(live?.denied).toBe(true);
  });

  it('names the words that said nothing', () => {
    expect(explanation.notUnderstood.map(({ words }) => words)).toEqual(['frobnicator']);
  });
});
