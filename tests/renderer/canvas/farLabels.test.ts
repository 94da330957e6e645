import { describe, expect, it } from 'vitest';
import type { SceneGroup, SceneNode, SceneState } from '../../../src/core/scene/scene.ts';
import { themes } from '../../../src/core/scene/theme.ts';
import type { Context } from '../../../src/renderer/canvas/brush.ts';
import { farWords } from '../../../src/renderer/canvas/farLabels.ts';
import { namesOf } from '../../../src/renderer/canvas/shortNames.ts';

/** Every letter is half as wide as high. */
const pen = {
  font: '',
  measureText: (text: string) => ({ width: text.length * 0.5 * Number(/(\d+)px/.exec(pen.font)?.[1]) }),
};
const context = pen as unknown as Context;

const node = (name: string, x: number, state: SceneState = 'plain', width = 160): SceneNode => ({
  id: name,
  kind: 'service',
  state,
  x,
  y: 0,
  width,
  height: 60,
  icon: 'icon',
  iconBox: { x: x + 10, y: 14, width: 32, height: 32 },
  texts: [{ text: name, x: x + 52, y: 35, style: 'node', anchor: 'start', width: 70 }],
  rows: [],
  badges: [],
  description: name,
});

/** A picture without anything that could lie in the way of a line's words. */
const nothing = { nodes: [], groups: [], edges: [] };

const words = (nodes: readonly SceneNode[], zoom: number) =>
  farWords(
    context,
    themes.light,
    { x: 0, y: 0, zoom },
    { nodes, groups: [], edges: [], whole: nothing, names: namesOf(nodes) },
  );

describe('the words of a far view', () => {
  it('puts the title of a group over no name of what is in it, where it has no head of its own', () => {
    const group: SceneGroup = {
      id: 'frameworks',
      x: 0,
      y: 0,
      width: 340,
      height: 70,
      depth: 0,
      texts: [{ text: 'Frameworks', x: 8, y: 8, style: 'group', anchor: 'start', width: 80 }],
    };
    const inside = [node('PyTorch', 4), node('Chainer', 172)];
    const view = { x: 0, y: 0, zoom: 0.4 };
    const { labels } = farWords(context, themes.light, view, {
      nodes: inside,
      groups: [group],
      edges: [],
      whole: nothing,
      names: namesOf(inside),
    });
    const written = labels.map(({ lines }) => lines.join(' '));
    expect(written).toContain('Frameworks');
    expect(
      farWords(context, themes.light, view, {
        nodes: inside,
        groups: [],
        edges: [],
        whole: nothing,
        names: namesOf(inside),
      }).labels,
    ).toHaveLength(2);
    expect(written).toEqual(['Frameworks']);
  });

  it('names a card beside its icon where there is room, and in place of it where there is not', () => {
    expect(words([node('Queue', 0)], 0.5).iconless.size).toBe(0);
    const far = words([node('Workflow', 0)], 0.34);
    expect(far.labels.map(({ lines }) => lines)).toEqual([['Workflow']]);
    expect([...far.iconless]).toEqual(['Workflow']);
  });

  it('lets what is recommended stand out over its card, and covers no such name by another', () => {
    const { labels } = words(
      [node('Recommendations', 0, 'recommended', 60), node('Transcriptions', 60, 'recommended', 60)],
      0.3,
    );
    const boxes = labels.flatMap(({ ground }) => ground?.box ?? []);
    expect(boxes.length).toBeGreaterThan(0);
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(box.x + box.width < other.x || other.x + other.width < box.x).toBe(true);
  });

  it('moves icon and name to the middle of a card whose other words are left out', () => {
    const tall: SceneNode = {
      ...node('Queue', 0),
      height: 120,
      iconBox: { x: 60, y: 10, width: 40, height: 40 },
      texts: [{ text: 'Queue', x: 80, y: 66, style: 'node', anchor: 'middle', width: 40 }],
    };
    const { lowered, labels } = words([tall], 0.6);
    const lower = lowered.get('Queue') ?? 0;
    const [above, below] = [10 * 0.6 + lower, 120 * 0.6 - ((labels[0]?.at.y ?? 0) + 5)];
    expect(lower).toBeGreaterThan(5);
    expect(Math.abs(above - below)).toBeLessThan(3);
    expect(words([{ ...tall, framed: false }], 0.6).lowered.size).toBe(0);
  });

  it('breaks a long name under an icon in two, and cuts one that is longer still', () => {
    const person = (name: string): SceneNode => ({
      ...node(name, 0),
      framed: false,
      width: 110,
      height: 64,
      iconBox: { x: 35, y: 0, width: 40, height: 40 },
      texts: [{ text: name, x: 55, y: 56, style: 'node', anchor: 'middle', width: 100 }],
    });
    const linesOf = (name: string) => words([person(name)], 0.35).labels[0]?.lines;
    expect(linesOf('Your application')).toEqual(['Your application']);
    expect(linesOf('Reviewer of the accounts')).toEqual(['Reviewer of the', 'accounts']);
    const [long = '', ...more] =
      linesOf('Reviewer of the accounting department who also signs what was found to be right') ?? [];
    expect([long.endsWith('…'), long.length <= 30, more]).toEqual([true, true, []]);
  });

  it('does not name what would be too small to be read', () => {
    expect(words([node('Queue', 0)], 0.1).labels).toEqual([]);
    expect(words([node('Queue', 0, 'not-relevant')], 0.15).labels).toEqual([]);
  });

  it('gives the title of a boundary a ground for lines to stop at, beside its sign', () => {
    const boundary: SceneGroup = {
      id: 'vpc',
      x: 0,
      y: 0,
      width: 400,
      height: 300,
      depth: 0,
      outlined: true,
      icon: 'vpc',
      iconBox: { x: 8, y: 4, width: 20, height: 20 },
      texts: [{ text: 'VPC', x: 34, y: 19, style: 'group', anchor: 'start', width: 30 }],
    };
    const titleAt = (zoom: number) => {
      const view = { x: 0, y: 0, zoom };
      const shown = {
        nodes: [],
        groups: [boundary],
        edges: [],
        whole: nothing,
        names: namesOf([]),
      };
      return farWords(context, themes.light, view, shown).labels[0];
    };
    expect(titleAt(0.6)?.at.x).toBeGreaterThan(28 * 0.6);
    expect(titleAt(0.6)?.ground?.fill).toBe(themes.light.canvas);
    // Its sign is too small to be told.
    expect(titleAt(0.45)?.at.x).toBeLessThan(28 * 0.45);
  });

  it('names a low boundary on its border, and not over what it holds', () => {
    const title = { text: 'Ingest', x: 8, y: 22, style: 'group', anchor: 'start', width: 40 } as const;
    const group = { id: 'g', x: 0, y: 400, width: 900, height: 500, depth: 0, outlined: true };
    const groups = [{ ...group, texts: [{ ...title, y: 422 }] }];
    const named = { nodes: [], groups, edges: [], whole: nothing, names: namesOf([]) };
    const { labels } = farWords(context, themes.light, { x: 0, y: 0, zoom: 0.2 }, named);
    expect(labels.map(({ lines, align }) => [lines, align])).toEqual([[['Ingest'], 'left']]);
    const box = labels[0]?.ground?.box;
    expect(box && box.y + box.height / 2).toBe(80);
  });
});
