import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTarget, type Target } from '../../../src/renderer/canvas/directions.ts';

const box = (id: string, x: number, y: number): Target => ({ id, x, y, width: 100, height: 40 });
const grid = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => box(`${row}${column}`, column * 120, row * 60)));
const at = (id: string): Target => grid.find((target) => target.id === id) ?? box('', 0, 0);

describe('arrow keys on a grid', () => {
  it.each([
    ['right', '12'],
    ['left', '10'],
    ['up', '01'],
    ['down', '21'],
  ] as const)('%s goes to the neighbour', (direction, expected) => {
    expect(nextTarget(at('11'), grid, direction)?.id).toBe(expected);
  });

  it('stays at the border', () => {
    expect(nextTarget(at('02'), grid, 'right')).toBeUndefined();
    expect(nextTarget(at('02'), grid, 'up')).toBeUndefined();
  });

  it('prefers the same row to what is nearer but aside', () => {
    const targets = [box('here', 0, 0), box('row', 400, 10), box('aside', 120, 200)];
    expect(nextTarget(box('here', 0, 0), targets, 'right')?.id).toBe('row');
  });

  it('goes to a part and not to the boundary that has its middle there', () => {
    const boundary = { id: 'boundary', x: 60, y: -40, width: 320, height: 120 };
    const here = box('here', -200, 0);
    for (const targets of [
      [boundary, box('part', 170, 0)],
      [box('part', 170, 0), boundary],
    ])
      expect(nextTarget(here, targets, 'right')?.id).toBe('part');
  });
});

describe('arrow keys and boundaries', () => {
  const cloud = { id: 'cloud', x: 0, y: 0, width: 640, height: 300 };
  const services = { id: 'services', x: 200, y: 60, width: 420, height: 200 };
  const parts = [box('store', 40, 120), box('first', 240, 120), box('second', 360, 120), box('third', 480, 120)];
  const targets = [cloud, services, ...parts, box('outside', 700, 120)];
  const walk = (from: string, direction: 'left' | 'right' | 'up' | 'down'): readonly string[] => {
    const way: string[] = [];
    for (
      let now = targets.find(({ id }) => id === from);
      now && way.length < 20;
      now = nextTarget(now, targets, direction)
    )
      way.push(now.id);
    return way.slice(1);
  };

  it('left goes over the parts, then to the boundary around them, and on', () =>
    expect(walk('third', 'left')).toEqual(['second', 'first', 'services', 'store', 'cloud']));
  it('right goes into a boundary and over its parts, then on', () => {
    expect(walk('services', 'right')).toEqual(['first', 'second', 'third', 'outside']);
    expect(walk('cloud', 'right')[0]).toBe('store');
  });
  it('up goes out, down goes in', () => {
    expect(walk('second', 'up').slice(0, 2)).toEqual(['services', 'cloud']);
    expect(walk('services', 'down')).toEqual(['second']);
  });
});

it('always goes forward, so that no key can go in a circle', () => {
  const boxes = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      x: fc.integer({ min: 0, max: 2000 }),
      y: fc.integer({ min: 0, max: 2000 }),
      width: fc.constant(100),
      height: fc.constant(40),
    }),
    { minLength: 2, maxLength: 30, selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(boxes, (targets) => {
      const [from] = targets;
      if (!from) return;
      const right = nextTarget(from, targets, 'right');
      const down = nextTarget(from, targets, 'down');
      if (right) expect(right.x).toBeGreaterThan(from.x);
      if (down) expect(down.y).toBeGreaterThan(from.y);
    }),
  );
});
