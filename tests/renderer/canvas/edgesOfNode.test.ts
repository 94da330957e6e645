import { describe, expect, it } from 'vitest';
import { nextEdgeOf, saidOfEdge, selectedEdgeOf } from '../../../src/renderer/canvas/edgesOfNode.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const text = (words: string) => ({
  text: words,
  x: 0,
  y: 0,
  width: 40,
  style: 'node' as const,
  anchor: 'middle' as const,
});
const node = (id: string, words: readonly string[]) =>
  sceneNode(id, { x: 0, y: 0, width: 100, height: 60 }, { texts: words.map(text) });
const edge = (id: string, from: string, to: string, words = '') => ({
  id,
  from,
  to,
  style: 'flow' as const,
  state: 'plain' as const,
  points: [],
  ...(words !== '' && { label: { box: { x: 0, y: 0, width: 10, height: 10 }, texts: [text(words)] } }),
});
const picture = pictureOf(
  sceneOf({
    nodes: [
      node('in', ['Amazon', 'S3']),
      node('mid', ['Transcribe']),
      sceneNode(
        'out',
        { x: 0, y: 0, width: 100, height: 60 },
        { texts: [text('Translate'), { ...text('To English'), style: 'detail' }] },
      ),
      node('alone', ['Note']),
    ],
    edges: [edge('a', 'in', 'mid', 'recordings'), edge('b', 'mid', 'out')],
  }),
);

describe('the edges of a node by key', () => {
  it('are selected one after the other, then the node', () => {
    expect(nextEdgeOf(picture, 'mid', new Set(['mid']))).toBe('a');
    expect(nextEdgeOf(picture, 'mid', new Set(['a']))).toBe('b');
    expect(nextEdgeOf(picture, 'mid', new Set(['b']))).toBe('mid');
    expect(nextEdgeOf(picture, 'alone', undefined)).toBe('alone');
  });

  it('are what is meant while one of them is selected alone', () => {
    expect(selectedEdgeOf(picture, 'mid', new Set(['b']))).toBe('b');
    expect(selectedEdgeOf(picture, 'in', new Set(['b']))).toBeUndefined();
    expect(selectedEdgeOf(picture, 'mid', new Set(['a', 'b']))).toBeUndefined();
    expect(selectedEdgeOf(picture, 'mid', new Set(['mid']))).toBeUndefined();
  });

  it('are told: which way, how many, and their words', () => {
    expect(saidOfEdge(picture, 'mid', 'a')).toBe('Line from Amazon S3, 1 of 2: recordings');
    expect(saidOfEdge(picture, 'mid', 'b')).toBe('Line to Translate, 2 of 2');
    expect(saidOfEdge(picture, 'mid', 'mid')).toBe('Transcribe');
    expect(saidOfEdge(picture, 'alone', 'alone')).toBe('No line at Note');
  });
});
