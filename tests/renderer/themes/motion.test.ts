import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '../../../src/renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(tsx?|css|html)$/.test(name),
);

it('asks the system in one place whether anything may move', () => {
  const asking = files.filter((name) => readFileSync(join(renderer, name), 'utf8').includes('prefers-reduced-motion'));
  expect(asking).toEqual(['themes/motion.ts']);
});

it('lets nothing move beside the frames of the stage and the style sheets', () => {
  // Animations by script and smooth scrolling would know nothing of the switch.
  const moving = files.filter((name) =>
    /\.animate\(|startViewTransition|behavior: 'smooth'|scroll-behavior: smooth/.test(
      readFileSync(join(renderer, name), 'utf8'),
    ),
  );
  expect(moving).toEqual([]);
});
