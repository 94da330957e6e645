import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { planChains } from '../../../src/core/planning/chains.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const { index } = engineOf(catalog);
const read = (text: string) => interpret(text, catalog, lexicon);
const tasksOf = (text: string) => read(text).tasks.map(({ task }) => task);
const ways = (text: string) =>
  planChains(catalog, read(text)).map(({ stages }) => stages.map(({ entry }) => entry).join(' > '));

describe('a summary in a language', () => {
  it.each([
    'We record support calls in Spanish and want to hear a summary in English',
    'Give me a digest of the German reports in English',
  ])('is summed up and translated: %s', (text) => {
    expect(tasksOf(text)).toEqual(expect.arrayContaining(['summarize-text', 'translate-text']));
  });

  it('is no summary where only the language counts', () => {
    expect(tasksOf('Translate our website into English')).not.toContain('summarize-text');
  });
});

describe('a person in stored video', () => {
  const text = 'search our video archive for a person';

  it('is found by face search, on video', () => {
    const need = read(text);
    expect(need.tasks[0]?.task).toBe('compare-faces');
    expect(need.have).toContain('video');
    const decision = decide(catalog, need);
    expect(decision.recommendations[0]).toMatchObject({ id: 'rekognition', verdict: 'recommended' });
    expect(decision.recommendations[0]?.via).toContain('rekognition-face-comparison');
  });

  it('assumes nothing else than what was said', () => {
    expect(decide(catalog, read(text)).assumptions.join(' ')).not.toMatch(/You did not say what data you have/);
  });
});

describe('ways', () => {
  it.each([
    'search our video archive for a person',
    'We record support calls in Spanish and want to know in English what people complain about',
    'I want a chatbot on our website that answers questions from our PDF manuals',
    'Transcribe our meetings and find out how people feel',
    'Analyse the calls in our contact centre',
  ])('have each a title of their own, and none makes twice what it has already: %s', (text) => {
    const titles = ways(text);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { stages } of planChains(catalog, read(text))) {
      const transcribing = stages.filter(({ tasks }) =>
        tasks.some((task) => index.tasks.get(task)?.produces.includes('transcript')),
      );
      expect(transcribing.length).toBeLessThan(2);
    }
  });

  it('put no finished assistant before a chatbot', () => {
    expect(ways('I want a chatbot on our website that answers questions from our PDF manuals')).not.toContain(
      'amazon-quick > lex',
    );
  });
});
