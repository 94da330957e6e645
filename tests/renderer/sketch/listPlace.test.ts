import { describe, expect, it } from 'vitest';
import { listBox, listPlace } from '../../../src/renderer/sketch/listPlace.ts';

const list = { width: 340, height: 380 };
const window = { width: 1000, height: 640 };
const box = (x: number, y: number) => ({ x, y, width: 120, height: 80 });

describe('where the list opens', () => {
  it('is below the place, to the right, where there is room', () => {
    expect(listPlace({ x: 300, y: 100 }, list, undefined, window)).toMatchObject({ placement: 'bottom start' });
    expect(listPlace({ x: 800, y: 100 }, list, undefined, window)).toMatchObject({ placement: 'bottom end' });
  });

  it('stays at the place where it can', () => {
    const large = { x: 690, y: 440, width: 260, height: 180 };
    expect(listPlace({ x: 480, y: 600 }, list, large, window)).toEqual({ placement: 'left bottom', offset: 4 });
  });

  it('is never over what the line comes from, at the lower edge, the right one, and in their corner', () => {
    const drops = [
      [{ x: 400, y: 560 }, box(340, 340)],
      [{ x: 960, y: 200 }, box(740, 200)],
      [{ x: 950, y: 600 }, box(780, 420)],
    ] as const;
    for (const [at, origin] of drops) {
      const { x, y, width, height } = listBox(at, list, listPlace(at, list, origin, window));
      const apart =
        x >= origin.x + origin.width ||
        x + width <= origin.x ||
        y >= origin.y + origin.height ||
        y + height <= origin.y;
      expect({ at, apart, inside: x >= 0 && x + width <= window.width }).toEqual({ at, apart: true, inside: true });
    }
  });
});
