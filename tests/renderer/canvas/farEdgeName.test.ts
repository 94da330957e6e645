import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/core/base/geometry.ts';
import { placeLine } from '../../../src/core/scene/placeText.ts';
import type { SceneEdge, SceneGroup } from '../../../src/core/scene/scene.ts';
import { themes } from '../../../src/core/scene/theme.ts';
import type { Context } from '../../../src/renderer/canvas/brush.ts';
import { nameEdge } from '../../../src/renderer/canvas/farEdgeName.ts';
import { type FarScene, farObstacles } from '../../../src/renderer/canvas/farObstacles.ts';
import type { FarPage } from '../../../src/renderer/canvas/farPage.ts';
import { sceneNode } from '../../support/sceneParts.ts';

/** Every letter is half as wide as high: "recordings" is 66 px with its margins, 16 px high. */
const pen = {
  font: '',
  measureText: (text: string) => ({ width: text.length * 0.5 * Number(/(\d+)px/.exec(pen.font)?.[1]) }),
};

const page = (zoom: number, taken: FarPage['taken'] = []): FarPage => ({
  context: pen as unknown as Context,
  theme: themes.light,
  view: { x: 0, y: 0, zoom },
  taken,
  tellsApart: () => true,
});

const named = (
  on: FarPage,
  edge: SceneEdge,
  others: readonly SceneEdge[] = [],
  { nodes = [], groups = [] }: Partial<FarScene> = {},
) => nameEdge(on, edge, farObstacles(on.view, { nodes, groups, edges: [edge, ...others] }))?.ground?.box;

/** A line with its words in its middle. */
const line = (from: Point, to: Point): SceneEdge => {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return {
    id: 'line',
    from: 'one',
    to: 'two',
    style: 'flow',
    state: 'plain',
    points: [from, to],
    label: {
      box: { x: middle.x - 40, y: middle.y - 10, width: 80, height: 20 },
      texts: [placeLine('recordings', 'label', { x: middle.x - 36, top: middle.y - 8 })],
    },
  };
};

const level = line({ x: 0, y: 100 }, { x: 160, y: 100 });
const upright = line({ x: 300, y: 0 }, { x: 300, y: 60 });

describe('the words of a line from afar', () => {
  it('stand on the line where enough of it is seen beside them', () => {
    expect(named(page(0.6), level)).toEqual({ x: 15, y: 52, width: 66, height: 16 });
  });

  it('stand above a level line that they would hide, whatever else is named, or nowhere', () => {
    expect(named(page(0.5), level)).toEqual({ x: 7, y: 31, width: 66, height: 16 });
    expect(named(page(0.5, [{ x: 0, y: 20, width: 100, height: 24 }]), level)).toBeUndefined();
  });

  it('stand beside an upright one, its line seen whole', () => {
    expect(named(page(0.5), upright)).toEqual({ x: 153, y: 7, width: 66, height: 16 });
  });

  it('stand on the side where they hide less of other lines', () => {
    const right = line({ x: 360, y: 0 }, { x: 360, y: 200 });
    expect(named(page(0.5), upright, [right])).toEqual({ x: 81, y: 7, width: 66, height: 16 });
  });

  it('go aside along their line, in or out, from a border that they would hide', () => {
    const boundary = (x: number, width: number): SceneGroup => ({
      id: 'boundary',
      x,
      y: 0,
      width,
      height: 400,
      depth: 0,
      outlined: true,
      texts: [],
    });
    // Their usual place is from 15 to 81 px; the border lies at 78, 18 and 48 px.
    expect(named(page(0.6), level, [], { groups: [boundary(-400, 530)] })).toMatchObject({ x: 10, y: 52 });
    expect(named(page(0.6), level, [], { groups: [boundary(30, 800)] })).toMatchObject({ x: 20, y: 52 });
    expect(named(page(0.6), level, [], { groups: [boundary(80, 800)] })).toMatchObject({ x: 15, y: 52 });
    // Beside an upright line there is no room on that side.
    expect(named(page(0.5), upright, [], { groups: [boundary(0, 430)] })).toMatchObject({ x: 153, y: 7 });
    // Not where a node stands; and the place is the same whatever words are drawn, which they then give way to.
    const nodes = [sceneNode('card', { x: 0, y: 90, width: 20, height: 30 })];
    expect(named(page(0.6), level, [], { nodes, groups: [boundary(-400, 530)] })).toMatchObject({ x: 15, y: 52 });
    const words = page(0.6, [{ x: 0, y: 52, width: 14, height: 16 }]);
    expect(named(words, level, [], { groups: [boundary(-400, 530)] })).toBeUndefined();
  });

  it('are left out where no place is free, or the line is too short for any', () => {
    expect(named(page(0.5, [{ x: 0, y: 0, width: 400, height: 400 }]), level)).toBeUndefined();
    expect(named(page(0.3), upright)).toBeUndefined();
  });
});
