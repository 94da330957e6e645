import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { describeChains } from '../../../src/cli/describeChains.ts';
import { describeDecision } from '../../../src/cli/describeDecision.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { needSchema, restsOnGuess } from '../../../src/core/decision/need.ts';
import { decisionJson } from '../../../src/core/export/decisionJson.ts';
import { decisionRecord } from '../../../src/core/export/decisionRecord.ts';
import { planChains } from '../../../src/core/planning/chains.ts';
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

  it('is no record of a choice, and none that nothing fits', () => {
    const decision = decide(catalog, read('Mine bitcoin on my fridge'));
    const record = decisionRecord(catalog, decision, { date: '2026-11-23' });
    expect(record).toMatch(/^# .*: a guess$/m);
    expect(record).toContain('Chosen option: none. The sentence hardly says what is meant');
    expect(record).not.toMatch(/of 100|nothing fits/);
  });

  it('is given no points, on the command line neither', () => {
    const io = { colours: false, width: 100 };
    const text = 'Mine bitcoin on my fridge';
    expect(describeDecision(catalog, decide(catalog, read(text)), io)).not.toMatch(/\/100|suitable/);
    const ways = describeChains(catalog, planChains(catalog, read(text)), io);
    expect(ways).toContain('A guess.');
    expect(ways).not.toContain('Recommended');
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
