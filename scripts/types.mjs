// Type-checks every room of tsconfig.json with that room's own globals; `npm run types -- src/core` checks one.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const rooms = JSON.parse(readFileSync('tsconfig.json', 'utf8')).references.map((reference) =>
  reference.path.replace(/^\.\//, ''),
);
const asked = process.argv.slice(2);
const failed = (asked.length > 0 ? asked : rooms).filter((room) => {
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', room, '--pretty', 'false'], {
    stdio: 'inherit',
  });
  return run.status !== 0;
});
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
