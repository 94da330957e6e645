import { describe, expect, it } from 'vitest';
import { type HitOptions, hitTest } from '../../../src/renderer/canvas/hitTest.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number, y: number) => sceneNode(id, { x, y, width: 100, height: 60 });
const scene = sceneOf({
  nodes: [node('a', 100, 100), node('b', 400, 100)],
  groups: [
    { id: 'outer', x: 0, y: 0, width: 800, height: 600, depth: 0, texts: [] },
    { id: 'inner', x: 50, y: 50, width: 300, height: 300, depth: 1, texts: [] },
  ],
  edges: [
    {
      id: 'ab',
      from: 'a',
      to: 'b',
      style: 'flow',
      state: 'plain',
      points: [
        { x: 200, y: 130 },
        { x: 400, y: 130 },
      ],
    },
  ],
});
const picture = pictureOf(scene);
const near = { x: 0, y: 0, zoom: 1 };
const looking: HitOptions = { editing: false, connecting: false, resizable: undefined, reconnectable: undefined };
const editing: HitOptions = { ...looking, editing: true, connecting: true };
const at = (x: number, y: number, options = editing, view = near) => hitTest(picture, view, { x, y }, options);

describe('what is at a place', () => {
  it('is the node in its middle and a connection at its border, inside and beside it', () => {
    expect(at(150, 130)).toMatchObject({ kind: 'node', id: 'a' });
    expect(at(102, 120)).toMatchObject({ kind: 'border', id: 'a' });
    expect(at(92, 120)).toMatchObject({ kind: 'border', id: 'a' });
    expect(at(80, 120).kind).not.toBe('border');
  });

  it('is a target of 24 px at a border and at a line, but the inside of a small node stays its own', () => {
    const along = (kind: string, places: readonly (readonly [number, number])[], view = near) =>
      places.filter(([x, y]) => at(x, y, editing, view).kind === kind).length;
    const down = (x: number) => Array.from({ length: 60 }, (_, step) => [x, 70.5 + step] as const);
    // Across the upper border of a node of 60 px, and across a line.
    expect(along('border', down(150))).toBe(24);
    expect(
      along(
        'edge',
        down(300).map(([x, y]) => [x, y + 30] as const),
      ),
    ).toBe(24);
    const small = { x: 0, y: 0, zoom: 0.5 };
    const across = Array.from({ length: 30 }, (_, step) => [75, 50.5 + step] as const);
    expect(along('node', across, small)).toBe(18);
  });

  it('is only nodes where nothing is edited', () => {
    expect(at(102, 120, looking)).toMatchObject({ kind: 'node', id: 'a' });
    expect(at(300, 130, looking)).toEqual({ kind: 'ground', group: undefined });
    expect(at(0, 300, looking)).toEqual({ kind: 'ground', group: undefined });
  });

  it('is an edge within the reach of a finger, at any zoom', () => {
    expect(at(300, 137)).toMatchObject({ kind: 'edge', id: 'ab' });
    expect(at(300, 145).kind).toBe('ground');
    expect(at(75, 36, editing, { x: 0, y: 0, zoom: 0.25 })).toMatchObject({ kind: 'edge', id: 'ab' });
  });

  it('is a group at its border, and the ground of the innermost one within', () => {
    expect(at(52, 250)).toMatchObject({ kind: 'group', id: 'inner' });
    expect(at(700, 598)).toMatchObject({ kind: 'group', id: 'outer' });
    expect(at(200, 300)).toEqual({ kind: 'ground', group: 'inner' });
    expect(at(600, 400)).toEqual({ kind: 'ground', group: 'outer' });
  });

  it('is a handle of 24 px where something can be resized', () => {
    const resizing = { ...editing, resizable: 'inner' };
    expect(at(361, 361, resizing)).toMatchObject({ kind: 'handle', handle: { across: 1, down: 1 } });
    expect(at(364, 364, resizing).kind).not.toBe('handle');
    expect(at(361, 361)).toMatchObject({ kind: 'ground' });
  });

  it('is the end of the selected edge before anything else there', () => {
    expect(at(395, 130, { ...editing, reconnectable: 'ab' })).toEqual({ kind: 'end', edge: 'ab', end: 'to' });
  });
});
