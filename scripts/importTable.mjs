// Checks the import table with dependency-cruiser, and that dependency-cruiser has seen every file: on a TypeScript that
// it does not know it reads no module, finds no violation and passes.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

for (const { rule, from, to, cycle } of violations) {
  const way = cycle?.length ? cycle.map((step) => step.name ?? step).join(' -> ') : to;
  console.error(`${rule.severity} ${rule.name}: ${from} -> ${way}`);
}
for (const file of unseen) console.error(`not seen by dependency-cruiser: ${file}`);
if (edges < files.length / 2)
  console.error(`dependency-cruiser saw ${edges} imports in ${files.length} files: it reads nothing.`);
const failed =
  violations.some(({ rule }) => rule.severity === 'error') || unseen.length > 0 || edges < files.length / 2;
console.log(`${files.length} files, ${edges} imports, ${violations.length} violations`);
process.exit(failed ? 1 : 0);
