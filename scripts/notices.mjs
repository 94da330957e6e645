// Writes the list of packages in NOTICES.md from the lock file: `node scripts/notices.mjs`. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const path = join(root, 'NOTICES.md');
const marks = ['<!-- packages: begin -->', '<!-- packages: end -->'];

/** Every package that is run or bundled (not those that only build and test), with its licence as it declares it. */
const packages = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages)
  .filter(([place, entry]) => place !== '' && !entry.dev && !entry.devOptional)
  // Builds for other processors carry the licence of the package that they belong to.
  .filter(([, entry]) => !entry.optional)
  .map(([place, entry]) => [place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), entry.license]);
const rows = [...new Map(packages.sort(([left], [right]) => (left < right ? -1 : 1)))];
const unknown = rows.filter(([, licence]) => !licence).map(([name]) => name);
const table = ['| package | licence |', '| --- | --- |', ...rows.map(([name, licence]) => `| ${name} | ${licence} |`)];

const text = readFileSync(path, 'utf8');
const [before, rest] = text.split(marks[0]);
const after = rest?.split(marks[1])[1];
if (after === undefined) throw new Error(`NOTICES.md has lost its marks ${marks.join(' and ')}.`);
const wanted = `${before}${marks[0]}\n\n${table.join('\n')}\n\n${marks[1]}${after}`;

if (unknown.length > 0) {
  console.error(`No licence is known of: ${unknown.join(', ')}`);
  process.exit(1);
}
if (process.argv.includes('--check')) {
  if (wanted !== text) {
    console.error('NOTICES.md does not list the packages of the lock file: run node scripts/notices.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(path, wanted);
  console.log(`${rows.length} packages`);
}
