import { expect, it } from 'vitest';
import { sketchOf } from '../../../bench/tidy/sketchOf.ts';
import { isSliced } from '../../../src/renderer/sketch/usePagePicture.ts';

const pageWith = (nodes: number) => {
  const page = sketchOf(nodes, []).pages['page-1'];
  if (!page) throw new Error('no page');
  return page;
};

it('draws a page of a document that is just opened in slices where an edit of it is drawn at once', () => {
  expect([20, 150, 1_000].map((nodes) => isSliced(pageWith(nodes), false))).toEqual([false, true, true]);
  expect([20, 150, 1_000].map((nodes) => isSliced(pageWith(nodes), true))).toEqual([false, false, true]);
});
