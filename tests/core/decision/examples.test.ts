import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;

const pipelines: Readonly<Record<string, readonly string[]>> = {
  'searchable-archive.yaml': ['rekognition', 'transcribe', 'comprehend'],
  'complaints-by-phone.yaml': ['transcribe', 'translate', 'comprehend'],
};

describe.each(readdirSync('data/examples').filter((name) => name.endsWith('.yaml')))('the example %s', (name) => {
  const need = parseNeed(parse(readFileSync(`data/examples/${name}`, 'utf8')), catalog);

  it('is a need of the bundled catalogue and has an answer', () => {
    expect(need.ok ? [] : need.error).toEqual([]);
    if (!need.ok) return;
    const decision = decide(catalog, need.value);
    expect(decision.recommendations.length).toBeGreaterThan(0);
    const pipeline = pipelines[name];
    if (pipeline) expect(decision.pipeline).toEqual(pipeline);
  });
});
