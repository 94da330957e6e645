import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/core/png/bands.ts';
import type { Scene, SceneEdge, SceneNode, SceneText } from '../../../src/core/scene/scene.ts';

const text = (x: number, y: number): SceneText => ({ text: 'Queue', style: 'node', anchor: 'middle', width: 40, x, y });

const node = (id: number, x: number, y: number): SceneNode => ({
  id: `node-${id}`,
  kind: 'service',
  state: 'plain',
  icon: 'queue',
  iconBox: { x: x + 16, y: y + 4, width: 48, height: 48 },
  texts: [text(x + 40, y + 66)],
  rows: [],
  badges: [],
  description: '',
  x,
  y,
  width: 80,
  height: 76,
});

const edge = (id: number, from: SceneNode, to: SceneNode): SceneEdge => ({
  id: `edge-${id}`,
  from: from.id,
  to: to.id,
  style: 'flow',
  state: 'plain',
  points: [from, { x: from.x, y: to.y }, to].map(({ x, y }) => ({ x, y })),
});

const anyScene = fc
  .record({
    left: fc.integer({ min: -300, max: 0 }),
    above: fc.double({ min: -300, max: 0, noNaN: true }),
    places: fc.array(fc.record({ x: fc.nat(1800), y: fc.double({ min: 0, max: 1900, noNaN: true }) }), {
      minLength: 1,
      maxLength: 30,
    }),
  })
  .map(({ left, above, places }): Scene => {
    const nodes = places.map(({ x, y }, index) => node(index, left + x, above + y));
    return {
      theme: 'light',
      title: '',
      origin: { x: left, y: above },
      width: 2000,
      height: 2000,
      nodes,
      edges: nodes.slice(1).map((to, index) => edge(index, nodes[index] ?? to, to)),
      groups: [],
      texts: [],
      legend: [],
    };
  });

describe('bandsOf', () => {
  it('has every row of the picture once, from the top', () => {
    fc.assert(
      fc.property(anyScene, fc.integer({ min: 1, max: 4 }), (scene, scale) => {
        let next = scene.origin?.y ?? 0;
        for (const { scene: part, above, height } of bandsOf(scene, scale)) {
          expect((part.origin?.y ?? 0) + above).toBeCloseTo(next, 6);
          expect(above + height).toBeLessThanOrEqual(part.height);
          expect([above, height, part.height].every((length) => Number.isInteger(length) && length >= 0)).toBe(true);
          next += height;
        }
        expect(next).toBeCloseTo((scene.origin?.y ?? 0) + scene.height, 6);
      }),
    );
  });

  it('cuts no icon, and draws none that does not meet the band', () => {
    fc.assert(
      fc.property(anyScene, (scene) => {
        for (const { scene: part } of bandsOf(scene, 4)) {
          const top = part.origin?.y ?? 0;
          for (const { icon, iconBox } of part.nodes) {
            if (icon === '') continue;
            expect(iconBox.y).toBeGreaterThanOrEqual(top);
            expect(iconBox.y + iconBox.height).toBeLessThanOrEqual(top + part.height);
          }
        }
      }),
    );
  });

  it('leaves nothing out: every node and edge is in each band that it meets', () => {
    fc.assert(
      fc.property(anyScene, (scene) => {
        const top = scene.origin?.y ?? 0;
        for (const { scene: part, above, height } of bandsOf(scene, 4)) {
          const from = (part.origin?.y ?? top) + above;
          const meets = (high: number, low: number) => low >= from && high <= from + height;
          const nodes = scene.nodes.filter(({ y, height: tall }) => meets(y, y + tall));
          expect(part.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(nodes.map(({ id }) => id)));
          const edges = scene.edges.filter(({ points }) =>
            meets(Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))),
          );
          expect(part.edges.map(({ id }) => id)).toEqual(expect.arrayContaining(edges.map(({ id }) => id)));
        }
      }),
    );
  });

  it('leaves a small picture in one piece, and one at a scale between two numbers', () => {
    const scene = { ...fc.sample(anyScene, { numRuns: 1, seed: 1 })[0] } as Scene;
    expect(bandsOf({ ...scene, height: 300 }, 1)).toHaveLength(1);
    expect(bandsOf(scene, 1.5)).toHaveLength(1);
    expect(bandsOf(scene, 2)).toHaveLength(2);
    expect(bandsOf(scene, 4).length).toBeGreaterThan(7);
  });
});
