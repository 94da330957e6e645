import { expect, it } from 'vitest';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import { stackedIn } from '../../../src/renderer/canvas/stacked.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

it('finds the nodes that lie on one another, and none that are beside each other', () => {
  const size = { width: 100, height: 80 };
  const nodes = [
    sceneNode('below', { x: 0, y: 0, ...size }),
    sceneNode('above', { x: 24, y: 24, ...size }),
    sceneNode('beside', { x: 124, y: 24, ...size }),
    sceneNode('far', { x: 600, y: 600, ...size }),
  ];
  const picture = pictureOf(sceneOf({ nodes }));
  expect([...stackedIn(picture)]).toEqual(['below', 'above']);
  // As fast the next time: every frame asks.
  expect(stackedIn(picture)).toBe(stackedIn(picture));
});
