import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/core/scene/excerpt.ts';
import type { Scene, SceneEdge, SceneNode, SceneText } from '../../../src/core/scene/scene.ts';
import { spacing } from '../../../src/core/scene/spacing.ts';

const text = (x: number, y: number, width: number): SceneText => ({
  text: 'Amazon Transcribe',
  style: 'node',
  anchor: 'middle',
  x,
  y,
  width,
});

const node = (id: string, x: number): SceneNode => ({
  id,
  kind: 'service',
  state: 'plain',
  icon: 'any',
  iconBox: { x: x + 16, y: 100, width: 48, height: 48 },
  // Wider than its box, as names under icons can be.
  texts: [text(x + 40, 162, 120)],
  rows: [],
  badges: [],
  description: id,
  x,
  y: 96,
  width: 80,
  height: 72,
});

const edge = (from: string, to: string): SceneEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  style: 'flow',
  state: 'plain',
  points: [
    { x: 100, y: 130 },
    { x: 100, y: 400 },
  ],
});

const scene: Scene = {
  theme: 'dark',
  title: 'Calls',
  width: 2000,
  height: 900,
  texts: [text(20, 20, 100)],
  groups: [{ id: 'cloud', depth: 0, texts: [], x: 150, y: 40, width: 500, height: 300 }],
  nodes: [node('bucket', 0.4), node('transcribe', 200), node('comprehend', 500)],
  edges: [edge('bucket', 'transcribe'), edge('transcribe', 'comprehend')],
  legend: [],
};

describe('excerptOf', () => {
  it('keeps what is named, and only edges between two of them', () => {
    const kept = new Set(['bucket', 'transcribe']);
    const part = excerptOf(scene, (id) => kept.has(id));
    expect(part.nodes.map(({ id }) => id)).toEqual(['bucket', 'transcribe']);
    expect(part.edges.map(({ id }) => id)).toEqual(['bucket-transcribe']);
    expect([part.groups, part.texts, part.legend]).toEqual([[], [], []]);
    expect([part.theme, part.title]).toEqual(['dark', 'Calls']);
  });

  it('is as large as what it shows, names and lines included, in whole px', () => {
    const part = excerptOf(scene, (id) => id === 'bucket');
    expect(part.origin).toEqual({ x: Math.floor(-19.6 - spacing.large), y: 96 - spacing.large });
    expect(part.width).toBe(Math.ceil(100.4 + spacing.large) - Math.floor(-19.6 - spacing.large));
    const whole = excerptOf(scene, () => true);
    expect((whole.origin?.y ?? 0) + whole.height).toBe(400 + spacing.large);
  });

  it('of nothing is an empty ground', () => {
    const part = excerptOf(scene, () => false);
    expect(part.width).toBeGreaterThan(0);
    expect(part.nodes).toEqual([]);
  });
});
