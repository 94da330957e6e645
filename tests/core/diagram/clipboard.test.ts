import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import { copySelection, readClip } from '../../../src/core/diagram/clipboard.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyPage, inOrder, pageOfDraft } from '../../../src/core/diagram/page.ts';
import { faultsOf } from '../../../src/core/diagram/soundness.ts';
import { damaged, damages } from '../../support/damage.ts';
import { pipelineDiagram } from '../../support/smallDiagrams.ts';

const page = pageOfDraft('page-1', pipelineDiagram);
const clipOfText = (text: string) => {
  const clip = readClip(text);
  if (!clip.ok) throw new Error(clip.error.message);
  return clip.value;
};
const pasted = (text: string, into = emptyPage('other', ''), group?: string) => {
  const command = {
    type: 'paste',
    clip: clipOfText(text),
    by: { x: 24, y: 24 },
    ...(group && { into: group }),
  } as const;
  const outcome = applyToPage(into, command, countedIds());
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

describe('copy and paste', () => {
  it('takes a group with its content and the edges within to another page, with new ids', () => {
    const { page: next, made } = pasted(copySelection(page, ['ai', 'team']));
    expect(inOrder(next.nodes).map(({ label }) => label)).toEqual([
      'Hear speech',
      'Watch <machines> & "lines"',
      'Your team',
    ]);
    const [group] = inOrder(next.groups);
    expect(group).toMatchObject({ label: 'Ready services' });
    expect(group).not.toHaveProperty('parent');
    expect(inOrder(next.nodes).map((node) => node.group)).toEqual([group?.id, group?.id, undefined]);
    expect(inOrder(next.edges).map(({ label }) => label)).toEqual(['transcript', 'findings']);
    expect(made).toHaveLength(6);
    expect(faultsOf(next)).toEqual([]);
    for (const id of made) expect(page.nodes[id] ?? page.groups[id] ?? page.edges[id]).toBeUndefined();
  });

  it('leads the edges as they were, moved with their ends', () => {
    const [edge] = inOrder(page.edges).filter(({ label }) => label === 'transcript');
    if (!edge) throw new Error('The page has no such edge.');
    const way = { points: [[10, 20] as const, [110, 20] as const], label: [40, 10] as const };
    const led = { ...page, edges: { ...page.edges, [edge.id]: { ...edge, way } } };
    const { page: next } = pasted(copySelection(led, ['ai', 'team']));
    const [copy] = inOrder(next.edges).filter(({ label }) => label === 'transcript');
    expect(copy?.way).toEqual({
      points: [
        [34, 44],
        [134, 44],
      ],
      label: [64, 34],
    });
  });

  it('pastes into the page that it came from, into a group, beside the originals', () => {
    const placed = {
      ...page,
      nodes: { ...page.nodes, team: { ...page.nodes.team, position: { x: 1, y: 2 } } },
    } as typeof page;
    const { page: next, made } = pasted(copySelection(placed, ['team']), placed, 'around');
    expect(next.nodes[made[0] ?? '']).toMatchObject({
      label: 'Your team',
      group: 'around',
      position: { x: 25, y: 26 },
    });
    expect(Object.keys(next.nodes)).toHaveLength(6);
  });

  it.each([
    ['hello', 'foreign'],
    ['{"type":"excalidraw/clipboard"}', 'foreign'],
    ['{"format":"lodestack-clip"', 'damaged'],
    ['{"format":"other","of":"lodestack-clip","version":1}', 'foreign'],
    ['{"format":"lodestack-clip","version":2,"future":[]}', 'too-new'],
    ['{"format":"lodestack-clip","version":1,"nodes":[],"groups":[]}', 'damaged'],
    [
      '{"format":"lodestack-clip","version":1,"nodes":[{"id":"__proto__","kind":"note","label":""}],"groups":[],"edges":[]}',
      'damaged',
    ],
    [
      '{"format":"lodestack-clip","version":1,"nodes":[],"groups":[],"edges":[{"id":"e","from":"a","to":"b","style":"flow"}]}',
      'damaged',
    ],
    [`{"format":"lodestack-clip","version":1,"nodes":${'['.repeat(200_000)}`, 'too-large'],
  ])('refuses %j', (text, kind) => {
    const clip = readClip(text);
    expect(clip.ok ? 'read' : clip.error.kind).toBe(kind);
  });

  it('of a damaged text gives a typed refusal or something sound (300 texts)', () => {
    const text = copySelection(page, ['cloud', 'calls', 'team']);
    fc.assert(
      fc.property(damages, (damage) => {
        const clip = readClip(damage.reduce(damaged, text));
        if (clip.ok) {
          const outcome = applyToPage(page, { type: 'paste', clip: clip.value, by: { x: 0, y: 0 } }, countedIds());
          if (outcome.ok) expect(faultsOf(outcome.value.page)).toEqual([]);
        } else expect(['foreign', 'damaged', 'too-large', 'too-new']).toContain(clip.error.kind);
      }),
      { numRuns: 300 },
    );
  });
});
