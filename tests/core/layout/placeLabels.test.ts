import { describe, expect, it } from 'vitest';
import { createBoxIndex } from '../../../src/core/layout/boxIndex.ts';
import { placeLabels, stretchesOf } from '../../../src/core/layout/placeLabels.ts';

const line = (id: string, x: number) => ({
  id,
  points: [
    { x, y: 0 },
    { x, y: 300 },
  ],
});
const size = { width: 60, height: 18 };

describe('the places of labels', () => {
  it('are on their own line, and not over another that runs beside it', () => {
    const [own, other] = [line('own', 100), line('other', 108)];
    const alone = placeLabels([{ ...own, size }], createBoxIndex([])).get('own');
    expect(alone).toMatchObject({ x: 70, y: 141 });
    const lines = createBoxIndex(stretchesOf([own, other]));
    const beside = placeLabels([{ ...own, size }], createBoxIndex([]), [], lines).get('own');
    expect(beside && beside.x + beside.width).toBeLessThan(108);
  });

  it('are rather over another line than over a node', () => {
    const [own, other] = [line('own', 100), line('other', 108)];
    const nodes = createBoxIndex([
      { x: -100, y: 0, width: 190, height: 300 },
      { x: 112, y: 0, width: 200, height: 100 },
      { x: 112, y: 200, width: 200, height: 100 },
    ]);
    const box = placeLabels([{ ...own, size }], nodes, [], createBoxIndex(stretchesOf([own, other]))).get('own');
    expect(box).toBeDefined();
    expect(box && box.y >= 100 && box.y + box.height <= 200 && box.x >= 90).toBe(true);
  });
});
