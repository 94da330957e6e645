/**
 * Runs the benches, each in a process of its own: `npm run bench`, or `npm run bench layout` for one. A bench is a folder here
 * with an `index.ts` that prints tables, each against a peer in the same run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here)
  .filter((name) => existsSync(join(here, name, 'index.ts')))
  .sort();
const [asked, ...rest] = process.argv.slice(2);
if (asked !== undefined && !names.includes(asked)) {
  console.error(`There is no bench "${asked}"; there are: ${names.join(', ')}`);
  process.exit(2);
}
const runner = join(here, '../node_modules/tsx/dist/cli.mjs');
let failed = false;
for (const name of asked === undefined ? names : [asked]) {
  console.log(`\n## ${name}`);
  const run = spawnSync(process.execPath, [runner, join(here, name, 'index.ts'), ...rest], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
