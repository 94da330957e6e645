import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import type { Diagram } from '../../../src/core/diagram/diagram.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { draftScene } from '../../../src/core/scene/draftScene.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { pictureCatalog } from '../../support/pictureCatalog.ts';
import { loneDiagram, movedDiagram, pipelineDiagram } from '../../support/smallDiagrams.ts';

const engine = bundledElkEngine();
const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog: whole } = loaded.value;

async function drawn(diagram: Diagram): Promise<Scene> {
  const plan = planDraft(diagram, pictureCatalog);
  const layout = await engine(plan.graph);
  if (!layout.ok) throw new Error(layout.error.message);
  return draftScene(plan, layout.value, { theme: 'light' });
}

describe('draftScene', () => {
  it('runs the main flow from left to right', async () => {
    const { nodes } = await drawn(pipelineDiagram);
    const left = (id: string): number => nodes.find((node) => node.id === id)?.x ?? Number.NaN;
    expect(left('calls')).toBeLessThan(left('hear'));
    expect(left('hear')).toBeLessThan(left('watch'));
    expect(left('watch')).toBeLessThan(left('team'));
  });

  it('shows labels, details, lifecycles, groups and edge labels', async () => {
    const scene = await drawn(pipelineDiagram);
    const watch = scene.nodes.find(({ id }) => id === 'watch');
    expect(watch?.texts.map(({ text }) => text).join(' ')).toBe('Watch <machines> & "lines" Find what is odd');
    expect(watch?.badges[0]?.kind).toBe('closed-to-new');
    expect(scene.groups.map(({ id, depth }) => `${id} ${depth}`)).toEqual(['cloud 0', 'ai 1', 'around 1']);
    expect(scene.edges.flatMap(({ label }) => label?.texts.map(({ text }) => text).join(' ') ?? [])).toEqual([
      'transcript',
      'findings',
      'recordings',
      'reports',
    ]);
    expect(scene.legend.map(({ state }) => state)).toEqual(['flow', 'support']);
  });

  it('keeps a node where it was put by hand and frames the picture around it', async () => {
    const [before, after] = [await drawn(pipelineDiagram), await drawn(movedDiagram)];
    expect(after.nodes.find(({ id }) => id === 'store')).toMatchObject({ x: -120, y: 700 });
    const hear = (scene: Scene) => scene.nodes.find(({ id }) => id === 'hear');
    expect(hear(after)).toEqual(hear(before));
    const { x, y } = after.origin ?? { x: 0, y: 0 };
    for (const node of [...after.nodes, ...after.groups]) {
      expect(node.x).toBeGreaterThanOrEqual(x);
      expect(node.y + node.height).toBeLessThanOrEqual(y + after.height);
    }
    for (const { points } of after.edges) {
      for (const [index, end] of points.slice(1).entries()) {
        const start = points[index];
        expect(start?.x === end.x || start?.y === end.y).toBe(true);
      }
    }
  });

  it('draws data that comes without end as a stream, and what rests as a store', async () => {
    const plan = planDraft(
      {
        ...loneDiagram,
        nodes: [
          { id: 'spoken', kind: 'data', label: 'Calls as they are spoken', data: 'live-audio' },
          { id: 'kept', kind: 'data', label: 'Recorded calls', data: 'audio' },
        ],
      },
      whole,
    );
    const icons = plan.nodes.map(({ node, icon }) => [node.id, icon]);
    expect(icons).toEqual([
      ['spoken', 'neutral/stream'],
      ['kept', 'neutral/data'],
    ]);
  });

  it('draws one node and nothing at all', async () => {
    expect((await drawn(loneDiagram)).nodes).toHaveLength(1);
    expect((await drawn({ title: 'Empty', nodes: [], groups: [], edges: [] })).nodes).toHaveLength(0);
  });
});

describe('the title of a boundary', () => {
  const width = (above: readonly { readonly x: number; readonly y: number }[]): number => {
    const nodes = above.map(
      (position, at) => ({ id: `above-${at}`, kind: 'actor', label: 'Above', position }) as const,
    );
    const held = { id: 'held', kind: 'actor', label: 'Held', group: 'ours', position: { x: 0, y: 0 } } as const;
    const edges = nodes.map(({ id }) => ({ id: `line-${id}`, from: id, to: 'held', style: 'flow' }) as const);
    const groups = [{ id: 'ours', kind: 'custom', label: 'Our services' }] as const;
    const { graph } = planDraft({ title: '', nodes: [...nodes, held], groups, edges }, pictureCatalog);
    return graph.groups[0]?.minimum.width ?? Number.NaN;
  };

  it('has room beside the lines that come down past it, and only then', () => {
    const alone = width([]);
    expect(width([{ x: -600, y: 40 }])).toBe(alone);
    const one = width([{ x: 0, y: -400 }]);
    expect(one).toBeGreaterThan(alone + 60);
    expect(
      width([
        { x: -100, y: -400 },
        { x: 100, y: -400 },
      ]),
    ).toBeGreaterThan(one);
  });
});

describe('lifecycles of a draft', () => {
  const statusOf = (entry: string, covers: readonly string[]) =>
    planDraft(
      { title: '', nodes: [{ id: 'x', kind: 'service', label: entry, entry, covers }], groups: [], edges: [] },
      whole,
    ).nodes[0]?.status;

  it('bear a badge capability by capability: where nothing that is open does what the part is there for', () => {
    const closed = whole.entries.filter(
      ({ kind, lifecycle }) => kind === 'capability' && lifecycle.status !== 'active',
    );
    let badged = 0;
    for (const capability of closed) {
      const service = whole.entries.find(({ id }) => id === capability.partOf);
      if (!service || service.kind === 'capability' || service.lifecycle.status !== 'active') continue;
      const siblings = [service, ...whole.entries.filter(({ partOf }) => partOf === service.id)];
      for (const { task } of capability.offers) {
        const open = siblings.some(
          ({ lifecycle, offers }) => lifecycle.status === 'active' && offers.some((offer) => offer.task === task),
        );
        expect(statusOf(service.id, [task]) === 'active', `${service.id}: ${task}`).toBe(open);
        if (!open) badged += 1;
      }
      expect(statusOf(service.id, [])).toBe('active');
    }
    expect(badged).toBeGreaterThan(0);
  });
});
