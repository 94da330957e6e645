import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { pushedOut } from '../../../src/renderer/sketch/useFitAfterLayout.ts';

/** As much of a scene as counts here: where its nodes stand. */
const sceneOf = (places: Readonly<Record<string, number>>) =>
  ({ nodes: Object.entries(places).map(([id, x]) => ({ id, x, y: 0, width: 10, height: 10 })) }) as unknown as Scene;
const seen = { x: 0, y: 0, width: 100, height: 100 };

describe('what a layout pushed out of sight', () => {
  it.each([
    ['what was in sight', { a: 0, b: 50 }, { a: 0, b: 95 }, true],
    ['what is new', { a: 0 }, { a: 0, b: 120 }, true],
    ['nothing, where all is in sight', { a: 0, b: 200 }, { a: 90, b: 40 }, false],
    ['nothing, where it was out of sight before: the user looks at a part', { a: 0, b: 200 }, { a: 5, b: 300 }, false],
  ])('%s', (_, before, after, expected) => {
    expect(pushedOut(sceneOf(before), sceneOf(after), seen)).toBe(expected);
  });
});
