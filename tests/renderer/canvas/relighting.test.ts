import { describe, expect, it } from 'vitest';
import type { Scene, SceneNode } from '../../../src/core/scene/scene.ts';
import { isSame, keepSame } from '../../../src/renderer/canvas/keepSame.ts';
import { looksOf } from '../../../src/renderer/canvas/nodeLooks.ts';
import { toFlowNodes } from '../../../src/renderer/canvas/sceneNodes.ts';

const node = (id: string, change: Partial<SceneNode> = {}): SceneNode => ({
  id,
  x: 0,
  y: 0,
  width: 100,
  height: 40,
  kind: 'service',
  state: 'plain',
  icon: 'none',
  iconBox: { x: 0, y: 0, width: 10, height: 10 },
  texts: [],
  rows: [],
  badges: [],
  description: id,
  ...change,
});
const scene = (...nodes: readonly SceneNode[]): Scene => ({
  theme: 'light',
  title: '',
  width: 200,
  height: 200,
  texts: [],
  groups: [],
  edges: [],
  nodes,
  legend: [],
});

describe('a map that is lit anew', () => {
  it('never reaches React Flow while nodes stay where they are', () => {
    const before = toFlowNodes(scene(node('a'), node('b')), []);
    expect(toFlowNodes(scene(node('a', { state: 'recommended' }), node('b')), before)).toBe(before);
  });

  it('renders the nodes that look otherwise, and only them', () => {
    const before = looksOf(scene(node('a'), node('b')));
    const after = looksOf(scene(node('a', { state: 'recommended' }), node('b')), { ...before, entrance: undefined });
    expect(after.nodes.get('a')?.state).toBe('recommended');
    expect(after.nodes.get('b')).toBe(before.nodes.get('b'));
  });
});

describe('a node that is moved', () => {
  it('gets a new object, the others keep theirs', () => {
    const before = toFlowNodes(scene(node('a'), node('b')), []);
    const after = toFlowNodes(scene(node('a', { x: 8 }), node('b')), before);
    expect(after[0]?.position).toEqual({ x: 8, y: 0 });
    expect(after[1]).toBe(before[1]);
  });

  it('is gone when the scene leaves it out', () => {
    const before = toFlowNodes(scene(node('a'), node('b')), []);
    expect(toFlowNodes(scene(node('b')), before).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('isSame', () => {
  it.each([
    [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
    [[1, 2], [1], false],
    [[], {}, false],
    [null, {}, false],
    [undefined, undefined, true],
  ])('%j and %j: %s', (left, right, same) => {
    expect(isSame(left, right)).toBe(same);
  });
});

describe('keepSame', () => {
  it('keeps the list itself where nothing changed, and each item that did not', () => {
    const before = [
      { id: 'a', at: [1] },
      { id: 'b', at: [2] },
    ];
    expect(keepSame(structuredClone(before), before)).toBe(before);
    const after = keepSame(
      [
        { id: 'a', at: [9] },
        { id: 'b', at: [2] },
      ],
      before,
    );
    expect(after[0]).toEqual({ id: 'a', at: [9] });
    expect(after[1]).toBe(before[1]);
  });
});
