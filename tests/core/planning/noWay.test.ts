import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { planChains } from '../../../src/core/planning/chains.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const tasksOf = (...tasks: string[]) => tasks.map((task) => ({ task }));
const ways = (value: unknown): string[][] =>
  planChains(catalog, needSchema.parse(value)).map(({ stages }) => stages.map(({ entry }) => entry));

describe('what is no way', () => {
  it('puts no labelling before a finished service that needs none', () => {
    const found = ways({ tasks: tasksOf('moderate-images'), text: 'as read' });
    expect(found.length).toBeGreaterThan(0);
    for (const way of found) expect(way.join()).not.toContain('label');
  });

  it('translates nothing that is understood as it is', () => {
    for (const way of ways({ tasks: tasksOf('detect-pii', 'extract-entities'), text: 'as read' }))
      expect(way).not.toContain('translate');
  });

  it('gives one result of one service by one service', () => {
    const text = 'Predict which customers will cancel, from a table of past customers, without writing code';
    const found = ways(interpret(text, catalog, lexicon));
    expect(found[0]).toEqual(['sagemaker-canvas']);
    for (const way of found) expect(way).toHaveLength(1);
  });

  it('still builds from data that lies at hand what is to be hosted', () => {
    expect(
      ways({ tasks: tasksOf('host-realtime'), have: ['labelled-images'], text: 'as read from a sentence' }).length,
    ).toBeGreaterThan(1);
  });
});
