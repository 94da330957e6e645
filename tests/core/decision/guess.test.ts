import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { needSchema, restsOnGuess } from '../../../src/core/decision/need.ts';
import { decisionJson } from '../../../src/core/export/decisionJson.ts';
import { whyNot } from '../../../src/core/sensitivity/whyNot.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const read = (text: string) => interpret(text, catalog, lexicon);

describe('a reading that rests on a guess', () => {
  it.each([
    'Mine bitcoin on my fridge',
    'I need something with AI',
    'Book me a flight to Paris',
    'Bake bread with my grandmother',
    'Sell lemonade on the street',
    'Make money fast',
  ])('says so, and recommends nothing: %s', (text) => {
    const need = read(text);
    expect(need.tasks.every(({ guess }) => guess)).toBe(true);
    expect(restsOnGuess(need)).toBe(true);
    const decision = decide(catalog, need);
    expect(decision.verdicts.filter(({ verdict }) => verdict === 'recommended')).toEqual([]);
    expect(decision.recommendations.length).toBeGreaterThan(0);
    expect(decision.recommendations.map(({ verdict }) => verdict)).not.toContain('recommended');
    expect(decision.assumptions[0]).toMatch(/guess/);
    expect(decisionJson(catalog, decision)).toMatchObject({ guess: true, needs: [{ guess: true }] });
  });

  it.each([
    'Transcribe calls',
    'Detect faces in photos',
    'We record support calls in Spanish and want to know in English what people complain about',
    'I want a chatbot on our website that answers questions from our PDF manuals',
    'Use Amazon Lex',
  ])('is none where the words are clear: %s', (text) => {
    const need = read(text);
    expect(restsOnGuess(need)).toBe(false);
    const decision = decide(catalog, need);
    expect(decision.recommendations[0]?.verdict).toBe('recommended');
    expect(decisionJson(catalog, decision)).toMatchObject({ guess: false });
  });

  it('is none any more once a task is picked by hand, and asking why not the first says that it is the answer', () => {
    const need = read('Mine bitcoin on my fridge');
    const decision = decide(catalog, need);
    expect(whyNot(catalog, decision, decision.recommendations[0]?.id ?? '')?.standing).toBe('recommended');
    const picked = needSchema.parse({ ...need, tasks: [...need.tasks, { task: 'translate-text' }] });
    expect(restsOnGuess(picked)).toBe(false);
    expect(decide(catalog, picked).recommendations[0]?.verdict).toBe('recommended');
  });
});
