import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { movable, withContent } from '../../../src/renderer/canvas/taken.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number) => sceneNode(id, { x, y: 20, width: 10, height: 10 });
const group = (id: string, x: number, size: number) => ({ id, x, y: 0, width: size, height: 100, depth: 0, texts: [] });
const scene = sceneOf({
  nodes: [node('in', 20), node('beside', 300)],
  groups: [group('outer', 0, 200), group('inner', 10, 80)],
});
const picture = pictureOf(scene);

describe('what moves', () => {
  it('is a group with all that lies in it, by place or as the view says', () => {
    expect([...withContent(picture, {}, ['outer'])].sort()).toEqual(['in', 'inner', 'outer']);
    const parentOf = (id: string) => (id === 'beside' ? 'outer' : undefined);
    expect([...withContent(picture, { parentOf }, ['outer'])].sort()).toEqual(['beside', 'outer']);
  });

  it('is taken hold of once where its group is taken too, and not at all where it is locked', () => {
    expect(movable(picture, {}, ['outer', 'in', 'beside'])).toEqual(['outer', 'beside']);
    expect(movable(picture, { locked: new Set(['beside']) }, ['beside', 'in'])).toEqual(['in']);
  });

  it('ends where groups say of each other that they hold them', () => {
    const parentOf = (id: string) => (id === 'inner' ? 'outer' : 'inner');
    expect(withContent(picture, { parentOf }, ['in']).has('in')).toBe(true);
    expect(withContent(picture, { parentOf }, ['beside', 'outer']).size).toBeGreaterThan(1);
  });
});
