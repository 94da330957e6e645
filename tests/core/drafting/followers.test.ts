import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { feeds } from '../../../src/core/decision/kinds.ts';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';
import type { DiagramNode } from '../../../src/core/diagram/diagram.ts';
import { dataFrom, followersOf } from '../../../src/core/drafting/followers.ts';

const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog } = loaded.value;
const engine = engineOf(catalog);
const data = (kind: string): DiagramNode => ({ id: 'x', kind: 'data', label: kind, data: kind });
const service = (entry: string, more: Partial<DiagramNode> = {}): DiagramNode => ({
  id: 'x',
  kind: 'service',
  label: entry,
  entry,
  ...more,
});

describe('followersOf', () => {
  it('offers speech to text first where audio flows', () => {
    expect(followersOf(catalog, data('audio'))[0]?.entry).toBe('transcribe');
  });

  it('offers what runs a container image where one is kept', () => {
    const ids = followersOf(catalog, service('ecr')).map(({ entry }) => entry);
    expect(ids).toEqual(expect.arrayContaining(['ecs', 'eks', 'fargate']));
  });

  it('puts what the decision recommends first', () => {
    const need = parseNeed({ tasks: [{ task: 'detect-pii' }] }, catalog);
    if (!need.ok) throw new Error(JSON.stringify(need.error));
    const decision = decide(catalog, need.value);
    const [first] = followersOf(catalog, service('transcribe'), decision);
    expect(decision.recommendations.map(({ id }) => id)).toContain(first?.entry);
    expect(first?.task).toBe('detect-pii');
  });

  it('offers only open services that take what flows, each once and never the part itself', () => {
    for (const entry of catalog.entries.filter(({ kind }) => kind === 'service')) {
      const node = service(entry.id);
      const kinds = new Set(dataFrom(catalog, node));
      const followers = followersOf(catalog, node);
      expect(new Set(followers.map((each) => each.entry)).size, entry.id).toBe(followers.length);
      for (const follower of followers) {
        expect(follower.entry, entry.id).not.toBe(entry.id);
        expect(engine.index.entries.get(follower.entry)?.lifecycle.status, follower.entry).toBe('active');
        expect(kinds.has(follower.data), `${entry.id} to ${follower.entry}`).toBe(true);
        const takes = (engine.offerings.get(follower.task) ?? []).some(({ offer }) =>
          feeds(engine.lattice, follower.data, offer.accepts ?? engine.index.tasks.get(follower.task)?.accepts ?? []),
        );
        expect(takes, `${entry.id} to ${follower.entry}`).toBe(true);
      }
    }
  });

  it('knows what a part is there for', () => {
    const all = dataFrom(catalog, service('transcribe'));
    const own = dataFrom(catalog, service('transcribe', { covers: ['transcribe-recordings'] }));
    expect(own.length).toBeLessThan(all.length);
    expect(dataFrom(catalog, service('nothing-known'))).toEqual([]);
  });
});
