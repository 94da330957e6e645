/**
 * Keeps the bundled data as it was read and checked, so that most starts read JSON (some 10 ms) and not half a megabyte
 * of YAML (near a second). What is kept is known by a hash of all it was made from, data and code alike: it can be
 * missing or old, never wrong.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Result, success } from '../core/base/result.ts';
import type { CatalogFile } from '../core/catalog/load.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cacheFolder = join(root, 'node_modules', '.cache', 'lodestack');
/** Rooms whose code turns text into checked data, and the list of libraries that they use. */
const codeFolders = ['src/core/base', 'src/core/catalog', 'src/core/decision'];
const otherIngredients = ['package-lock.json'];

const codeFiles = (): readonly string[] => [
  ...codeFolders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => join(root, folder, name)),
  ),
  ...otherIngredients.map((name) => join(root, name)),
];

const keyOf = (files: readonly CatalogFile[]): string => {
  const hash = createHash('sha256');
  for (const path of codeFiles()) hash.update(readFileSync(path)).update('\0');
  for (const { path, text } of files) hash.update(path).update('\0').update(text).update('\0');
  return hash.digest('hex');
};

const readKept = (path: string, key: string): unknown => {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof kept === 'object' && kept !== null && 'key' in kept && kept.key === key && 'value' in kept)
      return kept.value;
  } catch {
    // Not there, or not whole: it is made anew.
  }
  return undefined;
};

const keep = (path: string, key: string, value: unknown): void => {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(temporary, JSON.stringify({ key, value }));
    renameSync(temporary, path);
  } catch {
    // A folder that may not be written costs time at each start and nothing else.
    rmSync(temporary, { force: true });
  }
};

/** What `make` makes of `files`, or what it made of the very same files before. Failures are not kept. */
export const keptOrMade = <Value, Failure>(
  name: string,
  files: readonly CatalogFile[],
  make: () => Result<Value, Failure>,
): Result<Value, Failure> => {
  let key: string;
  try {
    key = keyOf(files);
  } catch {
    return make();
  }
  const path = join(cacheFolder, `${name}.json`);
  const kept = readKept(path, key);
  // The key vouches for the shape: the same code made it from the same text.
  if (kept !== undefined) return success(kept as Value);
  const made = make();
  if (made.ok) keep(path, key, made.value);
  return made;
};
