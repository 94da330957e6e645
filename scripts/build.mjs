// Builds out/ with electron-vite. `ensureBuilt` builds only where the inputs have changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'out', '.inputs');

/** What the built app is made of. The lock file stands for every package. */
const inputs = [
  'src',
  'data',
  'scripts/dataPlugin.ts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

const filesBelow = (path) => {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
};

const fingerprint = () => {
  const files = inputs.flatMap((input) => {
    if (!existsSync(join(root, input))) return [];
    return /\.\w+$/.test(input) ? [join(root, input)] : filesBelow(input);
  });
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const isFresh = (print) =>
  existsSync(join(root, 'out', 'renderer', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print;

/** Builds; the output of the builder is shown only where it fails, or where `loud`. Returns whether out/ is good. */
export function build({ loud = false } = {}) {
  const print = fingerprint();
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const run = spawnSync(process.execPath, [builder, 'build', '--logLevel', loud ? 'info' : 'warn'], {
    cwd: root,
    encoding: 'utf8',
    stdio: loud ? 'inherit' : 'pipe',
  });
  if (run.status !== 0) {
    if (!loud) process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`);
    return false;
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}

/** Makes sure that out/ is what the sources say. `before` is called only where something has to be built. */
export function ensureBuilt(before = () => undefined) {
  if (isFresh(fingerprint())) return true;
  before();
  return build();
}

if (process.argv[1] === import.meta.filename) process.exit(build({ loud: true }) ? 0 : 1);
