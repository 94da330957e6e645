import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Where Node would look for `name` from the package at `place`: its own folder, then those above it. */
const places = (place: string, name: string): readonly string[] => {
  const parts = place === '' ? [] : place.split(/(?=\/node_modules\/|^node_modules\/)/);
  return Array.from({ length: parts.length + 1 }, (_, index) => {
    const above = parts.slice(0, parts.length - index).join('');
    return above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`;
  });
};

// A registry that lacks the build of a package for another system leaves it out of the lock in silence, and `npm ci`
// refuses the lock on every machine afterwards.
it('the lock file has every package that a package of it asks for, builds for other systems included', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !places(place, name).some((path) => path in lock.packages))
      .map((name) => `${place} asks for ${name}`),
  );
  expect(missing).toEqual([]);
});
