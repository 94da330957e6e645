import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const catalog = smallCatalog();
const draft = (value: unknown) => draftArchitecture(catalog, decide(catalog, needSchema.parse(value)));

describe('draftArchitecture', () => {
  it('draws a pipeline from the data at hand to the application', () => {
    const { nodes, edges, groups } = draft({ tasks: [{ task: 'feel-mood' }], have: ['sound'] });
    expect(nodes.map(({ id, kind, role }) => [id, kind, role])).toEqual([
      ['input-sound', 'data', undefined],
      ['scribe', 'service', 'stage'],
      ['reader', 'service', 'stage'],
      ['shelf--input-store', 'service', 'supporting'],
      ['application', 'actor', undefined],
    ]);
    expect(edges.map(({ from, to, label, style }) => [from, to, label, style])).toEqual([
      ['input-sound', 'shelf--input-store', undefined, 'flow'],
      ['scribe', 'reader', 'transcript', 'flow'],
      ['reader', 'application', 'mood', 'flow'],
      ['shelf--input-store', 'scribe', 'recordings', 'flow'],
    ]);
    expect(groups.map(({ id, parent }) => [id, parent])).toEqual([
      ['aws-cloud', undefined],
      ['layer-top', 'aws-cloud'],
    ]);
  });

  it('lets the team start where no data comes in', () => {
    const { nodes, edges } = draft({ tasks: [{ task: 'rent-machine' }] });
    expect(nodes.map(({ id }) => id)).toEqual(['team', 'new-iron', 'application']);
    expect(edges[0]).toMatchObject({ from: 'team', to: 'new-iron' });
  });

  it('says of each part which tasks it serves and why, and of each flow what flows', () => {
    const { nodes, edges } = draft({ tasks: [{ task: 'feel-mood' }], have: ['sound'] });
    expect(nodes.map(({ id, covers, data }) => [id, covers, data])).toEqual([
      ['input-sound', undefined, 'sound'],
      ['scribe', ['write-down'], undefined],
      ['reader', ['feel-mood'], undefined],
      ['shelf--input-store', ['write-down'], 'sound'],
      ['application', undefined, undefined],
    ]);
    expect(nodes.find(({ id }) => id === 'reader')?.why).toMatch(/\S/);
    expect(edges.map(({ id, data }) => [id, data])).toEqual([
      ['input-sound--shelf--input-store', 'sound'],
      ['scribe--reader', 'transcript'],
      ['reader--application', 'mood'],
      ['shelf--input-store--scribe', 'sound'],
    ]);
  });

  it('takes its title from the sentence', () => {
    expect(draft({ tasks: [{ task: 'feel-mood' }], text: ' The  mood ' }).title).toBe('The mood');
    expect(draft({ tasks: [{ task: 'feel-mood' }] }).title).toBe('Feel the mood');
    expect(draft({ tasks: [{ task: 'feel-mood' }], text: 'word '.repeat(50) }).title.length).toBeLessThanOrEqual(121);
  });

  it('says of either side of a store why that is there, and whom it serves', () => {
    const knowledge = loadKnowledge();
    if (!knowledge.ok) throw new Error('The bundled data is wrong');
    const { catalog } = knowledge.value;
    const need = needSchema.parse({
      tasks: ['transcribe-recordings', 'analyze-sentiment'].map((task) => ({ task })),
      have: ['call-recording'],
    });
    const { nodes, edges } = draftArchitecture(catalog, decide(catalog, need));
    const side = (id: string) => nodes.find((node) => node.id === id);
    const stores = nodes.filter(({ id }) => id.endsWith('-store'));
    expect(stores.length).toBeGreaterThan(1);
    expect(new Set(stores.map(({ why }) => why)).size).toBe(stores.length);
    for (const store of stores) {
      const beside = edges.flatMap(({ from, to }) => (from === store.id ? [to] : to === store.id ? [from] : []));
      const theirs = beside.flatMap((id) => side(id)?.covers ?? []);
      expect(theirs).toEqual(expect.arrayContaining([...(store.covers ?? [])]));
    }
  });

  it('draws something sound for every task of the bundled catalogue', () => {
    const knowledge = loadKnowledge();
    if (!knowledge.ok) throw new Error('The bundled data is wrong');
    const bundled = knowledge.value.catalog;
    for (const { id } of bundled.tasks) {
      const decision = decide(bundled, needSchema.parse({ tasks: [{ task: id }] }));
      const { nodes, edges, groups } = draftArchitecture(bundled, decision);
      if (decision.recommendations.length > 0) expect(nodes.length).toBeGreaterThan(1);
      const known = new Set(nodes.map((node) => node.id));
      expect(known.size).toBe(nodes.length);
      expect(new Set(edges.map((edge) => edge.id)).size).toBe(edges.length);
      for (const { from, to } of edges) expect(known.has(from) && known.has(to)).toBe(true);
      const boundaries = new Set(groups.map((group) => group.id));
      for (const { group } of nodes) if (group !== undefined) expect(boundaries).toContain(group);
    }
  });
});
