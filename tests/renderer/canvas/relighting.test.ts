import { describe, expect, it } from 'vitest';
import type { SceneNode } from '../../../src/core/scene/scene.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { sceneBetween } from '../../../src/renderer/canvas/sceneBetween.ts';
import { shortNames } from '../../../src/renderer/canvas/shortNames.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, change: Partial<SceneNode> = {}) =>
  sceneNode(id, { x: 0, y: 0, width: 100, height: 40 }, change);
const named = (name: string): SceneNode =>
  node(name, { texts: [{ text: name, x: 0, y: 0, style: 'node', anchor: 'start', width: 10 }] });
const scene = (...nodes: readonly SceneNode[]) => sceneOf({ nodes });

describe('a picture', () => {
  it('finds a node where it stands now, not where it stood in the picture before', () => {
    const before = pictureOf(scene(node('a'), node('b', { x: 3000 })));
    expect(before.nodesIn({ x: 10, y: 10, width: 1, height: 1 }).map(({ id }) => id)).toEqual(['a']);
    const after = pictureOf(scene(node('a', { x: 6000 }), node('b', { x: 3000 })), before);
    expect(after.nodesIn({ x: 10, y: 10, width: 1, height: 1 })).toEqual([]);
    expect(after.nodesIn({ x: 6010, y: 10, width: 1, height: 1 }).map(({ id }) => id)).toEqual(['a']);
  });

  it('finds nodes in a new light after the map was lit anew', () => {
    const before = pictureOf(scene(node('a')));
    before.nodesIn({ x: 10, y: 10, width: 1, height: 1 });
    const after = pictureOf(scene(node('a', { state: 'recommended' })), before);
    expect(after.nodesIn({ x: 10, y: 10, width: 1, height: 1 })[0]?.state).toBe('recommended');
  });

  it('names the smallest group around a box', () => {
    const group = (id: string, size: number) => ({ id, x: 0, y: 0, width: size, height: size, depth: 0, texts: [] });
    const picture = pictureOf({ ...scene(), groups: [group('outer', 500), group('inner', 200)] });
    const box = { x: 10, y: 10, width: 20, height: 20 };
    expect(picture.groupAround(box)?.id).toBe('inner');
    expect(picture.groupAround(box, new Set(['inner']))?.id).toBe('outer');
    expect(picture.groupAround({ ...box, width: 900 })).toBeUndefined();
  });
});

describe('a scene on its way to another', () => {
  it('begins where the first one is and ends where the second one is', () => {
    const from = scene(node('a'));
    const to = scene(node('a', { x: 100, iconBox: { x: 104, y: 0, width: 10, height: 10 } }));
    expect(sceneBetween(from, to, 0).nodes[0]).toMatchObject({ x: 0, iconBox: { x: 4 } });
    expect(sceneBetween(from, to, 0.5).nodes[0]?.x).toBe(50);
    expect(sceneBetween(from, to, 1).nodes[0]).toEqual(to.nodes[0]);
  });
});

describe('names in a far view', () => {
  it('leave out what many names begin with, but not the middle of a phrase', () => {
    const steps = ['Step 38', 'Step 39', 'Step 40', 'Step 41'].map(named).map((node) => ({
      ...node,
      farName: node.texts[0]?.text ?? '',
    }));
    expect([...shortNames(steps).values()]).toEqual(['Step 38', 'Step 39', 'Step 40', 'Step 41']);
    const names = shortNames(['Amazon S3', 'Amazon Lex', 'Amazon EC2 C5', 'Amazon for many', 'Own tool'].map(named));
    expect([...names.values()]).toEqual(['S3', 'Lex', 'EC2 C5', 'Amazon for many', 'Own tool']);
  });

  it('are never empty', () => {
    const names = shortNames(
      ['Amazon', 'Amazon', 'Amazon', 'Amazon S3'].map((name, index) => ({ ...named(name), id: `${index}` })),
    );
    expect([...names.values()].every((name) => name.length > 0)).toBe(true);
  });
});
