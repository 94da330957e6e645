import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const folder = 'tests/golden';

/**
 * Compares a picture with the one that a person has looked at and accepted. `ACCEPT_GOLDENS=1` accepts what is drawn now;
 * CI refuses to, so that no change of a picture goes in unseen. What was drawn instead is left in /tmp to look at.
 */
export function expectGolden(name: string, drawn: string): void {
  const path = join(folder, name);
  if (process.env.ACCEPT_GOLDENS === '1') {
    if (process.env.CI === 'true') throw new Error('Goldens are accepted by a person, not in CI: unset ACCEPT_GOLDENS');
    writeFileSync(path, drawn);
    return;
  }
  if (!existsSync(path))
    throw new Error(`There is no golden ${path}; look at the picture, then run with ACCEPT_GOLDENS=1`);
  if (readFileSync(path, 'utf8') === drawn) return;
  mkdirSync('/tmp/lodestack-goldens', { recursive: true });
  writeFileSync(join('/tmp/lodestack-goldens', name), drawn);
  expect.fail(`${path} differs from what is drawn now, in /tmp/lodestack-goldens/${name}; ACCEPT_GOLDENS=1 accepts it`);
}
