// Checks the import table with dependency-cruiser, and that dependency-cruiser has seen every file: on a TypeScript that
// it does not know it reads no module, finds no violation and passes. Also that the table is about the folders there are:
// every file stands in a room of the table and in a room of tsconfig.json, and no room of the table is empty.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const run = spawnSync(
  process.execPath,
  [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
  { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
let report;
try {
  report = JSON.parse(run.stdout);
} catch {
  console.error(`dependency-cruiser gave no report.\n${run.stderr}`);
  process.exit(1);
}

const files = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  );
const seen = new Map(report.modules.map((module) => [module.source, module]));
const unseen = files.filter((file) => !seen.has(file));
// Nearly every file of ours imports another; where none does, the files were listed and not read.
const edges = files.reduce((sum, file) => sum + (seen.get(file)?.dependencies.length ?? 0), 0);
const { violations } = report.summary;

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const rooms = forbidden
  .filter((rule) => rule.name.startsWith('room '))
  .map((rule) => ({ name: rule.name, holds: (file) => new RegExp(rule.from.path).test(file) }));
const compiled = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).references.map((reference) =>
  join(root, reference.path),
);
const nearestConfig = (folder) => (existsSync(join(folder, 'tsconfig.json')) ? folder : nearestConfig(dirname(folder)));
const misplaced = [
  ...files.filter((file) => !rooms.some((room) => room.holds(file))).map((file) => `in no room of the table: ${file}`),
  ...rooms.filter((room) => !files.some(room.holds)).map((room) => `${room.name} of the table holds no file`),
  ...files
    .filter((file) => !compiled.includes(nearestConfig(join(root, dirname(file)))))
    .map((file) => `in no room of tsconfig.json: ${file}`),
];

for (const { rule, from, to, cycle } of violations) {
  const way = cycle?.length ? cycle.map((step) => step.name ?? step).join(' -> ') : to;
  console.error(`${rule.severity} ${rule.name}: ${from} -> ${way}`);
}
for (const file of unseen) console.error(`not seen by dependency-cruiser: ${file}`);
for (const fault of misplaced) console.error(fault);
if (edges < files.length / 2)
  console.error(`dependency-cruiser saw ${edges} imports in ${files.length} files: it reads nothing.`);
const failed =
  violations.some(({ rule }) => rule.severity === 'error') ||
  unseen.length > 0 ||
  misplaced.length > 0 ||
  edges < files.length / 2;
console.log(`${files.length} files, ${edges} imports, ${violations.length} violations`);
process.exit(failed ? 1 : 0);
