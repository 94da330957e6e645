import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { leastSize } from '../../../src/renderer/canvas/farPage.ts';

const canvas = resolve(import.meta.dirname, '../../../src/renderer/canvas');

it('writes nothing on the canvas in a size of its own that could not be read', () => {
  const sizes = readdirSync(canvas).flatMap((name) =>
    [...readFileSync(join(canvas, name), 'utf8').matchAll(/fontOf\((\d+),/g)].map(([, size]) => Number(size)),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(leastSize);
});
